"""The routines athletes get, from the content that ships: each level, length, equipment and single limit."""

from collections.abc import Iterable, Iterator
from itertools import product

import pytest

from bot.domain.exercise import Equipment, Exercise, Level, Mode, Phase, Sides, Tempo
from bot.domain.ladder import Ladder
from bot.domain.library import Library
from bot.domain.prescribing import LENGTH_TOLERANCE, SESSIONS, Asked, build_routine
from bot.domain.progression import Effort, Performance
from bot.domain.routine import Prescription, Profile, Routine, RoutineKind
from bot.domain.variations import Choice, choose

from .builders import BAND, WEIGHT, did, profile, real_library

OWNED = [(), *((item,) for item in Equipment), tuple(Equipment)]
EACH = pytest.mark.parametrize(("level", "length"), list(product(Level, (10, 20, 30))))
STRENGTH_MOVES = {10: {1, 2, 3}, 20: {3}, 30: {3}}
"""How many strength moves a routine has: on a short day as many as fit with one set each."""


def known_limits(library: Library) -> list[str]:
    of_exercises = {limit for exercise in library.exercises.values() for limit in exercise.limits}
    return sorted(of_exercises | set(library.general_limits) | set(library.areas))


def routines(level: Level, length: int, kind: RoutineKind = RoutineKind.STRENGTH) -> Iterator[Routine]:
    library = real_library()
    for owned, session, limit in product(OWNED, SESSIONS, (None, *known_limits(library))):
        who = profile(level, owned, [limit] if limit else [])
        yield build_routine(Asked(kind, session, length), who, {}, library)


def grown_routines(level: Level, length: int) -> Iterator[Routine]:
    """Give what somebody gets who stands on each rung, at its lowest and at its highest target."""
    library = real_library()
    for owned, session, limit in product((OWNED[0], OWNED[-1]), SESSIONS, (None, *known_limits(library))):
        who = profile(level, owned, [limit] if limit else [])
        for rung, at_the_top in product(range(1, 6), (True, False)):
            history = {
                exercise.id: [stood_on(exercise, rung, who, library, at_the_top=at_the_top)]
                if exercise.phase is Phase.STRENGTH
                else [did(1, on=each.id) for each in exercise.ladder]
                for exercise in library.exercises.values()
            }
            yield build_routine(Asked(RoutineKind.STRENGTH, session, length), who, history, library)


def stood_on(exercise: Exercise, rung: int, who: Profile, library: Library, *, at_the_top: bool) -> Performance:
    variation = next(each for each in exercise.ladder if each.rung == rung)
    low = variation.doses[who.level].amount.low
    amount = Ladder(exercise, who, library).top(variation) if at_the_top else low
    effort = Effort.OK if at_the_top else Effort.HARD
    return did(amount, amount, on=variation.id, asked=amount, effort=effort)


def test_the_lowest_rung_of_every_exercise_needs_nothing() -> None:
    assert all(exercise.ladder[0].equipment == frozenset() for exercise in real_library().exercises.values())


@EACH
def test_a_strength_routine_has_all_three_phases_and_three_strength_moves_where_they_fit(
    level: Level, length: int
) -> None:
    for routine in routines(level, length):
        phases = [each.phase for each in routine.prescriptions]
        assert set(phases) == set(Phase)
        assert phases.count(Phase.STRENGTH) in STRENGTH_MOVES[length]
        assert phases == sorted(phases, key=list(Phase).index)


@EACH
def test_a_strength_routine_is_within_a_fifth_of_the_length_whatever_its_targets(level: Level, length: int) -> None:
    for minutes in (sum(p.seconds for p in routine.prescriptions) / 60 for routine in grown_routines(level, length)):
        assert length * (1 - LENGTH_TOLERANCE) <= minutes <= length * (1 + LENGTH_TOLERANCE)


CHANGE_OF_MOVE, CHANGE_OF_SIDE, HALF_A_MINUTE = 15, 4, 30


@EACH
def test_the_rests_after_last_sets_are_time_enough_to_change_position_within_half_a_minute(
    level: Level, length: int
) -> None:
    for routine in routines(level, length):
        rests = sum(p.rest for p in routine.prescriptions)
        sides = sum(p.sets * (max(1, len(p.areas)) * (1 + (p.sides is Sides.EACH)) - 1) for p in routine.prescriptions)
        changes = (len(routine.prescriptions) - 1) * CHANGE_OF_MOVE + sides * CHANGE_OF_SIDE
        assert changes - rests <= HALF_A_MINUTE


@EACH
def test_a_mobility_routine_warms_up_and_cools_down(level: Level, length: int) -> None:
    for routine in routines(level, length, RoutineKind.MOBILITY):
        assert {each.phase for each in routine.prescriptions} == {Phase.WARM_UP, Phase.COOL_DOWN}


def chosen(exercise: str, rung: int, owns: Iterable[Equipment] = (), spares: Iterable[str] = ()) -> Choice | None:
    library = real_library()
    return choose(library.exercises[exercise], rung, profile(Level.ADVANCED, owns, spares), library)


def variation(exercise: str, rung: int, owns: Iterable[Equipment] = (), spares: Iterable[str] = ()) -> str | None:
    choice = chosen(exercise, rung, owns, spares)
    return choice.variation.id if choice else None


def prescribed(exercise: str, *limits: str, level: Level = Level.ADVANCED) -> Prescription:
    library = real_library()
    routine = build_routine(Asked(RoutineKind.STRENGTH, "b", 60), profile(level, Equipment, limits), {}, library)
    return next(each for each in routine.prescriptions if each.exercise == exercise)


@pytest.mark.parametrize(
    ("owns", "highest"),
    [
        ([], "fingertip_leg_lift"),
        ([BAND], "ankle_band_leg_lift"),
        ([WEIGHT], "paused_ankle_weight_leg_lift"),
        ([BAND, WEIGHT], "ankle_band_leg_lift"),
    ],
)
def test_the_highest_leg_lift_is_done_with_what_is_owned(owns: list[Equipment], highest: str) -> None:
    assert variation("standing_leg_lift", 5, owns) == highest


def test_the_highest_leg_lift_pauses_for_two_seconds_band_or_weight() -> None:
    choices = [chosen("standing_leg_lift", 5, [thing]) for thing in (BAND, WEIGHT)]
    assert [choice and choice.variation.tempo for choice in choices] == [Tempo(2, 2, 3)] * 2


@pytest.mark.parametrize("spared", ["ankle", "knee"])
def test_a_sore_ankle_or_knee_carries_no_weight(spared: str) -> None:
    assert variation("standing_leg_lift", 5, [WEIGHT], [spared]) == "fingertip_leg_lift"
    assert variation("standing_leg_lift", 5, [WEIGHT, BAND], [spared]) == "banded_leg_lift"


def test_a_short_stance_keeps_a_hand_on_the_wall() -> None:
    assert variation("standing_leg_lift", 5, Equipment, ["short_stance"]) == "supported_leg_lift"


@pytest.mark.parametrize("other", ["shoulder", "elbow", "neck", "seated_or_floor"])
def test_nobody_leans_at_the_wall_who_should_lie(other: str) -> None:
    assert variation("side_plank_leg_lift", 5, (), ["hip_outer"]) == "wall_side_plank"
    assert variation("side_plank_leg_lift", 5, (), [other]) == "side_lying_lift"
    assert variation("side_plank_leg_lift", 5, (), [other, "hip_outer"]) is None


def test_the_seated_press_out_is_done_with_a_band_where_one_is_owned() -> None:
    assert variation("clamshell", 5, [BAND], ["hip_outer"]) == "seated_band_press_out"
    assert variation("clamshell", 5, (), ["hip_outer"]) == "seated_hand_press_out"


def test_a_sore_neck_does_no_circles_on_hands_and_knees() -> None:
    assert variation("hip_circles", 5, (), ["neck"]) == "free_knee_circle"


def test_short_holds_are_for_strength_not_for_rolling_walking_or_stretching() -> None:
    limits = ("holds_max_20s", "no_rolling")
    plank, short = prescribed("side_plank_leg_lift"), prescribed("side_plank_leg_lift", *limits)
    assert (plank.mode, plank.amount, short.amount) == (Mode.HOLD, 30, 20)
    for stretch in ("foam_rolling", "butterfly_stretch", "heel_to_glute"):
        assert prescribed(stretch, *limits).amount == prescribed(stretch, "no_rolling").amount > 20


def test_advanced_athletes_warm_up_with_brisk_heel_flicks() -> None:
    flicks = prescribed("heel_to_glute")
    assert (flicks.variation, flicks.amount) == ("brisk_heel_flicks", 30)
