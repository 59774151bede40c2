"""The end of a workout: what was better than last time, milestones once each, the next day."""

from datetime import timedelta

import pytest

from bot.coach.workout_results import Better
from bot.domain.exercise import Level, Mode
from bot.domain.progress import Milestone
from bot.domain.progression import Effort
from bot.domain.routine import RoutineKind

from .people import FRIDAY, MONDAY, NEXT_MONDAY, SUNDAY, TUESDAY, WEDNESDAY, WEEK, Person, on


async def test_the_first_time_nothing_can_be_better(anna: Person) -> None:
    assert (await anna.trains(MONDAY)).better == ()


async def test_more_of_the_same_than_last_time_is_better(anna: Person) -> None:
    await anna.trains(MONDAY, reps={"clamshell": (12, 11)})
    await anna.trains(WEDNESDAY, efforts={"glute_bridge_abduction": Effort.HARD})
    finished = await anna.trains(FRIDAY, reps={"clamshell": (14, 12), "glute_bridge_abduction": (9, 9)})
    assert Better("clamshell", "full_clamshell", Mode.REPS, before=11, now=12) in finished.better


async def test_as_much_or_less_is_not_called_better(anna: Person) -> None:
    await anna.trains(MONDAY, reps={"clamshell": (12, 12), "standing_leg_lift": (9, 9)})
    await anna.trains(WEDNESDAY)
    finished = await anna.trains(FRIDAY, reps={"clamshell": (12, 20), "standing_leg_lift": (8, 9)})
    assert [better.exercise for better in finished.better] == ["glute_bridge_abduction"]


async def test_last_time_counts_not_the_best_time(anna: Person) -> None:
    bridge = "glute_bridge_abduction"
    await anna.trains(MONDAY, reps={bridge: (12, 12)})
    await anna.trains(WEDNESDAY, reps={bridge: (8, 8)})
    finished = await anna.trains(FRIDAY, reps={bridge: (9, 9)})
    assert Better(bridge, "glute_bridge", Mode.REPS, before=8, now=9) in finished.better


async def test_a_higher_rung_is_better_without_a_number_to_compare(anna: Person) -> None:
    bridge = "glute_bridge_abduction"
    for day in (MONDAY, WEDNESDAY):
        await anna.trains(day, reps={bridge: (12, 12)})
    finished = await anna.trains(FRIDAY)
    assert Better(bridge, "bridge_press_out", Mode.REPS, before=None, now=8) in finished.better
    assert Milestone.LEVEL_UP in finished.milestones


async def test_a_lower_rung_after_pain_is_not_called_better(anna: Person) -> None:
    bridge = "glute_bridge_abduction"
    await anna.trains(MONDAY, pains={bridge: 4})
    finished = await anna.trains(WEDNESDAY, reps={bridge: (20, 20)})
    assert bridge not in [better.exercise for better in finished.better]


async def test_the_first_workout_is_the_first_step_and_only_once(anna: Person) -> None:
    assert (await anna.trains(MONDAY)).milestones == (Milestone.FIRST_STEP,)
    assert (await anna.trains(WEDNESDAY)).milestones == (Milestone.STEADY_WEEK,)  # one free miss of three
    assert (await anna.trains(FRIDAY)).milestones == ()


async def test_ten_workouts_are_a_milestone(anna: Person) -> None:
    days = [MONDAY + timedelta(days=2 * number) for number in range(10)]
    found = [(await anna.trains(day, kind=RoutineKind.MOBILITY)).milestones for day in days]
    assert found[9] == (Milestone.TEN,)
    assert all(Milestone.TEN not in milestones for milestones in found[:9])


@pytest.mark.parametrize(("gap", "earned"), [(13, False), (14, True)])
async def test_coming_back_after_two_weeks_is_a_milestone(anna: Person, gap: int, earned: bool) -> None:
    await anna.trains(MONDAY)
    finished = await anna.trains(MONDAY + timedelta(days=gap))
    assert (Milestone.COMEBACK in finished.milestones) is earned


@pytest.mark.parametrize(("pain", "earned"), [(2, False), (3, True), (7, True)])
async def test_heeding_a_pain_is_a_milestone(anna: Person, pain: int, earned: bool) -> None:
    finished = await anna.trains(MONDAY, pains={"clamshell": pain})
    assert (Milestone.WISE_CHOICE in finished.milestones) is earned


async def test_a_workout_stopped_before_any_strength_set_earns_nothing(anna: Person) -> None:
    await anna.begins(on(MONDAY))
    await anna.done()
    await anna.coach.interruptions.stop(await anna.turn())
    assert (await anna.trains(WEDNESDAY)).milestones == (Milestone.FIRST_STEP,)


async def test_four_of_six_weeks_are_a_milestone(anna: Person) -> None:
    weeks = [0, 1, 3, 5]
    found = [(await anna.trains(MONDAY + week * WEEK)).milestones for week in weeks]
    assert Milestone.FOUR_WEEKS in found[-1]


async def test_the_next_day_is_the_next_strength_day_moves_included(anna: Person) -> None:
    await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY)))
    finished = await anna.trains(TUESDAY)
    assert finished.next_day == TUESDAY + timedelta(days=2)
    assert (await anna.trains(SUNDAY, kind=RoutineKind.MOBILITY)).next_day == NEXT_MONDAY


async def test_a_workout_ended_after_midnight_belongs_to_the_evening_before(anna: Person) -> None:
    finished = await anna.trains(TUESDAY, "02:59")
    assert (finished.today, finished.next_day) == (MONDAY, WEDNESDAY)


async def test_another_level_brings_no_milestone_and_is_no_progress(anna: Person) -> None:
    await anna.trains(MONDAY)
    await anna.coach.plan.set_level(await anna.turn(on(TUESDAY)), Level.INTERMEDIATE)
    await anna.trains(WEDNESDAY)
    finished = await anna.trains(FRIDAY)
    assert Milestone.LEVEL_UP not in finished.milestones
    assert [better.exercise for better in finished.better if better.before is None] == []


async def test_mobility_on_a_strength_day_leaves_it_the_next_one(anna: Person) -> None:
    assert (await anna.trains(MONDAY, kind=RoutineKind.MOBILITY)).next_day == MONDAY
    assert (await anna.trains(TUESDAY, kind=RoutineKind.MOBILITY)).next_day == WEDNESDAY
