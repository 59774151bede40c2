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
from bot.domain.short_days import (
    MINIMUM_SECONDS,
    MINIMUM_WARM_UPS,
    SHORT_DAY,
    can_spare_strength,
    few_moves,
    share_out,
    without_last_strength,
)
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
    `turn` counts the sessions so far: where a set has to go, each move of a session has its turn.
    """

    kind: RoutineKind
    session: str
    length: int
    load: Load = Load.USUAL
    week_done: float = 0
    whole: bool = False
    day: date = date.max
    turn: int = 0


def build_routine(asked: Asked, profile: Profile, history: History, library: Library) -> Routine:
    """Build a routine.

    Strength has three phases, mobility none of strength and as long as it takes. A move that a limit removes is
    replaced by one of the other session's, and so is one that has a respite and no swap (evidence 5.2). The length wins
    over sets and stretches, never over a phase; what asks less than usual is as short as it gets.
    """
    program, strong = library.program, asked.kind is RoutineKind.STRENGTH
    todays = _todays(asked.day, profile, history, library)
    wanted = program.sessions[asked.session] if strong else ()
    moves = (*program.warm_up, *_allowed(wanted, todays, library), *program.cool_down)
    targets = _instead(wanted, todays, _targets(moves, todays, asked.load))
    if not strong:
        return Routine(asked.kind, None, asked.length, targets, ())
    few, left_out = leave_out(targets, asked.length)
    kept = few if asked.whole else within_week(few, asked.week_done, program.counts)
    fitted, trims = fit(kept, asked.length, asked.turn // len(SESSIONS))
    if asked.load is Load.USUAL:
        fitted = fill(fitted, asked.length)
    full = () if kept == few else (Trim.WEEK,)
    return Routine(asked.kind, asked.session, asked.length, fitted, (*full, *left_out, *trims), asked.load)


def build_minimum(asked: Asked, profile: Profile, history: History, library: Library) -> Routine:
    """Build the four-minute version: one warm-up move and two strength moves, a set each (evidence 7).

    A move that a limit removes, or that rests, is replaced as in a full session. It belongs to no session: the one that
    was due stays due. One set of each is what a full week leaves too.
    """
    program, todays = library.program, _todays(asked.day, profile, history, library)
    moves = _allowed(program.minimum, todays, library)
    strength = _instead(program.minimum, todays, _targets(moves, todays, asked.load))
    warm_up = _targets(program.warm_up, todays, asked.load)[:MINIMUM_WARM_UPS]
    few = share_out((*warm_up, *strength), MINIMUM_SECONDS)
    few = fill(few, asked.length) if asked.load is Load.USUAL else few
    return Routine(asked.kind, None, asked.length, few, (), asked.load)


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


def _todays(day: date, profile: Profile, history: History, library: Library) -> Mapping[str, _Today]:
    exercises = library.exercises.items()
    return {id: _Today(Ladder(exercise, profile, library), history.get(id, ()), day) for id, exercise in exercises}


def _allowed(wanted: tuple[str, ...], todays: Mapping[str, _Today], library: Library) -> tuple[str, ...]:
    """Return the strength moves that are wanted; others of the program in place of those that may not be."""
    sessions = library.program.sessions
    spare = dict.fromkeys(move for session in SESSIONS for move in sessions[session] if move not in wanted)
    allowed = [move for move in (*wanted, *spare) if (ladder := todays[move].ladder) and ladder.start()]
    return tuple(allowed[: len(wanted)])


def _targets(moves: Iterable[str], todays: Mapping[str, _Today], load: Load) -> tuple[Prescription, ...]:
    """Return what each move asks of the athlete under a load; nothing of a move that may not be."""
    found = [_prescribed(todays[move], load) for move in moves]
    return tuple(prescription for prescription in found if prescription)


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
    wanted: tuple[str, ...], todays: Mapping[str, _Today], prescriptions: tuple[Prescription, ...]
) -> tuple[Prescription, ...]:
    """Have the moves that were not wanted say which of those that were rests, for which they come."""
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
    new = all(done.variation != prescription.variation for done in history)
    return replace(prescription, lead=lead_of(history) if led else None, new=new)


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


def leave_out(
    prescriptions: tuple[Prescription, ...], length: int
) -> tuple[tuple[Prescription, ...], tuple[Trim, ...]]:
    """Leave out moves of a short day, and none of any other: warm-up moves, stretches, then strength moves.

    The last strength moves go only where one set of each still takes too long. A phase is never dropped. Returns what
    is left and what was left out.
    """
    if length > SHORT_DAY:
        return prescriptions, ()
    left, trims = few_moves(prescriptions)
    while _seconds(fit(left, length)[0]) > length * 60 * (1 + LENGTH_TOLERANCE) and can_spare_strength(left):
        left, trims = without_last_strength(left), (*trims, Trim.FEWER_MOVES)
    return left, tuple(dict.fromkeys(trims))


def fit(
    prescriptions: tuple[Prescription, ...], length: int, turn: int = 0
) -> tuple[tuple[Prescription, ...], tuple[Trim, ...]]:
    """Trim until the estimate is within 20 % of the length: rolling, stretches, third sets, then second sets.

    Where long targets still take more, stretches get shorter, then the warm-up. Goes move by move, the last one first
    (of the strength moves, each `turn` another one), and stops as soon as it fits; a phase is never dropped. Returns
    what is left and what was trimmed.
    """
    trims: list[Trim] = []
    left = list(prescriptions)
    limit = length * 60 * (1 + LENGTH_TOLERANCE)
    order = _last_first(left, turn)
    for trim, trimmed in _TRIMS.items():
        for at in order:
            if _seconds(left) <= limit:
                return tuple(left), tuple(trims)
            shorter = trimmed(left[at])
            if shorter != left[at]:
                left[at] = shorter
                trims = [*trims, trim] if trim not in trims else trims
    return tuple(left), tuple(trims)


def _last_first(prescriptions: Sequence[Prescription], turn: int) -> Sequence[int]:
    """Return the places from the last to the first; the strength moves take turns at being their first."""
    strength = [at for at, p in enumerate(prescriptions) if p.phase is Phase.STRENGTH][::-1]
    others = [at for at, p in enumerate(prescriptions) if p.phase is not Phase.STRENGTH][::-1]
    first = turn % len(strength) if strength else 0
    return (*strength[first:], *strength[:first], *others)


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
