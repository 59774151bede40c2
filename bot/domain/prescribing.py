"""Building today's routine: session by session, adapted to the athlete, fitted to the minutes they have."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.domain.balance import lead_of
from bot.domain.exercise import Phase, Sides
from bot.domain.ladder import Ladder
from bot.domain.library import Library
from bot.domain.load import EASINGS, lighten
from bot.domain.progression import Performance, standing
from bot.domain.respite import Respite, respite_on, with_swap
from bot.domain.routine import Load, Prescription, Profile, Reason, Routine, RoutineKind, Standing, Trim
from bot.domain.spacing import within_week
from bot.domain.variations import Choice

LENGTH_TOLERANCE = 0.2
"""A routine's estimate stays within this share of the chosen length (evidence 1)."""

LEAST_WARM_UP = 5
"""The beginner's dose of the shortest warm-up move: less would warm nobody up."""

SESSIONS = ("a", "b")

History = Mapping[str, Sequence[Performance]]
"""Performances by exercise, oldest first."""


def next_session(finished: int) -> str:
    """Return which session comes next: A and B take turns, so that all five moves come within a week."""
    return SESSIONS[finished % len(SESSIONS)]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a routine is built for: kind and session, minutes, how much of the usual, and the week's hard sets so far.

    `whole` when all sets are wanted although the week gets more than its most. Moves may have a respite on the `day`.
    """

    kind: RoutineKind
    session: str
    length: int
    load: Load = Load.USUAL
    week_done: float = 0
    whole: bool = False
    day: date = date.max


def build_routine(asked: Asked, profile: Profile, history: History, library: Library) -> Routine:
    """Build a routine.

    Strength has three phases, mobility none of strength and as long as it takes. A move that a limit removes is
    replaced by one of the other session's, and so is one that has a respite and no swap (evidence 5.2). The length wins
    over sets and stretches, never over a phase; what asks less than usual is as short as it gets.
    """
    program, strong = library.program, asked.kind is RoutineKind.STRENGTH
    exercises = library.exercises.items()
    todays = {id: _Today(Ladder(e, profile, library), history.get(id, ()), asked.day) for id, e in exercises}
    strength = _strength_moves(asked.session, todays, library) if strong else ()
    moves = [todays[move] for move in (*program.warm_up, *strength, *program.cool_down)]
    found = [_prescribed(move, asked.load) for move in moves]
    prescriptions = _instead(
        asked.session, todays, library, tuple(prescription for prescription in found if prescription)
    )
    if not strong:
        return Routine(asked.kind, None, asked.length, prescriptions, ())
    kept = prescriptions if asked.whole else within_week(prescriptions, asked.week_done, program.counts)
    fitted, trims = fit(kept, asked.length)
    if asked.load is Load.USUAL:
        fitted = fill(fitted, asked.length)
    trims = trims if kept == prescriptions else (Trim.WEEK, *trims)
    return Routine(asked.kind, asked.session, asked.length, fitted, trims, asked.load)


@dataclass(frozen=True)
class _Today:
    """An exercise on the day of the routine: the ladder as ever, what was done of it, and its respite if it has one."""

    usual: Ladder
    history: Sequence[Performance]
    day: date

    @cached_property
    def respite(self) -> Respite | None:
        return respite_on(self.day, self.history)

    @cached_property
    def ladder(self) -> Ladder | None:
        """The ladder of the day, with the swap of a respite; None where the exercise rests."""
        return with_swap(self.usual, self.respite) if self.respite else self.usual


def _strength_moves(session: str, todays: Mapping[str, _Today], library: Library) -> tuple[str, ...]:
    sessions = library.program.sessions
    wanted = sessions[session]
    spare = [move for other in SESSIONS if other != session for move in sessions[other] if move not in wanted]
    allowed = [move for move in (*wanted, *spare) if (ladder := todays[move].ladder) and ladder.start()]
    return tuple(allowed[: len(wanted)])


def prescribe(ladder: Ladder, history: Sequence[Performance], load: Load, day: date) -> Prescription | None:
    """Return what an exercise's history (oldest first) and the day ask, None when a limit removes it or it rests."""
    return _prescribed(_Today(ladder, history, day), load)


def _prescribed(today: _Today, load: Load) -> Prescription | None:
    """Return what is asked; a swap of a respite says that it is one."""
    prescription = _asked_of(today.ladder, today.history, load) if today.ladder else None
    if prescription is None or today.respite is None:
        return prescription
    return replace(prescription, reason=Reason("respite_swap", {"until": today.respite.until.toordinal()}))


def _instead(
    session: str, todays: Mapping[str, _Today], library: Library, prescriptions: tuple[Prescription, ...]
) -> tuple[Prescription, ...]:
    """Have the moves of the other session say which of this one's rests, for which they come."""
    wanted = library.program.sessions[session]
    rests = iter(
        [
            Reason("respite_instead", {"exercise": move, "until": respite.until.toordinal()})
            for move in wanted
            if (respite := todays[move].respite) and todays[move].ladder is None
        ]
    )
    return tuple(
        replace(p, reason=next(rests, p.reason)) if p.phase is Phase.STRENGTH and p.exercise not in wanted else p
        for p in prescriptions
    )


def _asked_of(ladder: Ladder, history: Sequence[Performance], load: Load) -> Prescription | None:
    target = standing(ladder, history)
    if target is None:
        return None
    down = EASINGS[load].rungs_down if load in EASINGS and ladder.exercise.phase is Phase.STRENGTH else 0
    choice = ladder.reached(max(1, (ladder.exercise.variation(target.variation).rung or 1) - down))
    if choice is None:
        return None
    if choice.variation.id != target.variation:
        low = ladder.dose(choice.variation).amount.low
        target = Standing(choice.variation.id, low, reason=Reason("limited", {}))
    prescription = lighten(_prescription(ladder, choice, target), load)
    led = prescription.sides is Sides.EACH and not prescription.notes
    return replace(prescription, lead=lead_of(history)) if led else prescription


def _prescription(ladder: Ladder, choice: Choice, target: Standing) -> Prescription:
    exercise, variation, growth = ladder.exercise, choice.variation, target.growth
    dose = ladder.dose(variation)
    return Prescription(
        exercise=exercise.id,
        variation=variation.id,
        phase=exercise.phase,
        mode=variation.mode,
        sides=variation.sides,
        directions=variation.directions,
        areas=() if variation.rung is None else exercise.areas,
        sets=min(ladder.sets(variation) + growth.sets, dose.sets.high),
        amount=min(target.amount, ladder.top(variation) + growth.top),
        low=dose.amount.low,
        rest=dose.rest,
        tempo=replace(variation.tempo, pause=variation.tempo.pause + growth.pause),
        small_range=target.small_range or choice.small_range,
        notes=choice.notes,
        reason=target.reason,
    )


def fit(prescriptions: tuple[Prescription, ...], length: int) -> tuple[tuple[Prescription, ...], tuple[Trim, ...]]:
    """Trim until the estimate is within 20 % of the length: rolling, stretches, third sets, then second sets.

    Where long targets still take more, stretches get shorter, then the warm-up. Goes move by move, the last one first, and stops as soon as it fits; a phase is never dropped. Returns what is
    left and what was trimmed.
    """
    trims: list[Trim] = []
    left = list(prescriptions)
    limit = length * 60 * (1 + LENGTH_TOLERANCE)
    for trim, trimmed in _TRIMS.items():
        for at in reversed(range(len(left))):
            if _seconds(left) <= limit:
                return tuple(left), tuple(trims)
            shorter = trimmed(left[at])
            if shorter != left[at]:
                left[at] = shorter
                trims = [*trims, trim] if trim not in trims else trims
    return tuple(left), tuple(trims)


def fill(prescriptions: tuple[Prescription, ...], length: int) -> tuple[Prescription, ...]:
    """Do stretches, then the warm-up, then rolling twice where the estimate is under 80 % of the length.

    Strength stays as it is: minutes to spare are no reason for more load.
    """
    left = list(prescriptions)
    least = length * 60 * (1 - LENGTH_TOLERANCE)
    for phase, rolling in ((Phase.COOL_DOWN, False), (Phase.WARM_UP, False), (Phase.COOL_DOWN, True)):
        for at, prescription in enumerate(left):
            if _seconds(left) < least and prescription.phase is phase and bool(prescription.areas) is rolling:
                left[at] = replace(prescription, sets=max(prescription.sets, 2))
    return tuple(left)


def _seconds(prescriptions: Iterable[Prescription]) -> int:
    return sum(prescription.seconds for prescription in prescriptions)


def _one_area(prescription: Prescription) -> Prescription:
    return replace(prescription, areas=prescription.areas[:1])


def _one_stretch(prescription: Prescription) -> Prescription:
    return replace(prescription, sets=1) if prescription.phase is not Phase.STRENGTH else prescription


def _shorter_stretch(prescription: Prescription) -> Prescription:
    return replace(prescription, amount=prescription.low) if prescription.phase is Phase.COOL_DOWN else prescription


def _shorter_warm_up(prescription: Prescription) -> Prescription:
    amount = min(prescription.amount, max(LEAST_WARM_UP, prescription.amount * 2 // 3))
    return replace(prescription, amount=amount) if prescription.phase is Phase.WARM_UP else prescription


def _at_most(sets: int) -> Callable[[Prescription], Prescription]:
    def trimmed(prescription: Prescription) -> Prescription:
        return replace(prescription, sets=min(prescription.sets, sets))

    return trimmed


_TRIMS: Mapping[Trim, Callable[[Prescription], Prescription]] = {
    Trim.ROLLING: _one_area,
    Trim.STRETCHES: _one_stretch,
    Trim.THIRD_SETS: _at_most(2),
    Trim.SECOND_SETS: _at_most(1),
    Trim.SHORTER_STRETCHES: _shorter_stretch,
    Trim.SHORTER_WARM_UP: _shorter_warm_up,
}
