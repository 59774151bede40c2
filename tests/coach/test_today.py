"""What today holds: the open workout, an offer, or a rest day."""

from datetime import date, timedelta

import pytest

from bot.coach.onboarding_results import Held, PlaceAsked, ReadinessAsked, Welcome
from bot.coach.today import Offer, OpenWorkout, RestDay, TrainedAlready
from bot.coach.workout_results import NoWorkout
from bot.domain.athlete import Readiness, Step
from bot.domain.exercise import Equipment, Level, Phase
from bot.domain.library import Hold
from bot.domain.progression import Effort
from bot.domain.readiness import Recheck
from bot.domain.routine import RoutineKind
from bot.domain.week import DayKind

from .people import (
    COOL_DOWN,
    FRIDAY,
    MONDAY,
    NEXT_MONDAY,
    SATURDAY,
    SESSION_A,
    SESSION_B,
    THURSDAY,
    TUESDAY,
    WARM_UP,
    WEDNESDAY,
    Person,
    a,
    on,
)


async def offered(person: Person, at: date, clock: str = "17:00") -> Offer:
    return a(Offer, await person.coach.today.today(await person.turn(on(at, clock))))


async def test_a_training_day_offers_all_three_phases_before_anything_starts(anna: Person) -> None:
    offer = await offered(anna, MONDAY)
    assert tuple(p.exercise for p in offer.routine.prescriptions) == WARM_UP + SESSION_A + COOL_DOWN
    assert (offer.day_kind, offer.first) == (DayKind.STRENGTH, True)
    assert await anna.coach.workouts.show(await anna.turn()) == NoWorkout()


async def test_sessions_a_and_b_take_turns_so_that_all_five_moves_come_within_the_week(anna: Person) -> None:
    await anna.trains(MONDAY)
    offer = await offered(anna, WEDNESDAY)
    assert tuple(p.exercise for p in offer.routine.prescriptions if p.phase is Phase.STRENGTH) == SESSION_B
    assert not offer.first


async def test_the_chosen_length_is_kept_within_a_fifth(anna: Person) -> None:
    for minutes in (10, 20, 30):
        await anna.coach.plan.set_length(await anna.turn(), minutes)
        assert minutes * 0.8 <= (await offered(anna, MONDAY)).routine.minutes <= minutes * 1.2


async def test_a_mobility_day_offers_no_strength(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {0, 1, 3, 5})
    offer = await offered(anna, TUESDAY)
    assert offer.day_kind is DayKind.MOBILITY
    assert tuple(p.exercise for p in offer.routine.prescriptions) == WARM_UP + COOL_DOWN


async def test_a_rest_day_says_so_and_names_the_next_one(anna: Person) -> None:
    rest = await anna.coach.today.today(await anna.turn(on(TUESDAY, "12:00")))
    assert rest == RestDay(TUESDAY, next_day=WEDNESDAY, hours_since=None)


async def test_a_rest_day_counts_the_hours_since_the_last_strength_workout(anna: Person) -> None:
    await anna.trains(MONDAY, "18:00")
    rest = a(RestDay, await anna.coach.today.today(await anna.turn(on(TUESDAY, "12:59"))))
    assert rest.hours_since == 18


async def test_mobility_is_no_reason_to_wait(anna: Person) -> None:
    await anna.trains(MONDAY, "10:00")
    await anna.trains(TUESDAY, "10:00", kind=RoutineKind.MOBILITY)
    rest = a(RestDay, await anna.coach.today.today(await anna.turn(on(THURSDAY, "10:00"))))
    assert rest.hours_since == 72


async def test_hours_count_from_the_training_not_from_ending_it_a_day_later(anna: Person) -> None:
    await anna.begins(on(MONDAY, "18:00"))
    await anna.up_to("clamshell", 1)
    await anna.coach.interruptions.stop(await anna.turn(on(TUESDAY, "18:00")))
    rest = a(RestDay, await anna.coach.today.today(await anna.turn(on(TUESDAY, "19:00"))))
    assert rest.hours_since == 25


@pytest.mark.parametrize("kind", RoutineKind)
async def test_a_rest_day_can_be_trained_on_anyway(anna: Person, kind: RoutineKind) -> None:
    offer = a(Offer, await anna.coach.today.offer(await anna.turn(on(TUESDAY)), kind))
    assert (offer.routine.kind, offer.day_kind) == (kind, DayKind.REST)


async def test_who_trained_today_is_told_so(anna: Person) -> None:
    await anna.trains(MONDAY, "10:00")
    today = await anna.coach.today.today(await anna.turn(on(MONDAY, "17:00")))
    assert today == TrainedAlready(MONDAY, next_day=WEDNESDAY, strength=True)


async def test_a_workout_stopped_before_its_first_strength_set_leaves_the_day_open(anna: Person) -> None:
    await anna.begins(on(MONDAY, "10:00"))
    await anna.done()
    await anna.coach.interruptions.stop(await anna.turn())
    assert (await offered(anna, MONDAY)).routine.session == "a"


async def test_an_open_workout_is_shown_instead_of_an_offer(anna: Person) -> None:
    workout = await anna.begins(on(MONDAY, "10:00"))
    shown = a(OpenWorkout, await anna.coach.today.today(await anna.turn(on(MONDAY, "11:00"))))
    assert (shown.workout, shown.stale) == (workout, False)
    assert isinstance(await anna.coach.today.offer(await anna.turn(), RoutineKind.STRENGTH), OpenWorkout)


@pytest.mark.parametrize(("clock", "stale"), [("23:30", False), ("00:30", False), ("02:59", False), ("03:00", True)])
async def test_an_open_workout_belongs_to_yesterday_from_three_in_the_morning(
    anna: Person, clock: str, stale: bool
) -> None:
    await anna.begins(on(MONDAY, "22:00"))
    night = MONDAY if clock == "23:30" else TUESDAY
    shown = a(OpenWorkout, await anna.coach.today.today(await anna.turn(on(night, clock))))
    assert shown.stale is stale


async def test_a_stranger_sees_the_first_screen(stranger: Person) -> None:
    assert await stranger.coach.today.today(await stranger.turn()) == Welcome()


async def test_in_the_middle_of_onboarding_the_open_question_comes_first(stranger: Person) -> None:
    await stranger.coach.onboarding.is_adult(await stranger.turn())
    await stranger.coach.onboarding.nothing_applies(await stranger.turn())
    assert isinstance(await stranger.coach.today.today(await stranger.turn()), PlaceAsked)
    assert isinstance(await stranger.coach.today.offer(await stranger.turn(), RoutineKind.STRENGTH), PlaceAsked)


async def test_a_year_later_the_check_comes_before_training_even_from_a_reminders_button(anna: Person) -> None:
    turn = await anna.turn(on(date(2027, 3, 2)))
    assert await anna.coach.today.today(turn) == ReadinessAsked(again=True, recheck=Recheck.YEAR)
    await anna.becomes(step=Step.READY)
    start = await anna.coach.workouts.begin(await anna.turn(), RoutineKind.STRENGTH)
    assert start == ReadinessAsked(again=True, recheck=Recheck.YEAR)
    assert await anna.coach.workouts.begin(await anna.turn(), RoutineKind.STRENGTH) == ReadinessAsked(again=True)


async def test_a_year_later_an_open_workout_is_still_shown_first(anna: Person) -> None:
    await anna.becomes(readiness=Readiness(MONDAY, None, TUESDAY))
    await anna.begins(on(MONDAY, "23:00"))
    assert isinstance(await anna.coach.today.offer(await anna.turn(on(TUESDAY)), RoutineKind.STRENGTH), OpenWorkout)


@pytest.mark.parametrize("step", [Step.READY, Step.DAYS, Step.OFFERED_STRENGTH])
async def test_after_56_days_without_a_session_the_check_comes_before_any_offer(anna: Person, step: Step) -> None:
    await anna.trains(MONDAY)
    await anna.becomes(step=step)
    assert not isinstance(
        await anna.coach.today.today(await anna.turn(on(MONDAY + timedelta(days=55)))), ReadinessAsked
    )
    await anna.becomes(step=step)
    asked = await anna.coach.today.offer(await anna.turn(on(MONDAY + timedelta(days=56))), RoutineKind.STRENGTH)
    assert asked == ReadinessAsked(again=True, recheck=Recheck.BREAK)
    assert await anna.step() is Step.READINESS


# Weekly volume: a bridge set counts 0.5, every other strength set 1; easy sets do not count (evidence 2.4).


async def test_the_weeks_sets_are_counted_before_and_after_todays(anna: Person) -> None:
    first = await offered(anna, MONDAY)
    assert (first.week_done, first.week_after) == (0, 4)  # 2 x 0.5 + 2 + 1: on a first day much has to be read
    await anna.trains(MONDAY)
    second = await offered(anna, WEDNESDAY)
    assert (second.week_done, second.week_after) == (4, 9)


async def test_easy_sets_do_not_count_and_unknown_ones_do(anna: Person) -> None:
    await anna.trains(MONDAY, efforts={"clamshell": Effort.EASY, "standing_leg_lift": None})
    assert (await offered(anna, WEDNESDAY)).week_done == 2  # 2 x 0.5 and the lift


async def test_a_new_week_counts_from_nothing(anna: Person) -> None:
    await anna.trains(FRIDAY)
    saturday = a(Offer, await anna.coach.today.offer(await anna.turn(on(SATURDAY)), RoutineKind.MOBILITY))
    assert (saturday.week_done, saturday.week_after) == (4, 4)
    assert (await offered(anna, NEXT_MONDAY)).week_done == 0


async def test_an_advanced_athlete_with_time_does_three_sets_of_each(anna: Person) -> None:
    await anna.coach.plan.set_level(await anna.turn(), Level.ADVANCED)
    await anna.coach.plan.toggle_equipment(await anna.turn(), Equipment.MINI_BAND)
    await anna.coach.plan.set_length(await anna.turn(), 60)
    assert (await offered(anna, MONDAY)).week_after == 7.5  # 3 x 0.5 + 3 + 3


async def test_the_day_after_a_moved_workout_is_a_training_day(anna: Person) -> None:
    await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY, "18:00")))
    assert (await offered(anna, TUESDAY)).day_kind is DayKind.STRENGTH
    rest = a(RestDay, await anna.coach.today.today(await anna.turn(on(WEDNESDAY))))
    assert rest.next_day == WEDNESDAY + timedelta(days=1)


@pytest.mark.parametrize(("topic", "hold"), [("medicine", Hold.CLINICIAN), ("supervised", Hold.DOCTOR)])
async def test_on_hold_nothing_is_offered_and_nothing_starts(anna: Person, topic: str, hold: Hold) -> None:
    held = Held(hold, date(2027, 3, 2))
    await anna.coach.onboarding.topics_chosen(await anna.turn(), frozenset({topic}), confirmed=True)
    assert await anna.coach.today.today(await anna.turn()) == held
    assert await anna.coach.today.offer(await anna.turn(), RoutineKind.MOBILITY) == held
    assert await anna.coach.workouts.begin(await anna.turn(), RoutineKind.STRENGTH) == held
