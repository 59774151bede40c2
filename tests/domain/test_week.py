"""Two or three strength days with a day between them, whatever moves."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from bot.domain.week import (
    LEAST_SPACING,
    DayKind,
    DaysTooClose,
    WeekPlan,
    kind_with_moves,
    next_strength_day,
    plan_week,
    postponed,
    strength_between,
    ways_to_move,
)

from .builders import day

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
MWF = plan_week([MON, WED, FRI])


def strength_of(*weekdays: int) -> list[int]:
    return sorted(plan_week(weekdays).strength)


# Planning a week


@pytest.mark.parametrize(
    ("chosen", "strength"),
    [
        ([MON, WED, FRI], [MON, WED, FRI]),
        ([FRI, MON, WED], [MON, WED, FRI]),
        ([TUE, SAT], [TUE, SAT]),
        ([MON, TUE, WED], [MON, WED]),
        ([MON, TUE, WED, THU, FRI, SAT, SUN], [MON, WED, FRI]),
        ([MON, WED, FRI, SUN], [MON, WED, FRI]),
        ([MON, WED, SUN], [MON, WED]),
        ([TUE, THU, SUN], [TUE, THU, SUN]),
        ([WED, SUN, MON], [MON, WED]),
        ([MON, TUE, THU, FRI], [MON, THU]),
        ([MON, MON, WED], [MON, WED]),
    ],
)
def test_at_most_three_of_the_chosen_days_are_for_strength(chosen: list[int], strength: list[int]) -> None:
    assert strength_of(*chosen) == strength


@pytest.mark.parametrize("chosen", [[], [WED], [MON, TUE], [SUN, MON], [SAT, SUN], [WED, WED]])
def test_days_without_two_that_stand_apart_are_refused(chosen: list[int]) -> None:
    with pytest.raises(DaysTooClose):
        plan_week(chosen)


def test_chosen_days_beyond_that_are_for_mobility() -> None:
    plan = plan_week([MON, TUE, WED, FRI])
    assert plan.mobility == {TUE}
    assert plan.days == {MON, TUE, WED, FRI}


def test_a_day_is_for_strength_for_mobility_or_for_rest() -> None:
    plan = plan_week([MON, TUE, WED])
    assert [plan.kind_of(day(number)) for number in (1, 2, 3, 4)] == [
        DayKind.STRENGTH,
        DayKind.MOBILITY,
        DayKind.STRENGTH,
        DayKind.REST,
    ]


chosen_days = st.sets(st.integers(0, 6))


def planned(weekdays: set[int]) -> WeekPlan | None:
    try:
        return plan_week(weekdays)
    except DaysTooClose:
        return None


@given(chosen_days)
def test_strength_days_are_never_neighbours_never_more_than_three_and_never_fewer_than_two(chosen: set[int]) -> None:
    if plan := planned(chosen):
        assert 2 <= len(plan.strength) <= 3
        assert plan.days == chosen
        assert not plan.strength & plan.mobility
        assert not plan.strength & {(weekday + 1) % 7 for weekday in plan.strength}


# Moves


def test_a_move_takes_a_workout_to_another_day_and_leaves_a_rest_day() -> None:
    moves = {day(1): day(2)}
    assert kind_with_moves(day(1), MWF, moves) is DayKind.REST
    assert kind_with_moves(day(2), MWF, moves) is DayKind.STRENGTH
    assert kind_with_moves(day(3), MWF, moves) is DayKind.STRENGTH
    assert kind_with_moves(day(4), MWF, moves) is DayKind.REST


def test_a_workout_that_was_let_go_leaves_a_rest_day() -> None:
    assert kind_with_moves(day(1), MWF, {day(1): None}) is DayKind.REST


def test_a_workout_moved_onto_a_moved_day_or_a_mobility_day_wins() -> None:
    plan = plan_week([MON, TUE, WED, FRI])
    assert kind_with_moves(day(2), plan, {day(1): day(2)}) is DayKind.STRENGTH
    assert kind_with_moves(day(3), MWF, {day(1): day(3), day(3): day(4)}) is DayKind.STRENGTH


def test_the_next_strength_day_is_after_a_day_and_knows_of_moves() -> None:
    assert next_strength_day(day(1), MWF, {}) == day(3)
    assert next_strength_day(day(2), MWF, {}) == day(3)
    assert next_strength_day(day(5), MWF, {}) == day(8)
    assert next_strength_day(day(1), MWF, {day(3): day(4)}) == day(4)
    assert next_strength_day(day(1), MWF, {day(3): None}) == day(5)


def test_strength_days_between_two_days_are_the_first_counted_and_the_last_not() -> None:
    assert strength_between(day(1), day(2), MWF, {}) == day(1)
    assert strength_between(day(2), day(3), MWF, {}) is None
    assert strength_between(day(2), day(6), MWF, {}) == day(3)
    assert strength_between(day(1), day(2), MWF, {day(1): None}) is None
    assert strength_between(day(3), day(3), MWF, {}) is None


# Postponing


def test_a_workout_that_leaves_room_moves_alone() -> None:
    assert postponed(day(2), plan_week([TUE, FRI]), {}) == {day(2): day(3)}


def test_workouts_that_would_come_too_soon_move_along() -> None:
    assert postponed(day(1), MWF, {}) == {day(1): day(2), day(3): day(4), day(5): day(6)}


def test_moving_stops_where_there_is_room_again() -> None:
    assert postponed(day(3), MWF, {}) == {day(3): day(4), day(5): day(6)}
    assert postponed(day(5), MWF, {}) == {day(5): day(6)}


def test_a_workout_moves_a_second_time_under_the_day_it_was_planned_for() -> None:
    plan = plan_week([TUE, FRI])
    assert postponed(day(3), plan, {day(2): day(3)}) == {day(2): day(4), day(5): day(6)}


def test_a_workout_that_was_let_go_makes_room() -> None:
    assert postponed(day(1), MWF, {day(3): None}) == {day(1): day(2)}


def test_two_days_are_room_enough_and_one_is_not() -> None:
    assert timedelta(days=1) < LEAST_SPACING <= timedelta(days=2)
    assert timedelta(hours=36) == LEAST_SPACING


# Another day


def days_for(number: int, plan: WeekPlan, moves: dict[date, date | None] | None = None) -> list[int]:
    return [each.toordinal() - day(0).toordinal() for each in ways_to_move(day(number), plan, moves or {})]


def test_a_workout_moves_to_any_day_of_the_week_that_leaves_a_day_on_either_side() -> None:
    assert ways_to_move(day(2), plan_week([TUE, FRI]), {})[day(7)] == {day(2): day(7)}
    assert days_for(2, plan_week([TUE, FRI])) == [3, 7, 4, 8]


def test_days_for_which_nothing_else_moves_come_first_then_the_earlier_ones() -> None:
    ways = ways_to_move(day(2), plan_week([TUE, FRI]), {})
    assert [len(moves) for moves in ways.values()] == [1, 1, 2, 2]
    assert days_for(5, MWF) == [6, 7]


def test_what_would_come_too_soon_after_it_moves_along() -> None:
    ways = ways_to_move(day(2), plan_week([TUE, FRI]), {})
    assert ways[day(4)] == {day(2): day(4), day(5): day(6)}
    assert ways[day(8)] == {day(2): day(8), day(9): day(10)}


def test_no_day_is_offered_on_or_right_after_another_workout() -> None:
    assert days_for(1, MWF) == [2, 7]
    assert days_for(1, MWF, {day(3): None}) == [2, 3, 4, 7]


def test_the_workout_that_moves_is_not_in_its_own_way() -> None:
    assert 2 in days_for(1, plan_week([MON, THU]))


plans = chosen_days.map(planned).filter(lambda plan: plan is not None)


def strength_days(plan: WeekPlan, moves: dict[date, date | None]) -> list[date]:
    span = (day(number) for number in range(1, 150))
    return [each for each in span if kind_with_moves(each, plan, moves) is DayKind.STRENGTH]


@given(plans, st.lists(st.integers(0, 6), min_size=1, max_size=12))
def test_however_often_workouts_move_36_hours_stay_between_and_none_is_lost_or_added(
    plan: WeekPlan, choices: list[int]
) -> None:
    """Each number is the way chosen on the next strength day, 0 for training."""
    moves: dict[date, date | None] = {}
    today, planned_days = day(0), len(strength_days(plan, {}))
    for choice in choices:
        today = next_strength_day(today, plan, moves)
        ways = list(ways_to_move(today, plan, moves).values())
        assert ways
        moves |= ways[(choice - 1) % len(ways)] if choice else {}
        held = strength_days(plan, moves)
        assert all(later - earlier >= timedelta(hours=36) for earlier, later in pairwise(held))
        assert len(held) == planned_days


answers = st.lists(st.sampled_from(["train", "tomorrow", "skip"]), min_size=1, max_size=15)


@given(plans, answers)
def test_whatever_is_postponed_or_let_go_36_hours_stay_between_and_nothing_is_lost(
    plan: WeekPlan, answers: list[str]
) -> None:
    moves: dict[date, date | None] = {}
    today, let_go = day(0), 0
    for answer in answers:
        today = next_strength_day(today, plan, moves)
        if answer == "tomorrow":
            moves |= postponed(today, plan, moves)
        elif answer == "skip":
            moves[next((origin for origin, to in moves.items() if to == today), today)] = None
            let_go += 1
    span = [day(number) for number in range(1, 120)]
    held = [each for each in span if kind_with_moves(each, plan, moves) is DayKind.STRENGTH]
    assert all(later - earlier >= timedelta(hours=36) for earlier, later in pairwise(held))
    assert len(held) == sum(plan.kind_of(each) is DayKind.STRENGTH for each in span) - let_go
