"""The routines athletes get, from the content that ships: each level, length, equipment and single limit."""

from collections.abc import Iterator
from itertools import product

import pytest

from bot.domain.exercise import Equipment, Level, Phase
from bot.domain.library import Library
from bot.domain.prescribing import LENGTH_TOLERANCE, SESSIONS, build_routine
from bot.domain.routine import Routine, RoutineKind

from .builders import profile, real_library

OWNED = [(), *((item,) for item in Equipment), tuple(Equipment)]
EACH = pytest.mark.parametrize(("level", "length"), list(product(Level, (20, 30))))


def known_limits(library: Library) -> list[str]:
    of_exercises = {limit for exercise in library.exercises.values() for limit in exercise.limits}
    return sorted(of_exercises | set(library.general_limits) | set(library.areas))


def routines(level: Level, length: int, kind: RoutineKind = RoutineKind.STRENGTH) -> Iterator[Routine]:
    library = real_library()
    for owned, session, limit in product(OWNED, SESSIONS, (None, *known_limits(library))):
        who = profile(level, owned, [limit] if limit else [])
        yield build_routine(kind, session, length, who, {}, library)


def test_the_lowest_rung_of_every_exercise_needs_nothing() -> None:
    assert all(exercise.ladder[0].equipment == frozenset() for exercise in real_library().exercises.values())


@EACH
def test_a_strength_routine_has_all_three_phases_and_three_strength_moves(level: Level, length: int) -> None:
    for routine in routines(level, length):
        phases = [each.phase for each in routine.prescriptions]
        assert set(phases) == set(Phase)
        assert phases.count(Phase.STRENGTH) == 3
        assert phases == sorted(phases, key=list(Phase).index)


@EACH
def test_a_strength_routine_is_at_most_a_fifth_longer_than_chosen(level: Level, length: int) -> None:
    for routine in routines(level, length):
        assert sum(each.seconds for each in routine.prescriptions) <= length * 60 * (1 + LENGTH_TOLERANCE)


@EACH
def test_a_mobility_routine_warms_up_and_cools_down(level: Level, length: int) -> None:
    for routine in routines(level, length, RoutineKind.MOBILITY):
        assert {each.phase for each in routine.prescriptions} == {Phase.WARM_UP, Phase.COOL_DOWN}
