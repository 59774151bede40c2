"""The routines athletes get, from the content that ships: each level, length, equipment and single limit."""

from collections.abc import Iterator
from itertools import product

import pytest

from bot.domain.exercise import Equipment, Exercise, Level, Phase
from bot.domain.library import Library
from bot.domain.prescribing import LENGTH_TOLERANCE, SESSIONS, build_routine
from bot.domain.progression import Effort, Performance, top_of
from bot.domain.routine import Profile, Routine, RoutineKind

from .builders import did, profile, real_library

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


def grown_routines(level: Level, length: int) -> Iterator[Routine]:
    """Give what somebody gets who stands on each rung, at its lowest and at its highest target."""
    library = real_library()
    for owned, session, limit in product((OWNED[0], OWNED[-1]), SESSIONS, (None, *known_limits(library))):
        who = profile(level, owned, [limit] if limit else [])
        for rung, at_the_top in product(range(1, 6), (True, False)):
            history = {
                exercise.id: [stood_on(exercise, rung, who, library, at_the_top=at_the_top)]
                for exercise in library.exercises.values()
                if exercise.phase is Phase.STRENGTH
            }
            yield build_routine(RoutineKind.STRENGTH, session, length, who, history, library)


def stood_on(exercise: Exercise, rung: int, who: Profile, library: Library, *, at_the_top: bool) -> Performance:
    variation = exercise.ladder[rung - 1]
    low = variation.doses[who.level].amount.low
    amount = top_of(variation, exercise, who, library) if at_the_top else low
    effort = Effort.OK if at_the_top else Effort.HARD
    return did(amount, amount, on=variation.id, asked=amount, effort=effort)


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
def test_a_strength_routine_is_within_a_fifth_of_the_length_whatever_its_targets(level: Level, length: int) -> None:
    for minutes in (sum(p.seconds for p in routine.prescriptions) / 60 for routine in grown_routines(level, length)):
        assert length * (1 - LENGTH_TOLERANCE) <= minutes <= length * (1 + LENGTH_TOLERANCE)


@EACH
def test_a_mobility_routine_warms_up_and_cools_down(level: Level, length: int) -> None:
    for routine in routines(level, length, RoutineKind.MOBILITY):
        assert {each.phase for each in routine.prescriptions} == {Phase.WARM_UP, Phase.COOL_DOWN}
