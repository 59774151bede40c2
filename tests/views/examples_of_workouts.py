"""Every card of a workout, and every question inside it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.coach.interruptions import RedFlagRaised
from bot.coach.onboarding_results import Held
from bot.coach.workout_results import (
    AlreadyLogged,
    AlreadyUndone,
    AreaLogged,
    Card,
    Changed,
    EffortLogged,
    Event,
    Kept,
    NoWorkout,
    OldButton,
    PainLogged,
    Refused,
    SetLogged,
    SidesUnclear,
    Skipped,
    Spared,
    StaleAsked,
    TooEasy,
    TooHard,
    Unclear,
    Undone,
    WorkoutStarted,
)
from bot.domain.athlete import Step
from bot.domain.changing import Refusal
from bot.domain.exercise import Mode, Phase, Sides
from bot.domain.library import Hold, Library
from bot.domain.plan_mode import PlanMode
from bot.domain.progression import Effort, Light
from bot.domain.red_flags import Urgency
from bot.domain.routine import Load, Reason, Routine, RoutineKind
from bot.domain.sides import Lead, Pair, Side
from bot.domain.workout import CHOICES, Entry, EntryKind

from .samples import ATHLETE, TODAY, Example, done_until, first_of, in_mode, opened, routine

REASONS = (
    Reason("start", {}),
    Reason("comfort", {}),
    Reason("eased_now", {}),
    Reason("comfort_back", {}),
    Reason("spared_now", {}),
    Reason("waits", {}),
    Reason("worse", {"pain": 4}),
    Reason("respite_swap", {"until": TODAY.toordinal()}),
    Reason("respite_instead", {"until": TODAY.toordinal(), "exercise": "clamshell"}),
    Reason("stays_unknown", {}),
    Reason("more_reps", {"added": 2, "done": 10, "effort": "easy"}),
    Reason("more_seconds", {"added": 5, "done": 20, "effort": "ok"}),
    Reason("rung_up", {"amount": 15, "effort": "ok"}),
    Reason("rung_beyond", {"amount": 25, "effort": "ok"}),
    Reason("pause_up", {"amount": 15, "effort": "ok", "pause": 2}),
    Reason("set_up", {"amount": 15, "effort": "easy", "sets": 3}),
    Reason("top_up", {"amount": 15, "effort": "ok", "top": 20}),
    Reason("top_once", {"amount": 15, "effort": "easy"}),
    Reason("top_stays", {"amount": 15, "effort": "ok"}),
    Reason("full_range", {"effort": "ok"}),
    Reason("stays_sets", {"done": 1, "asked": 2}),
    Reason("stays_sets", {"done": 0, "asked": 2}),
    Reason("stays_below", {"done": 8, "low": 10}),
    Reason("stays_effort", {"effort": "hard"}),
    Reason("stays_max", {}),
    Reason("waited", {}),
    *(Reason("load", {"load": load.value}) for load in Load if load is not Load.USUAL),
    Reason("easier_now", {}),
    Reason("harder_now", {}),
    Reason("tried", {}),
    Reason("kept", {"sessions": 1}),
    Reason("kept", {"sessions": 2}),
    *(Reason(f"back_{what}", {}) for what in ("set", "pause", "rung")),
    Reason("back_amount", {"amount": 8}),
    Reason("steady", {}),
    Reason("steady_less", {"amount": 8}),
    Reason("kept_now", {}),
    *(Reason(f"{light}_{step}", {"pain": 4}) for light in ("amber", "red") for step in ("rung", "range")),
    Reason("of a rule long gone", {"x": 1}),
)


def cards(library: Library) -> Iterator[Example]:
    whole = routine(library)
    yield Example("started", WorkoutStarted(opened(whole)))
    yield Example("started anyway", WorkoutStarted(opened(replace(whole, anyway=True))))
    yield Example("mobility started", WorkoutStarted(opened(routine(library, RoutineKind.MOBILITY))))
    for at, p in enumerate(whole.prescriptions):
        entries = done_until(whole, at)
        yield Example(f"card {at} {p.variation}", Card(opened(whole, *entries), Step.SET))
    at = first_of(Phase.STRENGTH, whole)
    workout = opened(whole, *done_until(whole, at), Entry(EntryKind.SET, at, 12))
    for event in events(at, whole):
        for step in (Step.SET, Step.STALE):
            yield Example(f"card after {event}", Card(workout, step, event))
    yield from hurting(whole, at)
    yield from told_apart(whole)
    for mode in PlanMode:
        athlete = in_mode(mode, library)
        gentle = routine(library, athlete=athlete)
        first = first_of(Phase.STRENGTH, gentle)
        yield Example("card in a mode", Card(opened(gentle, *done_until(gentle, first)), Step.SET), athlete)
    for reason in REASONS:
        reasoned = replace(whole, prescriptions=tuple(replace(p, reason=reason) for p in whole.prescriptions))
        begins = opened(reasoned, *done_until(whole, at))
        yield Example(f"card because {reason.key}", Card(begins, Step.SET))
        yield Example(f"page because {reason.key}", Card(begins, Step.SET, expanded=True))
    strange = replace(
        whole.prescriptions[0], exercise="hula_hoop", variation="slow_hula", notes=("gone",), areas=("x",)
    )
    yield Example("card of a move long gone", Card(opened(replace(whole, prescriptions=(strange,))), Step.SET))
    yield Example(
        "page of a move long gone", Card(opened(replace(whole, prescriptions=(strange,))), Step.SET, expanded=True)
    )
    yield Example("no move left", Card(opened(whole, *done_until(whole, 99)), Step.SET))
    yield from swapped(library, whole, at)
    yield from every_move(library)


def swapped(library: Library, whole: Routine, at: int) -> Iterator[Example]:
    """Show a move in another's place, before and after its first set, and what is too easy on the whole page."""
    other = replace(whole.prescriptions[at], exercise="fire_hydrant", variation="small_fire_hydrant")
    entries = [*done_until(whole, at), Entry(EntryKind.SWAP, at, eased=other), Entry(EntryKind.SET, at, 8)]
    event = Changed(at, EntryKind.SWAP)
    for name, until in (("before", -1), ("after", None)):
        yield Example(f"swapped, {name} its first set", Card(opened(whole, *entries[:until]), Step.SET, event))
    yield Example("swapped, whole page", Card(opened(whole, *entries), Step.SET, expanded=True))


def hurting(whole: Routine, at: int) -> Iterator[Example]:
    """Show a move that hurts again where its range is small already."""
    eased = replace(whole.prescriptions[at], small_range=True)
    entries = [*done_until(whole, at), *(Entry(EntryKind.PAIN, at, 4, eased=eased) for _ in range(2))]
    event = PainLogged(at, 4, Light.AMBER, eased=True, small_range=True)
    for name, until in (("first", -1), ("second", None)):
        yield Example(f"{name} pain at a small range", Card(opened(whole, *entries[:until]), Step.SET, event))


def every_move(library: Library) -> Iterator[Example]:
    """Show every variation of every exercise, with all its notes."""
    pattern = routine(library).prescriptions[0]
    for exercise in library.exercises.values():
        notes = tuple(dict.fromkeys(limit.note for limit in exercise.limits.values() if limit.note))
        for v in (*exercise.ladder, *exercise.swaps):
            p = replace(
                pattern,
                exercise=exercise.id,
                variation=v.id,
                phase=exercise.phase,
                mode=v.mode,
                sides=v.sides,
                directions=v.directions,
                areas=exercise.areas,
                tempo=v.tempo,
                sets=3,
                notes=notes,
                small_range=True,
                reason=Reason("more_reps", {"added": 1, "done": 11, "effort": "ok"}),
            )
            workout = opened(Routine(RoutineKind.STRENGTH, "a", 30, (p,), ()))
            yield Example(f"short {v.id}", Card(workout, Step.SET))
            yield Example(f"expanded {v.id}", Card(workout, Step.SET, expanded=True))


def events(at: int, routine: Routine) -> Iterator[Event | None]:
    """Give everything that may have happened to an exercise."""
    yield None
    yield SetLogged(at, 0, 12, as_planned=True)
    yield SetLogged(at, 0, 1, as_planned=False)
    yield SetLogged(at, 0, Pair(12, 10), as_planned=False)
    yield SetLogged(at, 0, Pair(12, 12), as_planned=False)
    for effort in Effort:
        yield EffortLogged(at, effort)
    for pain in (0, 2):
        yield PainLogged(at, pain, Light.GREEN, eased=False, small_range=False)
    for eased, small in ((False, False), (True, False), (True, True)):
        yield PainLogged(at, 4, Light.AMBER, eased, small)
    yield PainLogged(at, 10, Light.RED, eased=False, small_range=False)
    p = routine.prescriptions[at]
    for area, instead in (
        ("low_back", None),
        ("pelvic_girdle", None),
        ("knee", replace(p, small_range=True)),
        ("hip_outer", replace(p, variation="raised_shoulder_bridge")),
    ):
        yield AreaLogged(at, area, open=True, instead=instead)
    for left in (True, False):
        yield AreaLogged(at, None, open=left)
    yield AreaLogged(at, "knee", open=False)
    yield Spared(at)
    yield Undone(Entry(EntryKind.AREA, at, area="knee"))
    yield Undone(Entry(EntryKind.AREA, at, area="knee", eased=p))
    yield Skipped(())
    yield Skipped((at,))
    yield Skipped(tuple(range(len(routine.prescriptions))))
    yield Undone(Entry(EntryKind.SET, at, 12))
    yield Undone(Entry(EntryKind.SET, at, 10, left=12, right=10))
    yield Undone(Entry(EntryKind.EFFORT, at, effort=Effort.OK))
    yield Undone(Entry(EntryKind.PAIN, at, 4))
    yield Undone(Entry(EntryKind.SKIP, at))
    yield Undone(Entry(EntryKind.SKIP, at), count=5)
    yield Kept(at)
    yield Undone(Entry(EntryKind.KEEP, at))
    yield AlreadyLogged()
    yield AlreadyUndone()
    for how in sorted(CHOICES):
        yield Changed(at, how)
        yield Undone(Entry(how, at))
    for why in Refusal:
        yield Refused(why)
    yield TooHard()
    yield TooEasy()
    for mode in (None, *Mode):
        yield Unclear(mode)
    for mode in Mode:
        for together in (True, False):
            yield SidesUnclear(mode, together)


def told_apart(whole: Routine) -> Iterator[Example]:
    """Show sides told apart, of every way to count, and which side goes first."""
    strength = replace(whole.prescriptions[first_of(Phase.STRENGTH, whole)], sides=Sides.EACH)
    for mode in Mode:
        for directions in (1, 2):
            p = replace(strength, mode=mode, directions=directions)
            workout = opened(replace(whole, prescriptions=(p,)), Entry(EntryKind.SET, 0, 10, left=12, right=10))
            event = SetLogged(0, 0, Pair(12, 10), as_planned=False)
            yield Example(f"{mode} told apart, {directions} directions", Card(workout, Step.SET, event))
    for lead in (
        Lead(Side.LEFT, Pair(10, 12), 1),
        Lead(Side.RIGHT, Pair(12, 10), 1),
        Lead(Side.LEFT, Pair(31, 36), 3),
        Lead(Side.RIGHT, Pair(36, 31), 2),
    ):
        workout = opened(replace(whole, prescriptions=(replace(strength, lead=lead),)))
        yield Example(f"{lead.side} first, told {lead.times} times", Card(workout, Step.SET))
        yield Example(f"page, {lead.side} first", Card(workout, Step.SET, expanded=True))


def questions(library: Library) -> Iterator[Example]:
    whole = routine(library)
    at = first_of(Phase.STRENGTH, whole)
    warm, strength = opened(whole), opened(whole, *done_until(whole, at + 1), pending="planned")
    cool = opened(whole, *done_until(whole, first_of(Phase.COOL_DOWN, whole)))
    over = opened(whole, *done_until(whole, 99), Entry(EntryKind.EFFORT, at, effort=Effort.OK))
    last = replace(whole, prescriptions=whole.prescriptions[: at + 1])
    yield Example("effort at the end", Card(opened(last, *done_until(last, 99)), Step.EFFORT))
    hurt = opened(whole, *done_until(whole, at), Entry(EntryKind.PAIN, at, 4))
    elsewhere = replace(whole.prescriptions[0], exercise="hula_hoop")
    gone = opened(replace(whole, prescriptions=(elsewhere,)), Entry(EntryKind.PAIN, 0, 4))
    yield Example("where a move long gone hurts", Card(gone, Step.WHERE))
    yield Example("place of a move long gone", Card(gone, Step.SET, AreaLogged(0, "knee", open=True)))
    places = ("warm-up", warm), ("strength", strength), ("hurt", hurt), ("cool-down", cool), ("over", over)
    for name, workout in places:
        for step in Step:
            yield Example(f"{step} in {name}", Card(workout, step), replace(ATHLETE, step=step))
            yield Example(f"unclear {step} in {name}", Card(workout, step, Unclear(None)), replace(ATHLETE, step=step))
        for pending in (True, False):
            yield Example(f"stale in {name}", StaleAsked(workout, pending))
    for urgency in Urgency:
        for paused, pending in ((None, False), (7, False), (7, True)):
            yield Example(f"red flag {urgency}", RedFlagRaised(urgency, paused, pending))
        held = RedFlagRaised(urgency, None, pending=False, held=Held(Hold.ALARM, TODAY))
        yield Example(f"red flag {urgency} without a workout", held)
    yield Example("reopened", Card(strength, Step.SET, Undone(Entry(EntryKind.SET, 0, 12)), reopened=True))
    yield Example("no workout", NoWorkout())
    for day in (None, TODAY, date(2026, 11, 23)):
        yield Example(f"old button {day}", OldButton(day))
