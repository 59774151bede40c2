"""When strength had better wait, and how the week stays under its most."""

import pytest
from hypothesis import given, strategies as st

from bot.domain.exercise import Level, Phase
from bot.domain.prescribing import Asked, build_routine
from bot.domain.routine import Load, RoutineKind, Trim
from bot.domain.spacing import (
    MOST_SETS_A_WEEK,
    Energy,
    Feeling,
    Soreness,
    Wait,
    soreness_of,
    why_wait,
    within_week,
)

from .builders import BAND, day, prescription, profile, real_library

FRESH = Feeling(day(3), Soreness.HARDLY, Energy.GOOD)


# Waiting


@pytest.mark.parametrize(
    ("hours", "why"), [(None, None), (0, Wait.SPACING), (35.9, Wait.SPACING), (36, None), (48, None), (400, None)]
)
def test_under_36_hours_from_the_end_of_the_last_workout_mobility_is_better(
    hours: float | None, why: Wait | None
) -> None:
    assert why_wait(hours, FRESH, 10, day(3)) is why


@pytest.mark.parametrize(
    ("soreness", "why"),
    [
        (None, None),
        (Soreness.HARDLY, None),
        (Soreness.SOME, None),
        (Soreness.MUCH, Wait.SORE),
        (Soreness.LASTING, Wait.SORE),
    ],
)
def test_hips_sorer_than_4_of_10_do_mobility(soreness: Soreness | None, why: Wait | None) -> None:
    assert why_wait(48, Feeling(day(3), soreness), 10, day(3)) is why


def test_soreness_of_three_days_ago_is_not_held_against_today() -> None:
    sore = Feeling(day(3), Soreness.MUCH)
    assert [why_wait(48, sore, 10, day(number)) for number in (5, 6)] == [Wait.SORE, None]


@pytest.mark.parametrize(("after", "why"), [(23, None), (23.5, Wait.WEEK)])
def test_a_week_that_is_full_leaves_mobility(after: float, why: Wait | None) -> None:
    assert why_wait(48, None, after, day(3)) is why


@pytest.mark.parametrize(
    ("number", "soreness"), [(0, Soreness.HARDLY), (1, Soreness.SOME), (4, Soreness.SOME), (5, Soreness.MUCH)]
)
def test_a_number_is_read_as_soreness(number: int, soreness: Soreness) -> None:
    assert soreness_of(number) is soreness


def test_how_they_feel_is_asked_once_in_seven_days() -> None:
    assert [FRESH.is_asked_again(day(number)) for number in (3, 9, 10)] == [False, False, True]


# The week's most


def test_sets_are_left_out_of_the_move_with_most_of_them_and_of_the_last_first() -> None:
    moves = (prescription("a", sets=2), prescription("b", sets=3), prescription("c", sets=3))
    counts = dict.fromkeys("abc", 1.0)
    assert [p.sets for p in within_week(moves, 17, counts)] == [2, 2, 2]
    assert [p.sets for p in within_week(moves, 16, counts)] == [2, 3, 2]
    assert within_week(moves, 15, counts) == moves


def test_one_set_of_each_is_left_and_other_phases_stay() -> None:
    moves = (prescription("a", sets=2), prescription("b", sets=2, phase=Phase.WARM_UP))
    assert [p.sets for p in within_week(moves, 40, {"a": 1})] == [1, 2]


levels, sessions, loads = st.sampled_from(Level), st.sampled_from("ab"), st.sampled_from(Load)
limits = st.sets(st.sampled_from(real_library().areas), max_size=2)


@given(levels, sessions, loads, limits, st.integers(0, 46))
def test_the_week_never_passes_23_hard_sets_unless_that_is_said(
    level: Level, session: str, load: Load, spared: set[str], halves: int
) -> None:
    library, who, done = real_library(), profile(level, owns=[BAND], spares=spared), halves / 2
    asked = Asked(RoutineKind.STRENGTH, session, 30, load, week_done=done)
    routine = build_routine(asked, who, {}, library)
    after = done + routine.weekly_sets(library.program.counts)
    assert after <= MOST_SETS_A_WEEK or why_wait(48, None, after, day(3)) is Wait.WEEK


def test_a_week_that_gets_full_says_so_and_all_sets_are_one_tap_away() -> None:
    library, strong = real_library(), profile(Level.ADVANCED, owns=[BAND])
    full, whole = (
        build_routine(Asked(RoutineKind.STRENGTH, "a", 60, week_done=18, whole=whole), strong, {}, library)
        for whole in (False, True)
    )
    assert Trim.WEEK in full.trims
    assert Trim.WEEK not in whole.trims
    assert 18 + full.weekly_sets(library.program.counts) <= MOST_SETS_A_WEEK
    assert 18 + whole.weekly_sets(library.program.counts) > MOST_SETS_A_WEEK
