"""What an athlete has done so far, computed by hand."""

from datetime import date, timedelta

from bot.coach.progress import ProgressShown
from bot.domain.exercise import Mode
from bot.domain.progress import Milestone, Summary, Trend
from bot.domain.routine import RoutineKind

from .people import FRIDAY, MONDAY, NEXT_MONDAY, SUNDAY, TUESDAY, WEDNESDAY, WEEK, Person, on


async def shown(person: Person, day: date) -> ProgressShown:
    return await person.coach.progress.show(await person.turn(on(day, "20:00")))


async def test_before_the_first_workout_all_numbers_are_nought(anna: Person) -> None:
    assert await shown(anna, MONDAY) == ProgressShown(Summary(0, 0, 3, 0, 0, ()), ())


async def test_sessions_weeks_and_trends(anna: Person) -> None:
    bridge, hydrant = "glute_bridge_abduction", "fire_hydrant"
    await anna.trains(date(2026, 3, 27), reps={bridge: (8, 8)})
    await anna.trains(date(2026, 3, 30), reps={bridge: (9, 9), hydrant: (8, 8)})
    await anna.trains(date(2026, 4, 1), reps={bridge: (12, 10)})
    await anna.trains(date(2026, 4, 3), reps={bridge: (8, 8), hydrant: (8, 7)})
    summary = (await shown(anna, date(2026, 4, 3))).summary
    assert (summary.this_month, summary.this_week, summary.planned_this_week, summary.in_all) == (2, 3, 3, 4)
    assert summary.weeks_on_plan == 1
    trends = {trend.exercise: trend for trend in summary.trends}
    assert trends[bridge] == Trend(bridge, "glute_bridge", Mode.REPS, best=10, latest=8, before=10)
    assert trends[hydrant] == Trend(hydrant, "small_fire_hydrant", Mode.REPS, best=8, latest=7, before=8)
    assert len(trends) == 5


async def test_a_week_with_one_miss_is_on_plan_and_with_two_is_not(anna: Person) -> None:
    await anna.trains(MONDAY)
    assert (await shown(anna, SUNDAY)).summary.weeks_on_plan == 0
    await anna.trains(FRIDAY)
    assert (await shown(anna, SUNDAY)).summary.weeks_on_plan == 1


async def test_rest_days_and_empty_weeks_take_nothing_away(anna: Person) -> None:
    for day in (MONDAY, WEDNESDAY, FRIDAY):
        await anna.trains(day)
    assert (await shown(anna, SUNDAY)).summary.weeks_on_plan == 1
    assert (await shown(anna, SUNDAY + 5 * WEEK)).summary.weeks_on_plan == 1
    for day in (MONDAY + 6 * WEEK, WEDNESDAY + 6 * WEEK):
        await anna.trains(day)
    assert (await shown(anna, SUNDAY + 6 * WEEK)).summary.weeks_on_plan == 2


async def test_a_week_is_measured_by_the_plan_it_was_trained_under(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {1, 4})
    await anna.trains(TUESDAY)
    await anna.coach.onboarding.days_chosen(await anna.turn(on(NEXT_MONDAY)), {0, 2, 4})
    summary = (await shown(anna, NEXT_MONDAY)).summary
    assert (summary.weeks_on_plan, summary.planned_this_week) == (1, 3)


async def test_mobility_counts_as_a_session_and_has_no_trend(anna: Person) -> None:
    await anna.trains(TUESDAY, kind=RoutineKind.MOBILITY)
    summary = (await shown(anna, TUESDAY)).summary
    assert (summary.in_all, summary.trends) == (1, ())


async def test_a_session_after_midnight_counts_for_the_evening(anna: Person) -> None:
    await anna.trains(NEXT_MONDAY, "01:00")
    assert (await shown(anna, SUNDAY)).summary.this_week == 1
    assert (await shown(anna, NEXT_MONDAY + timedelta(days=1))).summary.this_week == 0


async def test_milestones_are_listed_in_their_order(anna: Person) -> None:
    await anna.trains(MONDAY, pains={"clamshell": 4})
    await anna.trains(WEDNESDAY)
    assert (await shown(anna, WEDNESDAY)).milestones == (
        Milestone.FIRST_STEP,
        Milestone.STEADY_WEEK,
        Milestone.WISE_CHOICE,
    )
