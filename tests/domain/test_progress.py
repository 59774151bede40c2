"""What an athlete has done: sessions, weeks on plan, trends and milestones."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.domain.exercise import Mode
from bot.domain.progress import (
    Milestone,
    Record,
    Session,
    Trend,
    can_be_on_plan,
    earned,
    summarize,
    trends,
    weeks_on_plan,
)
from bot.domain.week import plan_week

from .builders import day, move

STRENGTH = {name: move(id=name) for name in ("bridge", "clamshell")}


def session(number: int, planned: int = 3, listened: bool = False) -> Session:
    return Session(day(number), planned, listened)


def mobility(number: int) -> Session:
    return Session(day(number), 3, listened=False, strength=False)


def sessions(*numbers: int) -> list[Session]:
    return [session(number) for number in numbers]


def record(best: int, exercise: str = "clamshell", rung: int | None = 2, number: int = 1) -> Record:
    return Record(exercise, day(number), f"rung {rung}", rung, Mode.REPS, best)


def earns(
    done: list[Session], records: tuple[Record, ...] = (), started_at: Mapping[str, int] | None = None
) -> frozenset[Milestone]:
    return earned(done, records, STRENGTH, started_at or {"bridge": 2, "clamshell": 2})


# Weeks


@pytest.mark.parametrize(("planned", "enough"), [(0, 1), (1, 1), (2, 1), (3, 2), (4, 3)])
def test_a_week_keeps_to_the_plan_with_one_free_miss(planned: int, enough: int) -> None:
    week = [session(number, planned) for number in range(1, 8)]
    assert weeks_on_plan(week[:enough]) == {day(1)}
    assert weeks_on_plan(week[: enough - 1]) == frozenset()


def test_weeks_count_wherever_they_lie() -> None:
    assert weeks_on_plan(sessions(1, 3, 8, 22, 28)) == {day(1), day(22)}


def test_the_largest_plan_of_a_week_counts() -> None:
    assert weeks_on_plan([session(1, planned=2), session(3, planned=4)]) == frozenset()
    assert weeks_on_plan([session(1, planned=4), session(3, planned=2)]) == frozenset()


MON, TUE, WED, THU, FRI, SAT, SUN = range(1, 8)
THREE_DAYS = plan_week([0, 2, 4])


@pytest.mark.parametrize(
    ("done", "today", "can"),
    [
        ([], MON, True),
        ([], TUE, True),
        ([], WED, False),
        ([MON], WED, True),
        ([MON], FRI, False),
        ([MON, WED], FRI, True),
        ([MON, WED], SUN, True),
        ([MON], SUN, False),
        ([MON - 7, WED - 7], WED, False),
    ],
)
def test_a_week_can_keep_to_the_plan_while_enough_strength_days_are_left_after_today(
    done: list[int], today: int, can: bool
) -> None:
    assert can_be_on_plan(sessions(*done), day(today), THREE_DAYS, {}) is can


def test_the_last_day_of_a_week_still_belongs_to_it() -> None:
    plan = plan_week([1, 3, 6])
    assert can_be_on_plan(sessions(TUE), day(SAT), plan, {})
    assert not can_be_on_plan([], day(SAT), plan, {})


def test_mobility_does_not_help_a_week_and_a_workout_that_was_moved_on_does() -> None:
    assert not can_be_on_plan([mobility(MON), mobility(TUE)], day(WED), THREE_DAYS, {})
    assert can_be_on_plan([], day(WED), THREE_DAYS, {day(WED): day(SAT)})
    assert not can_be_on_plan([], day(TUE), THREE_DAYS, {day(FRI): None})


@given(st.sets(st.integers(1, 200), max_size=40), st.integers(1, 200))
def test_a_rest_day_never_breaks_a_week_on_plan(numbers: set[int], further: int) -> None:
    assert weeks_on_plan(sessions(*numbers)) <= weeks_on_plan(sessions(*numbers, further))


# The progress page


def test_a_summary_counts_this_month_this_week_and_all() -> None:
    """Day 1 is Monday 2 March; day 31 is Wednesday 1 April, in the week of Monday 30 March."""
    done = sessions(1, 3, 5, 29, 31)
    page = summarize(done, (), day(32), planned=4)
    assert (page.this_month, page.this_week, page.in_all, page.planned_this_week) == (1, 2, 5, 4)
    assert page.weeks_on_plan == 2
    assert page.trends == ()


def test_the_same_month_of_another_year_is_another_month() -> None:
    assert summarize(sessions(1), (), day(1 + 365), planned=3).this_month == 0
    assert summarize(sessions(1), (), day(1), planned=3).this_month == 1


def test_a_trend_compares_within_the_latest_variation() -> None:
    found = trends([record(20, rung=1), record(9), record(12), record(10)])
    assert found == (Trend("clamshell", "rung 2", Mode.REPS, best=12, latest=10, before=12),)


def test_the_second_time_has_the_first_before_it() -> None:
    (trend,) = trends([record(8), record(9)])
    assert (trend.best, trend.latest, trend.before) == (9, 9, 8)


def test_a_new_variation_has_nothing_before_it() -> None:
    (trend,) = trends([record(20, rung=1), record(8)])
    assert (trend.best, trend.latest, trend.before) == (8, 8, None)


def test_every_exercise_has_its_own_trend() -> None:
    found = trends([record(8), record(9, "bridge"), record(10)])
    assert [(trend.exercise, trend.latest) for trend in found] == [("clamshell", 10), ("bridge", 9)]
    assert summarize((), [record(8)], day(1), 3).trends == trends([record(8)])


# Milestones


def test_nobody_has_a_milestone_before_the_first_session() -> None:
    assert earns([]) == frozenset()


def test_the_first_session_is_a_milestone() -> None:
    assert earns(sessions(1)) == {Milestone.FIRST_STEP}


@pytest.mark.parametrize(("count", "milestone"), [(10, Milestone.TEN), (40, Milestone.ALL_MOVES)])
def test_ten_and_forty_sessions_are_milestones_without_a_time_limit(count: int, milestone: Milestone) -> None:
    daily = sessions(*range(1, count + 1))
    assert milestone in earns(daily)
    assert milestone not in earns(daily[1:])


def test_a_week_on_plan_is_a_milestone_when_it_held_two_strength_workouts() -> None:
    assert Milestone.STEADY_WEEK in earns(sessions(1, 3))
    assert Milestone.STEADY_WEEK not in earns(sessions(1, 8))
    assert Milestone.STEADY_WEEK not in earns([session(1, planned=2)])
    assert Milestone.STEADY_WEEK in earns([session(1, planned=2), session(4, planned=2)])
    assert Milestone.STEADY_WEEK not in earns([session(1), mobility(2), mobility(3), session(8), mobility(9)])


def test_mobility_is_a_session_and_no_part_of_the_plan() -> None:
    week = [session(1), mobility(2), mobility(4)]
    page = summarize(week, (), day(5), planned=3)
    assert (page.this_month, page.in_all, page.this_week, page.weeks_on_plan) == (3, 3, 1, 0)


def test_coming_back_after_fourteen_days_is_a_milestone() -> None:
    assert Milestone.COMEBACK in earns(sessions(1, 3, 17))
    assert Milestone.COMEBACK not in earns(sessions(1, 7, 20))


def test_heeding_pain_once_is_a_milestone() -> None:
    assert Milestone.WISE_CHOICE in earns([session(1), session(3, listened=True), session(5)])
    assert Milestone.WISE_CHOICE not in earns(sessions(1, 3))


def weekly(*weeks: int) -> frozenset[Milestone]:
    return earns(sessions(*(7 * week for week in weeks)))


def test_four_weeks_of_any_six_are_a_milestone() -> None:
    assert Milestone.FOUR_WEEKS in weekly(1, 2, 3, 4)
    assert Milestone.FOUR_WEEKS in weekly(1, 3, 5, 6)
    assert Milestone.FOUR_WEEKS in weekly(1, 9, 10, 12, 14)
    assert Milestone.FOUR_WEEKS not in weekly(1, 3, 5, 7)
    assert Milestone.FOUR_WEEKS not in weekly(1, 2, 3)
    assert Milestone.FOUR_WEEKS not in earns(sessions(1, 2, 3, 4, 5, 6, 7, 8, 15))


def test_the_first_higher_rung_is_a_milestone() -> None:
    assert Milestone.LEVEL_UP in earns(sessions(1), (record(8, rung=3),))
    assert Milestone.LEVEL_UP not in earns(sessions(1), (record(8), record(8, rung=1)))


def test_a_swap_and_an_exercise_that_is_not_followed_are_no_higher_rung() -> None:
    assert Milestone.LEVEL_UP not in earns(sessions(1), (record(8, rung=None),))
    assert Milestone.LEVEL_UP not in earns(sessions(1), (record(8, "squat", rung=5),))
    assert Milestone.LEVEL_UP not in earns(sessions(1), (record(8, rung=None),), {"clamshell": 0})


def test_every_strength_move_one_rung_up_is_a_milestone() -> None:
    both = (record(8, rung=3), record(8, "bridge", rung=3))
    assert Milestone.ALL_MOVES in earns(sessions(1), both)
    assert Milestone.ALL_MOVES not in earns(sessions(1), both[:1])


@given(st.lists(st.integers(1, 300), max_size=50, unique=True).map(sorted), st.integers(1, 30))
def test_a_milestone_is_never_lost_again(numbers: list[int], later: int) -> None:
    done = sessions(*numbers)
    further = Session((done[-1].day if done else day(1)) + timedelta(days=later), 3, listened=False)
    assert earns(done) <= earns([*done, further])


# Resting


@given(
    st.lists(st.tuples(st.integers(1, 90), st.integers(1, 3), st.booleans()), max_size=30),
    st.lists(st.tuples(st.sampled_from(["bridge", "clamshell"]), st.integers(1, 3), st.integers(1, 20)), max_size=20),
    st.integers(1, 400),
)
def test_nothing_but_this_month_and_this_week_goes_down_by_resting(
    done: list[tuple[int, int, bool]], reached: list[tuple[str, int, int]], rested: int
) -> None:
    held = [Session(day(number), planned, False, strength) for number, planned, strength in sorted(done)]
    records = [record(best, exercise, rung) for exercise, rung, best in reached]
    last: date = max((session.day for session in held), default=day(1))
    before, after = (summarize(held, records, at, 3) for at in (last, last + timedelta(days=rested)))
    assert after.in_all >= before.in_all == len(held)
    assert after.weeks_on_plan >= before.weeks_on_plan
    assert after.trends == before.trends
