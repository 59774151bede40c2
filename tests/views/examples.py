"""Every result of the coach, typical, empty and extreme."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.coach import oddities, plan, postponing, privacy
from bot.coach.interruptions import RedFlagRaised
from bot.coach.onboarding import (
    AreasAsked,
    DaysAsked,
    DaysRefused,
    DoctorConfirmAsked,
    Held,
    LocationAsked,
    PlaceAsked,
    PlacesFound,
    PlaceUnknown,
    PlanReady,
    ReadinessAsked,
    TimeAsked,
    TooYoung,
    TopicsAsked,
    Welcome,
)
from bot.coach.progress import ProgressShown
from bot.coach.reminders import Outgoing
from bot.coach.today import Offer, OpenWorkout, RestDay, TrainedAlready
from bot.coach.workout_results import (
    AlreadyLogged,
    Better,
    Card,
    EffortLogged,
    Event,
    Finished,
    NoWorkout,
    OldButton,
    PainLogged,
    SetLogged,
    Skipped,
    StaleAsked,
    Unclear,
    Undone,
    WorkoutStarted,
)
from bot.domain.athlete import Athlete, Readiness, Step
from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState
from bot.domain.exercise import Equipment, Level, Mode, Phase
from bot.domain.library import Hold, Library
from bot.domain.prescribing import build_routine
from bot.domain.progress import Milestone, Summary, Trend
from bot.domain.progression import Effort, Light
from bot.domain.red_flags import Urgency
from bot.domain.routine import Reason, Routine, RoutineKind, Trim
from bot.domain.week import DayKind
from bot.domain.words import Words
from bot.domain.workout import Entry, EntryKind, Workout, WorkoutState

NOW = datetime(2026, 11, 25, 17, 42, tzinfo=UTC)
TODAY = date(2026, 11, 25)
FRIDAY = date(2026, 11, 27)
BERLIN = ZoneInfo("Europe/Berlin")

ATHLETE = Athlete(
    id=7,
    language="en",
    step=Step.READY,
    zone=BERLIN,
    readiness=Readiness(date(2026, 11, 2), None, date(2027, 11, 2)),
    onboarded_on=date(2026, 11, 2),
)


@dataclass(frozen=True, slots=True)
class City:
    """A place as the coach sees one."""

    name: str
    zone: str
    people: int = 1

    def label(self, language: str = "en") -> str:
        """Name it."""
        return self.name


@dataclass(frozen=True, slots=True)
class Example:
    """A result, who sees it, and what it is an example of."""

    name: str
    result: object
    athlete: Athlete | None = ATHLETE


def limited(library: Library) -> Athlete:
    """Give somebody with all limits, all equipment, every day."""
    limits = {*library.areas, *library.general_limits, *(limit for t in library.topics.values() for limit in t.limits)}
    return replace(
        ATHLETE,
        limits=frozenset(limits),
        equipment=frozenset(Equipment),
        opted_in=frozenset({"pigeon_pose"}),
        weekdays=frozenset(range(7)),
        paused=True,
        rest_messages=False,
        zone=ZoneInfo("America/Argentina/ComodRivadavia"),
        remind_at=time(1, 5),
        length=20,
    )


def routine(library: Library, kind: RoutineKind = RoutineKind.STRENGTH, athlete: Athlete = ATHLETE) -> Routine:
    """Build what an athlete would start."""
    return build_routine(kind, "a", athlete.length, athlete.profile, {}, library)


def opened(routine: Routine, *entries: Entry, pending: str | None = None) -> Workout:
    """Open a workout of it."""
    return Workout(12, 7, TODAY, WorkoutState.OPEN, routine, entries, NOW - timedelta(minutes=24), pending=pending)


def done_until(routine: Routine, at: int) -> tuple[Entry, ...]:
    """Log every set before an exercise."""
    return tuple(
        Entry(EntryKind.SET, index, p.amount, as_planned=True)
        for index, p in enumerate(routine.prescriptions[:at])
        for _ in range(p.sets)
    )


def first_of(phase: Phase, routine: Routine) -> int:
    """Find where a phase begins."""
    return next(at for at, p in enumerate(routine.prescriptions) if p.phase is phase)


def examples(library: Library, words: Words) -> Iterator[Example]:
    """Give all of them."""
    yield from _onboarding(library)
    yield from _plans(library)
    yield from _days(library)
    yield from _cards(library)
    yield from _questions(library)
    yield from _ends(library)
    yield from _outgoing(words)
    yield from _pages(words, library)


def _onboarding(library: Library) -> Iterator[Example]:
    half = frozenset(library.areas[:3])
    topics = frozenset(library.topics)
    yield Example("welcome", Welcome(), None)
    yield Example("too young", TooYoung(), None)
    fresh = Athlete(id=7, language="en")
    for again in (False, True):
        yield Example("readiness", ReadinessAsked(again), fresh)
    for chosen in (frozenset[str](), half, frozenset(library.areas)):
        yield Example("areas", AreasAsked(chosen), fresh)
    for chosen in (frozenset[str](), frozenset({"medicine"}), topics):
        yield Example("topics", TopicsAsked(chosen), fresh)
    for chosen in (frozenset({"chest_pain"}), topics):
        yield Example("doctor", DoctorConfirmAsked(chosen), fresh)
    for hold in Hold:
        yield Example(f"held {hold}", Held(hold), fresh)
    yield Example("place guessed", PlaceAsked(City("Berlin (Germany)", "Europe/Berlin"), BERLIN, NOW), fresh)
    yield Example("place of a zone", PlaceAsked(None, ZoneInfo("UTC"), NOW), fresh)
    yield Example("place edited", PlaceAsked(None, ZoneInfo("UTC"), NOW))
    yield Example("location", LocationAsked(), fresh)
    yield Example(
        "places",
        PlacesFound((City("Springfield, IL (United States)", "America/Chicago"), City("Å<b>&", "Asia/Tokyo")), NOW),
        fresh,
    )
    yield Example("no places", PlacesFound((), NOW), fresh)
    yield Example("unknown place", PlaceUnknown(), fresh)
    yield from _when(fresh)


def _when(fresh: Athlete) -> Iterator[Example]:
    yield Example("days", DaysAsked(fresh.weekdays, choosing=False), fresh)
    yield Example("days edited", DaysAsked(fresh.weekdays, choosing=False))
    for shown in (False, True):
        yield Example("days settled", DaysAsked(fresh.weekdays, False, BERLIN, NOW, keyboard_shown=shown), fresh)
    for chosen in ((), (0,), (0, 1), (0, 2, 4), (0, 1, 2, 4), range(7)):
        yield Example("days chosen", DaysAsked(frozenset(chosen), choosing=True), fresh)
        yield Example("days refused", DaysRefused(frozenset(chosen)), fresh)
    for unclear in (False, True):
        yield Example("time", TimeAsked(frozenset({0, 2, 4}), unclear), fresh)
    yield Example("time with mobility", TimeAsked(frozenset(range(7))))


def _plans(library: Library) -> Iterator[Example]:
    paused = replace(ATHLETE, paused=True, paused_until=FRIDAY)
    for athlete in (ATHLETE, limited(library), paused, replace(ATHLETE, zone=ZoneInfo("UTC"))):
        for fresh in (True, False):
            for shown in (True, False):
                yield Example("plan", PlanReady(athlete, NOW, fresh, shown), athlete)
        yield Example("fresh on a rest day", PlanReady(athlete, NOW + timedelta(days=1), fresh=True), athlete)
        yield Example("reminders", plan.RemindersShown(athlete), athlete)
    yield Example("pause", plan.PauseAsked())
    yield Example("paused", plan.Paused(FRIDAY))
    yield Example("paused for good", plan.Paused(None))
    for was in (True, False):
        yield Example("resumed", plan.Resumed(FRIDAY, was))


def _days(library: Library) -> Iterator[Example]:
    strength, mobility = routine(library), routine(library, RoutineKind.MOBILITY)
    yield Example("first offer", Offer(ATHLETE, strength, DayKind.STRENGTH, True, 0, 5))
    yield Example("offer on a rest day", Offer(ATHLETE, with_reasons(strength), DayKind.REST, False, 4.5, 9.5))
    yield Example("mobility offer", Offer(ATHLETE, mobility, DayKind.MOBILITY, False, 1, 1))
    hard = limited(library)
    trimmed = replace(routine(library, athlete=hard), trims=tuple(Trim))
    yield Example("offer with limits", Offer(hard, trimmed, DayKind.STRENGTH, False, 14, 19), hard)
    strong = replace(ATHLETE, level=Level.ADVANCED, equipment=frozenset(Equipment))
    yield Example(
        "hard offer", Offer(strong, routine(library, athlete=strong), DayKind.STRENGTH, False, 14, 19), strong
    )
    yield Example("empty offer", Offer(hard, replace(mobility, prescriptions=()), DayKind.REST, False, 0, 0), hard)
    for hours in (None, 0, 1, 20, 47, 48, 400):
        yield Example("rest day", RestDay(TODAY, FRIDAY, hours))
    yield Example("trained", TrainedAlready(TODAY, FRIDAY))
    for stale in (True, False):
        yield Example("open", OpenWorkout(opened(strength), replace(ATHLETE, step=Step.PAUSED), stale))
        yield Example("open", OpenWorkout(opened(strength, pending="planned"), ATHLETE, stale))


def with_reasons(routine: Routine) -> Routine:
    """Give each move another reason."""
    kinds = [Reason("more_reps", {"added": 1, "done": 11, "effort": "ok"}), Reason("amber_rung", {"pain": 4})]
    moves = enumerate(routine.prescriptions)
    return replace(routine, prescriptions=tuple(replace(p, reason=kinds[at % 2]) for at, p in moves))


REASONS = (
    Reason("start", {}),
    Reason("comfort", {}),
    Reason("eased_now", {}),
    Reason("stays_unknown", {}),
    Reason("more_reps", {"added": 2, "done": 10, "effort": "easy"}),
    Reason("more_seconds", {"added": 5, "done": 20, "effort": "ok"}),
    Reason("rung_up", {"amount": 15, "effort": "ok"}),
    Reason("top_once", {"amount": 15, "effort": "easy"}),
    Reason("top_stays", {"amount": 15, "effort": "ok"}),
    Reason("full_range", {"effort": "ok"}),
    Reason("stays_sets", {"done": 1, "asked": 2}),
    Reason("stays_sets", {"done": 0, "asked": 2}),
    Reason("stays_below", {"done": 8, "low": 10}),
    Reason("stays_effort", {"effort": "hard"}),
    Reason("stays_effort", {"effort": "max"}),
    *(Reason(f"{light}_{step}", {"pain": 4}) for light in ("amber", "red") for step in ("rung", "range")),
    Reason("of a rule long gone", {"x": 1}),
)


def _cards(library: Library) -> Iterator[Example]:
    whole = routine(library)
    yield Example("started", WorkoutStarted(opened(whole)))
    yield Example("mobility started", WorkoutStarted(opened(routine(library, RoutineKind.MOBILITY))))
    for at, p in enumerate(whole.prescriptions):
        entries = done_until(whole, at)
        yield Example(f"card {at} {p.variation}", Card(opened(whole, *entries), Step.SET))
    at = first_of(Phase.STRENGTH, whole)
    workout = opened(whole, *done_until(whole, at), Entry(EntryKind.SET, at, 12))
    for event in events(at, whole):
        for step in (Step.SET, Step.STALE):
            yield Example(f"card after {event}", Card(workout, step, event))
    for reason in REASONS:
        reasoned = replace(whole, prescriptions=tuple(replace(p, reason=reason) for p in whole.prescriptions))
        yield Example(f"card because {reason.key}", Card(opened(reasoned, *done_until(whole, at)), Step.SET))
    strange = replace(
        whole.prescriptions[0], exercise="hula_hoop", variation="slow_hula", notes=("gone",), areas=("x",)
    )
    yield Example("card of a move long gone", Card(opened(replace(whole, prescriptions=(strange,))), Step.SET))
    yield Example(
        "page of a move long gone", Card(opened(replace(whole, prescriptions=(strange,))), Step.SET, expanded=True)
    )
    yield Example("no move left", Card(opened(whole, *done_until(whole, 99)), Step.SET))
    yield from every_move(library)


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
    for effort in Effort:
        yield EffortLogged(at, effort)
    yield PainLogged(at, 0, Light.GREEN, eased=False, small_range=False)
    for eased, small in ((False, False), (True, False), (True, True)):
        yield PainLogged(at, 4, Light.AMBER, eased, small)
    yield PainLogged(at, 10, Light.RED, eased=False, small_range=False)
    yield Skipped(())
    yield Skipped((at,))
    yield Skipped(tuple(range(len(routine.prescriptions))))
    yield Undone(Entry(EntryKind.SET, at, 12))
    yield Undone(Entry(EntryKind.EFFORT, at, effort=Effort.OK))
    yield Undone(Entry(EntryKind.PAIN, at, 4))
    yield Undone(Entry(EntryKind.SKIP, at))
    yield AlreadyLogged()
    for mode in (None, *Mode):
        yield Unclear(mode)


def _questions(library: Library) -> Iterator[Example]:
    whole = routine(library)
    at = first_of(Phase.STRENGTH, whole)
    warm, strength = opened(whole), opened(whole, *done_until(whole, at + 1), pending="planned")
    cool = opened(whole, *done_until(whole, first_of(Phase.COOL_DOWN, whole)))
    over = opened(whole, *done_until(whole, 99), Entry(EntryKind.EFFORT, at, effort=Effort.OK))
    last = replace(whole, prescriptions=whole.prescriptions[: at + 1])
    yield Example("effort at the end", Card(opened(last, *done_until(last, 99)), Step.EFFORT))
    for name, workout in (("warm-up", warm), ("strength", strength), ("cool-down", cool), ("over", over)):
        for step in Step:
            yield Example(f"{step} in {name}", Card(workout, step), replace(ATHLETE, step=step))
            yield Example(f"unclear {step} in {name}", Card(workout, step, Unclear(None)), replace(ATHLETE, step=step))
        for pending in (True, False):
            yield Example(f"stale in {name}", StaleAsked(workout, pending))
    for urgency in Urgency:
        for paused, pending in ((False, False), (True, False), (True, True)):
            yield Example(f"red flag {urgency}", RedFlagRaised(urgency, paused, pending))
    yield Example("no workout", NoWorkout())
    for day in (None, TODAY, date(2026, 11, 23)):
        yield Example(f"old button {day}", OldButton(day))


def _ends(library: Library) -> Iterator[Example]:
    whole = routine(library)
    at = first_of(Phase.STRENGTH, whole)
    done = replace(opened(whole, *done_until(whole, 99)), state=WorkoutState.FINISHED, ended_at=NOW)
    better = (
        Better("clamshell", "full_clamshell", Mode.REPS, 10, 12),
        Better("side_plank_leg_lift", "side_plank", Mode.HOLD, 20, 25),
        Better("clamshell", "banded_clamshell", Mode.REPS, None, 10),
        Better("hula_hoop", "slow_hula", Mode.REPS, None, 1),
    )
    event = SetLogged(len(whole.prescriptions) - 1, 0, 30, as_planned=True)
    yield Example("finished", Finished(done, event, better[:2], (Milestone.FIRST_STEP,), TODAY, FRIDAY))
    yield Example("finished with all", Finished(done, event, better, tuple(Milestone), TODAY, FRIDAY))
    yield Example(
        "finished next day", Finished(replace(done, ended_at=NOW + timedelta(days=1)), None, (), (), TODAY, FRIDAY)
    )
    skips = (Entry(EntryKind.SKIP, 0), Entry(EntryKind.PAIN, at, 7), *done_until(whole, 1)[:1])
    stopped = replace(opened(whole, *skips), state=WorkoutState.STOPPED, ended_at=NOW)
    yield Example("stopped", Finished(stopped, None, (), (Milestone.WISE_CHOICE,), TODAY, FRIDAY))
    for left in (1, 5):
        skips = (*done_until(whole, 1), *(Entry(EntryKind.SKIP, 1 + at) for at in range(left)))
        stopped = replace(opened(whole, *skips), state=WorkoutState.STOPPED, ended_at=NOW)
        yield Example(f"stopped with {left} left out", Finished(stopped, None, (), (), TODAY, FRIDAY))
    nothing = replace(opened(whole), state=WorkoutState.STOPPED, ended_at=NOW)
    yield Example("stopped at once", Finished(nothing, None, (), (), TODAY, FRIDAY))
    yield Example("stopped at once", Finished(replace(nothing, ended_at=None), None, (), (), TODAY, FRIDAY))


def _outgoing(words: Words) -> Iterator[Example]:
    def sent(kind: DeliveryKind, day_kind: DayKind, wording: str | None, ordinal: int = 0) -> Example:
        delivery = Delivery(1, 7, kind, TODAY, ordinal, NOW, DeliveryState.CLAIMED, wording)
        return Example(f"outgoing {wording}", Outgoing(delivery, ATHLETE, day_kind))

    for kind, texts in words.reminders.items():
        for at in (*range(len(texts)), 99):
            day_kind = DayKind.MOBILITY if kind == "mobility" else DayKind.STRENGTH
            delivery_kind = DeliveryKind.SNOOZE if kind == "snooze" else DeliveryKind.WORKOUT
            yield sent(delivery_kind, day_kind, f"{kind}.{at}", ordinal=at % 3)
    yield sent(DeliveryKind.WORKOUT, DayKind.STRENGTH, None)
    for wording in (*words.rest_days, "gone", None):
        yield sent(DeliveryKind.REST, DayKind.REST, wording)


def _pages(words: Words, library: Library) -> Iterator[Example]:
    yield Example("snoozed", postponing.Snoozed(NOW + timedelta(hours=1), ATHLETE))
    for twice in (True, False):
        yield Example("not snoozed", postponing.NotSnoozed(twice))
    yield Example("moved", postponing.MovedOn(date(2026, 11, 26), ()))
    shifted = ((FRIDAY, date(2026, 11, 28)), (date(2026, 11, 30), date(2026, 12, 1)))
    yield Example("moved with others", postponing.MovedOn(date(2026, 11, 26), shifted))
    yield Example("let go", postponing.LetGo(FRIDAY))
    yield Example("nothing planned", postponing.NothingPlanned(FRIDAY))
    yield Example("empty progress", ProgressShown(Summary(0, 0, 3, 0, 0, ()), ()))
    yield Example(
        "first progress", ProgressShown(Summary(1, 1, 3, 0, 1, _trends(library)[:1]), (Milestone.FIRST_STEP,))
    )
    yield Example("all progress", ProgressShown(Summary(9, 5, 3, 40, 120, _trends(library)), tuple(Milestone)))
    yield Example("lessons", oddities.LessonsListed())
    for lesson in (*(lesson.id for lesson in words.lessons), "gone"):
        yield Example(f"lesson {lesson}", oddities.LessonShown(lesson))
    for athlete in (None, ATHLETE, replace(ATHLETE, step=Step.SET)):
        yield Example("privacy", privacy.PrivacyShown(), athlete)
        yield Example("help", oddities.HelpShown(), athlete)
        yield Example("nothing to cancel", oddities.NothingToCancel(), athlete)
        yield Example("private only", oddities.PrivateOnly(), athlete)
        yield Example("text", oddities.NotUnderstood("text"), athlete)
        yield Example("command", oddities.NotUnderstood("command"), athlete)
        yield Example("media", oddities.NotUnderstood("media"), athlete)
        yield Example("forged", oddities.ButtonForged(), athlete)
        for flag in (True, False):
            yield Example("edit", oddities.EditIgnored(flag), athlete)
            yield Example("failed", oddities.Failed(flag), athlete)
    yield Example("deletion", privacy.DeletionAsked())
    yield Example("deleted", privacy.Deleted(), None)


def _trends(library: Library) -> tuple[Trend, ...]:
    ways = ((12, 10), (10, 10), (9, 12), (12, None))
    return tuple(
        Trend(exercise.id, v.id, v.mode, 15, *ways[at % 4])
        for exercise in library.exercises.values()
        for at, v in enumerate(exercise.ladder)
    )
