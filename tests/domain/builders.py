"""Small exercises, doings and routines: what the tests of the rules are told with."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from bot.content.pack import load
from bot.domain.exercise import Adaptation, Dose, Equipment, Exercise, Level, Mode, Phase, Sides, Span, Tempo, Variation
from bot.domain.library import Library, Program
from bot.domain.morning import Morning
from bot.domain.progression import Effort, Performance
from bot.domain.routine import TAP, Prescription, Profile, Reason


@cache
def real_library() -> Library:
    """Return the library that athletes get."""
    return load(Path(__file__).parents[2] / "content").library


BAND = Equipment.MINI_BAND
ROLLER = Equipment.ROLLER
WEIGHT = Equipment.ANKLE_WEIGHT

SLOW = Tempo(2, 1, 2)

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    """Return a day by its number: 1 is a Monday, 7 the Sunday after it, 8 the next Monday."""
    return date.fromordinal(MONDAY.toordinal() + number - 1)


def profile(
    level: Level = Level.BEGINNER,
    owns: Iterable[Equipment] = (),
    spares: Iterable[str] = (),
    wants: Iterable[str] = (),
    days: int = 3,
) -> Profile:
    return Profile(level, frozenset(owns), frozenset(spares), frozenset(wants), days)


ME = profile()
"""A beginner with nothing at home and nothing to spare."""


def dose(low: int = 8, high: int = 12, sets: tuple[int, int] = (2, 2), rest: int = 60) -> Dose:
    return Dose(Span(*sets), Span(low, high), rest)


def variation(
    id: str,
    rung: int | None = None,
    amount: tuple[int, int] = (8, 12),
    *,
    mode: Mode = Mode.REPS,
    sides: Sides = Sides.EACH,
    needs: Iterable[Equipment] = (),
    sets: tuple[int, int] = (2, 2),
) -> Variation:
    """Return a variation that asks the same of every level."""
    doses = dict.fromkeys(Level, dose(*amount, sets=sets))
    return Variation(id, rung, mode, sides, frozenset(needs), SLOW, doses)


def hold(id: str, rung: int | None = None, seconds: tuple[int, int] = (10, 20)) -> Variation:
    return variation(id, rung, seconds, mode=Mode.HOLD)


def move(
    *ladder: Variation,
    id: str = "clamshell",
    phase: Phase = Phase.STRENGTH,
    start: int = 2,
    swaps: tuple[Variation, ...] = (),
    areas: tuple[str, ...] = (),
    opt_in_from: int | None = None,
    limits: Mapping[str, Adaptation] | None = None,
) -> Exercise:
    """Return an exercise; without a ladder it has three rungs of 8 to 12 reps that need nothing."""
    rungs = ladder or tuple(variation(f"rung {rung}", rung) for rung in (1, 2, 3))
    return Exercise(id, phase, rungs, swaps, dict.fromkeys(Level, start), opt_in_from, areas, limits or {})


def library(*exercises: Exercise, everywhere: Mapping[str, Adaptation] | None = None) -> Library:
    """Return a library of these exercises: warm-up and cool-down by phase, strength in both sessions."""
    by_phase = {phase: tuple(e.id for e in exercises if e.phase is phase) for phase in Phase}
    strength = by_phase[Phase.STRENGTH]
    program = Program(
        version=1,
        warm_up=by_phase[Phase.WARM_UP],
        sessions={"a": strength, "b": strength},
        minimum=strength[:2],
        cool_down=by_phase[Phase.COOL_DOWN],
        sets=dict.fromkeys(Level, 2),
        weekly_sets=dict.fromkeys(Level, Span(8, 14)),
        counts=dict.fromkeys(strength, 1),
    )
    return Library({e.id: e for e in exercises}, program, (), everywhere or {}, {}, 12)


def did(
    *amounts: int,
    on: str = "rung 2",
    asked: int = 8,
    sets: int = 2,
    effort: Effort | None = Effort.OK,
    pain: int | None = None,
    small: bool = False,
    kept: bool = False,
    light: bool = False,
    tried: bool = False,
    morning: Morning | None = None,
) -> Performance:
    """Return one workout's doing of an exercise: two sets asked, it felt ok, nothing hurt."""
    return Performance(on, sets, asked, small, amounts, effort, pain, kept, light, tried, morning=morning)


def prescription(
    exercise: str = "clamshell",
    phase: Phase = Phase.STRENGTH,
    *,
    sets: int = 2,
    amount: int = 10,
    mode: Mode = Mode.REPS,
    sides: Sides = Sides.EACH,
    directions: int = 1,
    areas: tuple[str, ...] = (),
    rest: int = 60,
    tempo: Tempo = SLOW,
) -> Prescription:
    return Prescription(
        exercise=exercise,
        variation="rung 2",
        phase=phase,
        mode=mode,
        sides=sides,
        directions=directions,
        areas=areas,
        sets=sets,
        amount=amount,
        low=8,
        rest=rest,
        tempo=tempo,
        small_range=False,
        notes=(),
        reason=Reason("start", {}),
    )


def seconds_long(
    seconds: int, phase: Phase = Phase.STRENGTH, sets: int = 1, areas: tuple[str, ...] = ()
) -> Prescription:
    """Return a prescription whose every set takes so long with its tap, for each of its areas."""
    return prescription(
        phase=phase, sets=sets, amount=seconds, mode=Mode.HOLD, sides=Sides.TOGETHER, areas=areas, rest=-TAP
    )
