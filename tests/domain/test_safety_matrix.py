"""The safety matrix of the evidence (section 1) over the real library, row by row: a flag, and what the plan holds.

Everybody here is at the top of every ladder, owns everything and opted into every pose: whatever a limit has to hold
back is there to be held back. Flags that an athlete does not tap are what readiness topics bring.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

import pytest

from bot.domain.exercise import Equipment, Level, Mode, Phase
from bot.domain.prescribing import SESSIONS, Asked, build_routine
from bot.domain.routine import Prescription, Profile, RoutineKind
from bot.domain.variations import Choice, choose

from .builders import profile, real_library

LIBRARY = real_library()
TOP = 5
STEADY_LIMITS = {"pregnant": "talk_test", "gave_birth": "gentle_start"}


def who(*flags: str, level: Level = Level.ADVANCED) -> Profile:
    """Return somebody who spares areas, or to whom topics of the readiness check apply."""
    limits = {limit for flag in flags for limit in (LIBRARY.topics[flag].limits if flag in LIBRARY.topics else (flag,))}
    return profile(level, Equipment, limits, LIBRARY.opt_ins)


def held(exercise: str, *flags: str) -> Choice | None:
    """Return what of an exercise the plan holds for somebody at the top of its ladder."""
    return choose(LIBRARY.exercises[exercise], TOP, who(*flags), LIBRARY)


def kept(exercise: str, *flags: str) -> Choice:
    """Return what the plan holds of an exercise, which must be something."""
    choice = held(exercise, *flags)
    assert choice
    return choice


def variation(exercise: str, *flags: str) -> str:
    return kept(exercise, *flags).variation.id


def rung(exercise: str, *flags: str) -> int | None:
    return kept(exercise, *flags).variation.rung


def small(exercise: str, *flags: str) -> bool:
    return kept(exercise, *flags).small_range


def note(exercise: str, *flags: str) -> tuple[str, ...]:
    return kept(exercise, *flags).notes


def routine(*flags: str, level: Level = Level.ADVANCED) -> Iterator[Prescription]:
    """Give all prescriptions of both strength days and of mobility."""
    for kind in RoutineKind:
        for session in SESSIONS:
            yield from build_routine(Asked(kind, session, 30), who(*flags, level=level), {}, LIBRARY).prescriptions


def moves(*flags: str) -> set[str]:
    return {prescription.exercise for prescription in routine(*flags)}


def seconds_held(prescriptions: Iterable[Prescription]) -> set[int]:
    return {p.amount for p in prescriptions if p.phase is Phase.STRENGTH and p.mode is Mode.HOLD}


def test_without_a_flag_the_top_of_every_ladder_is_there_to_be_held_back() -> None:
    for exercise in LIBRARY.exercises.values():
        assert rung(exercise.id) == TOP
        assert not small(exercise.id)
        assert not note(exercise.id)


# wrist


def test_a_wrist_does_the_fire_hydrant_on_forearms() -> None:
    assert note("fire_hydrant", "wrist") == ("on_forearms",)


def test_a_wrist_does_the_side_plank_on_the_forearm_only() -> None:
    assert note("side_plank_leg_lift", "wrist") == ("forearm_only",)
    assert note("clamshell", "wrist") == ("forearm_only",)


# elbow, shoulder, neck


@pytest.mark.parametrize("area", ["elbow", "shoulder", "neck"])
def test_an_elbow_a_shoulder_and_a_neck_lie_on_the_side_in_place_of_a_plank(area: str) -> None:
    assert rung("side_plank_leg_lift", area) == 1
    assert variation("clamshell", area) != "side_plank_clamshell"


@pytest.mark.parametrize("area", ["elbow", "shoulder", "neck"])
def test_an_elbow_a_shoulder_and_a_neck_do_the_first_step_of_the_fire_hydrant(area: str) -> None:
    assert rung("fire_hydrant", area) == 1


# low back


def test_a_low_back_bridges_in_a_small_range() -> None:
    assert small("glute_bridge_abduction", "low_back")


def test_a_low_back_raises_its_legs_lying_and_stops_on_tingling() -> None:
    assert rung("toe_touch_kick", "low_back") == 1
    assert "stop_on_tingling" in note("toe_touch_kick", "low_back")


def test_a_low_back_does_figure_four_at_most_lying_and_stops_on_tingling() -> None:
    assert rung("pigeon_pose", "low_back") == 2
    assert "stop_on_tingling" in note("pigeon_pose", "low_back")


# front of the hip


def test_a_front_hip_that_pinches_swings_small() -> None:
    assert small("leg_swings", "hip_front")


def test_a_front_hip_that_pinches_circles_the_pelvis_only() -> None:
    assert rung("hip_circles", "hip_front") == 1


def test_a_front_hip_that_pinches_bends_less_in_the_clamshell() -> None:
    assert note("clamshell", "hip_front") == ("less_hip_bend",)


def test_a_front_hip_that_pinches_lifts_low_in_the_fire_hydrant() -> None:
    assert small("fire_hydrant", "hip_front")
    assert note("fire_hydrant", "hip_front") == ("low_lift",)


def test_a_front_hip_that_pinches_stretches_at_the_first_step() -> None:
    assert rung("butterfly_stretch", "hip_front") == rung("pigeon_pose", "hip_front") == 1


# outside of the hip


def test_an_outer_hip_lifts_small_and_with_support() -> None:
    assert variation("standing_leg_lift", "hip_outer") == "supported_leg_lift"
    assert small("standing_leg_lift", "hip_outer")


def test_an_outer_hip_planks_at_the_wall() -> None:
    assert variation("side_plank_leg_lift", "hip_outer") == "wall_side_plank"


def test_an_outer_hip_presses_out_seated_in_place_of_the_clamshell() -> None:
    assert variation("clamshell", "hip_outer") == "seated_band_press_out"


def test_an_outer_hip_does_no_pigeon() -> None:
    assert held("pigeon_pose", "hip_outer") is None


def test_an_outer_hip_never_rolls_over_the_bony_side() -> None:
    assert note("foam_rolling", "hip_outer") == ("never_the_bone",)


# groin, knee, ankle, balance


def test_a_groin_swings_front_to_back_only() -> None:
    assert variation("leg_swings", "groin") == "small_leg_swing"
    assert note("leg_swings", "groin") == ("front_to_back_only",)


def test_a_groin_stretches_the_inner_thigh_at_the_first_step() -> None:
    assert rung("butterfly_stretch", "groin") == 1


def test_a_knee_lunges_and_curls_at_the_first_step() -> None:
    assert rung("lunge_reach", "knee") == rung("heel_to_glute", "knee") == 1


def test_a_knee_does_not_kneel_for_the_fire_hydrant() -> None:
    assert variation("fire_hydrant", "knee") == "side_lying_knee_lift"


def test_a_knee_does_figure_four_at_most_lying() -> None:
    assert rung("pigeon_pose", "knee") == 2


def test_an_ankle_wears_the_band_above_the_knees() -> None:
    assert variation("standing_leg_lift", "ankle") == "banded_leg_lift"
    assert note("standing_leg_lift", "ankle") == ("band_above_knees",)


WARM_UP = LIBRARY.program.warm_up


@pytest.mark.parametrize("exercise", WARM_UP)
def test_without_balance_the_warm_up_stays_at_its_supported_first_step(exercise: str) -> None:
    assert rung(exercise, "balance") == 1


def test_without_balance_the_leg_lift_is_done_lying_on_the_side() -> None:
    assert variation("standing_leg_lift", "balance") == "side_lying_leg_lift"


# pelvic girdle, in pregnancy or not


PGP = pytest.mark.parametrize("flags", [("pelvic_girdle",), ("pelvic_girdle", "pregnant")], ids="-".join)


@PGP
def test_a_painful_pelvis_marches_seated_and_swings_nothing_to_the_side(flags: tuple[str, ...]) -> None:
    assert variation("leg_swings", *flags) == "seated_march"


@PGP
@pytest.mark.parametrize("exercise", ["lunge_reach", "standing_leg_lift", "side_plank_leg_lift", "pigeon_pose"])
def test_a_painful_pelvis_drops_lunges_one_leg_side_planks_and_pigeon(exercise: str, flags: tuple[str, ...]) -> None:
    assert held(exercise, *flags) is None
    assert exercise not in moves(*flags)


@PGP
def test_a_painful_pelvis_bridges_narrow(flags: tuple[str, ...]) -> None:
    assert "knees_close" in note("glute_bridge_abduction", *flags)
    assert variation("glute_bridge_abduction", *flags) in {"glute_bridge", "raised_shoulder_bridge"}


@PGP
@pytest.mark.parametrize("exercise", ["clamshell", "fire_hydrant"])
def test_a_painful_pelvis_opens_only_a_little(exercise: str, flags: tuple[str, ...]) -> None:
    assert small(exercise, *flags)
    assert rung(exercise, *flags) == 2


@PGP
def test_a_painful_pelvis_keeps_the_butterfly_narrow_and_supported(flags: tuple[str, ...]) -> None:
    assert "narrow_and_held" in note("butterfly_stretch", *flags)
    assert variation("butterfly_stretch", *flags) in {"lying_butterfly", "wall_butterfly"}


@PGP
def test_a_painful_pelvis_circles_on_two_feet(flags: tuple[str, ...]) -> None:
    assert variation("hip_circles", *flags) == "pelvis_circle"


@PGP
def test_a_painful_pelvis_never_stands_on_one_leg(flags: tuple[str, ...]) -> None:
    assert variation("heel_to_glute", *flags) == "seated_heel_slide"
    assert variation("toe_touch_kick", *flags) == "seated_leg_extension"


# pregnancy (evidence 5.4)


def test_in_pregnancy_the_side_plank_is_side_lying_or_at_the_wall() -> None:
    assert variation("side_plank_leg_lift", "pregnant") == "side_lying_lift"
    assert variation("side_plank_leg_lift", "pregnant", "hip_outer") == "wall_side_plank"
    assert variation("clamshell", "pregnant") != "side_plank_clamshell"


def test_in_pregnancy_figure_four_is_seated() -> None:
    assert variation("pigeon_pose", "pregnant") == "seated_figure_four"


def test_in_pregnancy_no_lunge_walks() -> None:
    assert variation("lunge_reach", "pregnant") == "chair_lunge_rock"


def test_in_pregnancy_nobody_rolls() -> None:
    assert variation("foam_rolling", "pregnant") == "slow_walk_and_breathe"


def test_in_pregnancy_nobody_lies_flat_on_the_back() -> None:
    flat = {"lying_butterfly", "lying_figure_four", "figure_four_pull", "lying_leg_raise", "small_bridge"}
    flat |= {each.id for each in LIBRARY.exercises["glute_bridge_abduction"].ladder}
    for flags in [("pregnant",), *(("pregnant", area) for area in LIBRARY.areas)]:
        for level in Level:
            assert {p.variation for p in routine(*flags, level=level)} & flat == set(), flags


def test_in_pregnancy_standing_moves_are_held() -> None:
    assert variation("standing_leg_lift", "pregnant") == "supported_leg_lift"
    assert "hold_on" in note("leg_swings", "pregnant")
    assert "hold_on" in note("hip_circles", "pregnant")
    assert "hold_on" in note("heel_to_glute", "pregnant")


def test_in_pregnancy_clamshell_and_supported_lift_are_there() -> None:
    assert moves("pregnant") >= {"clamshell", "standing_leg_lift"}


def test_in_pregnancy_the_belly_has_room() -> None:
    assert note("clamshell", "pregnant") == ("pillow_under_belly",)
    assert note("fire_hydrant", "pregnant") == ("or_lying",)
    assert rung("fire_hydrant", "pregnant") == 2


# after a birth (evidence 5.4)


@pytest.mark.parametrize("exercise", LIBRARY.exercises)
def test_after_a_birth_every_move_is_at_its_first_two_steps(exercise: str) -> None:
    assert (rung(exercise, "gave_birth") or TOP) <= 2


def test_after_a_birth_the_side_plank_is_done_lying_until_the_belly_holds() -> None:
    assert variation("side_plank_leg_lift", "gave_birth") == "side_lying_lift"
    assert "belly_soft" in note("side_plank_leg_lift", "gave_birth")


@pytest.mark.parametrize(("topic", "limit"), STEADY_LIMITS.items())
def test_in_pregnancy_and_after_a_birth_nothing_grows(topic: str, limit: str) -> None:
    assert limit in LIBRARY.topics[topic].limits
    assert LIBRARY.general_limits[limit].steady


# hip replacement, high blood pressure, blood clots, fainting


def test_a_new_hip_does_no_circles_no_butterfly_and_no_pigeon() -> None:
    assert moves("joint_replacement") & {"hip_circles", "butterfly_stretch", "pigeon_pose"} == set()


def test_a_new_hip_marches_in_place_of_swings() -> None:
    assert variation("leg_swings", "joint_replacement") == "supported_march"


@pytest.mark.parametrize("level", Level)
def test_high_blood_pressure_holds_for_20_seconds_at_most(level: Level) -> None:
    assert max(seconds_held(routine("heart_or_pressure", level=level)), default=0) <= 20
    for area in LIBRARY.areas:
        assert max(seconds_held(routine("heart_or_pressure", area, level=level)), default=0) <= 20


def test_high_blood_pressure_counts_aloud() -> None:
    assert note("side_plank_leg_lift", "heart_or_pressure") == ("count_aloud",)
    assert "count_aloud" in note("side_plank_leg_lift", "heart_or_pressure", "hip_outer")


def test_high_blood_pressure_does_no_set_that_is_one_long_plank() -> None:
    planks = {"knee_side_plank_lift", "side_plank_lift", "side_plank_clamshell"}
    assert {p.variation for p in routine("heart_or_pressure")} & planks == set()
    assert variation("side_plank_leg_lift", "heart_or_pressure") == "knee_side_plank"
    assert variation("clamshell", "heart_or_pressure") == "banded_clamshell"


@pytest.mark.parametrize("topic", ["blood_clot_or_thinners", "osteoporosis"])
def test_a_blood_clot_thinners_and_thin_bones_do_not_roll(topic: str) -> None:
    assert variation("foam_rolling", topic) == "slow_walk_and_breathe"


def test_who_fainted_sits_or_is_on_the_floor() -> None:
    standing = {"supported_march", "pelvis_circle", "chair_lunge_rock", "supported_heel_curl", "side_toe_tap"}
    for exercise in (*WARM_UP, "standing_leg_lift", "side_plank_leg_lift"):
        assert variation(exercise, "fainting") not in standing
    assert variation("standing_leg_lift", "fainting") == "side_lying_leg_lift"
    assert note("foam_rolling", "fainting") == ("stay_seated",)


# everything at once


FLAGS = (*LIBRARY.areas, *LIBRARY.topics)


@pytest.mark.parametrize("flags", list(combinations(FLAGS, 2)), ids="-".join)
def test_two_flags_leave_every_phase_and_no_more_than_each_allows(flags: tuple[str, str]) -> None:
    both = build_routine(Asked(RoutineKind.STRENGTH, "a", 20), who(*flags), {}, LIBRARY).prescriptions
    assert {p.phase for p in both} == set(Phase)
    for exercise in {p.exercise for p in both}:
        alone = [kept(exercise, flag) for flag in flags]
        together = kept(exercise, *flags)
        ladder = [each.variation.rung for each in alone if each.variation.rung]
        assert (together.variation.rung or 0) <= min(ladder, default=TOP)
        assert together.small_range >= any(each.small_range for each in alone)
        assert set(together.notes) >= {note for each in alone for note in each.notes}
