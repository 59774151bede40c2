"""What is asked and offered before strength: spacing, how somebody feels, a lighter week, a low day, a full week."""

from datetime import date, timedelta

import pytest

from bot.coach.feeling import FeelingAsked
from bot.coach.today import BetterMobility, Offer, OpenWorkout
from bot.coach.workout_results import WorkoutStarted
from bot.domain.athlete import Step
from bot.domain.load import Deload, DeloadWhy
from bot.domain.routine import Load, RoutineKind, Trim, Version
from bot.domain.spacing import Energy, Feeling, Soreness, Wait

from .people import FRIDAY, MONDAY, NEXT_MONDAY, WEDNESDAY, WEEK, Person, a, on

STRENGTH = RoutineKind.STRENGTH


async def today(person: Person, at: date, clock: str = "18:00") -> object:
    return await person.coach.today.today(await person.turn(on(at, clock)))


async def starts(person: Person) -> WorkoutStarted:
    return a(WorkoutStarted, await person.coach.workouts.begin_offered(await person.turn()))


# Spacing


async def test_a_strength_day_that_comes_too_soon_advises_mobility(anna: Person) -> None:
    await anna.trains(MONDAY, clock="21:30")
    await anna.becomes(weekdays=frozenset({2, 4}))
    await anna.trains(WEDNESDAY - timedelta(days=1), clock="22:00")
    advised = a(BetterMobility, await today(anna, WEDNESDAY))
    assert (advised.why, advised.hours_since, advised.next_day) == (Wait.SPACING, 20, FRIDAY)


async def test_training_anyway_is_one_tap_and_noted(anna: Person) -> None:
    await anna.trains(MONDAY)
    offer = a(Offer, await anna.coach.today.offer(await anna.turn(on(MONDAY + timedelta(days=1))), STRENGTH))
    assert not offer.routine.anyway
    assert (await starts(anna)).workout.routine.anyway


async def test_nothing_is_noted_of_a_workout_in_its_time(anna: Person) -> None:
    await anna.trains(MONDAY)
    await today(anna, WEDNESDAY)
    assert not (await starts(anna)).workout.routine.anyway


async def test_mobility_never_has_to_wait(anna: Person) -> None:
    await anna.trains(MONDAY)
    workout = await anna.begins(on(MONDAY + timedelta(days=1)), RoutineKind.MOBILITY)
    assert not workout.routine.anyway


# How somebody feels


async def trained_a_week(person: Person) -> None:
    for day in (MONDAY, WEDNESDAY, FRIDAY):
        await person.trains(day)


async def test_how_they_feel_is_asked_in_the_second_week_before_the_start_card(anna: Person) -> None:
    await trained_a_week(anna)
    assert await today(anna, NEXT_MONDAY) == FeelingAsked("soreness")
    assert await anna.coach.advice.sore(await anna.turn(), Soreness.SOME) == FeelingAsked("energy")
    a(Offer, await anna.coach.advice.energy(await anna.turn(), Energy.GOOD))
    assert (await anna.athlete()).feeling == Feeling(NEXT_MONDAY, Soreness.SOME, Energy.GOOD)


async def test_it_is_not_asked_again_within_a_week_answered_or_not(anna: Person) -> None:
    await trained_a_week(anna)
    await today(anna, NEXT_MONDAY)
    a(Offer, await today(anna, NEXT_MONDAY))
    await anna.trains(NEXT_MONDAY)
    a(Offer, await today(anna, WEDNESDAY + WEEK))


async def test_who_comes_back_from_a_break_is_not_asked(anna: Person) -> None:
    await trained_a_week(anna)
    a(Offer, await today(anna, MONDAY + 3 * WEEK))


async def test_sore_hips_are_advised_mobility(anna: Person) -> None:
    await trained_a_week(anna)
    await today(anna, NEXT_MONDAY)
    await anna.coach.advice.sore(await anna.turn(), Soreness.MUCH)
    advised = a(BetterMobility, await anna.coach.advice.energy(await anna.turn(), Energy.GOOD))
    assert advised.why is Wait.SORE


async def test_an_old_answer_changes_nothing(anna: Person) -> None:
    await trained_a_week(anna)
    await today(anna, NEXT_MONDAY)
    a(Offer, await today(anna, NEXT_MONDAY))
    a(Offer, await anna.coach.advice.sore(await anna.turn(), Soreness.MUCH))
    a(Offer, await anna.coach.advice.energy(await anna.turn(), Energy.LOW))
    assert (await anna.athlete()).feeling == Feeling(NEXT_MONDAY)


# A lighter week


async def trained_six_weeks(person: Person) -> date:
    for week in range(6):
        for day in (MONDAY, WEDNESDAY, FRIDAY):
            await person.trains(day + week * WEEK)
    await person.becomes(feeling=Feeling(FRIDAY + 5 * WEEK, Soreness.HARDLY, Energy.GOOD))
    return MONDAY + 6 * WEEK


async def test_a_lighter_week_is_offered_on_the_start_card_and_one_tap_begins_it(anna: Person) -> None:
    day = await trained_six_weeks(anna)
    usual = a(Offer, await today(anna, day))
    assert (usual.deload, usual.routine.load) == (DeloadWhy.WEEKS, Load.USUAL)
    lighter = a(Offer, await anna.coach.advice.lighter_week(await anna.turn(), wanted=True))
    assert (lighter.deload, lighter.routine.load) == (None, Load.DELOAD)
    assert (await anna.athlete()).deload == Deload(began_on=day)
    assert (await starts(anna)).workout.routine.load is Load.DELOAD


async def test_a_lighter_week_ends_by_itself(anna: Person) -> None:
    day = await trained_six_weeks(anna)
    await anna.becomes(deload=Deload(began_on=day))
    for later in (0, 2, 4):
        await anna.trains(day + timedelta(days=later))
    await anna.becomes(feeling=Feeling(day + timedelta(days=6)))
    assert a(Offer, await today(anna, day + WEEK)).routine.load is Load.USUAL


async def test_a_refused_one_leaves_the_plan_and_is_not_offered_the_next_time(anna: Person) -> None:
    day = await trained_six_weeks(anna)
    await today(anna, day)
    offer = a(Offer, await anna.coach.advice.lighter_week(await anna.turn(), wanted=False))
    assert (offer.deload, offer.routine.load) == (None, Load.USUAL)
    await anna.trains(day)
    assert a(Offer, await today(anna, day + timedelta(days=2))).deload is None


async def test_who_starts_as_usual_has_let_it_go_for_two_weeks(anna: Person) -> None:
    day = await trained_six_weeks(anna)
    assert a(Offer, await today(anna, day)).deload is DeloadWhy.WEEKS
    await anna.trains(day)
    assert (await anna.athlete()).deload == Deload(refused_on=day)
    assert a(Offer, await today(anna, day + timedelta(days=2))).deload is None


async def test_where_targets_keep_still_no_lighter_week_is_offered(anna: Person) -> None:
    day = await trained_six_weeks(anna)
    await anna.becomes(limits=frozenset({"talk_test"}))
    assert a(Offer, await today(anna, day)).deload is None


async def test_a_second_tap_begins_no_second_week(anna: Person) -> None:
    day = await trained_six_weeks(anna)
    await today(anna, day)
    for wanted in (True, False, True):
        await anna.coach.advice.lighter_week(await anna.turn(), wanted=wanted)
    assert (await anna.athlete()).deload == Deload(began_on=day)


async def test_two_signs_offer_a_lighter_week_early(anna: Person) -> None:
    await trained_a_week(anna)
    await anna.becomes(feeling=Feeling(NEXT_MONDAY - timedelta(days=4), Soreness.LASTING, Energy.LOW))
    assert a(Offer, await today(anna, NEXT_MONDAY)).deload is DeloadWhy.SIGNS


async def test_what_was_told_a_week_ago_is_no_sign_any_more(anna: Person) -> None:
    await trained_a_week(anna)
    await anna.becomes(feeling=Feeling(NEXT_MONDAY - WEEK, Soreness.LASTING, Energy.LOW))
    await today(anna, NEXT_MONDAY)
    await anna.becomes(feeling=Feeling(NEXT_MONDAY - WEEK, Soreness.LASTING, Energy.LOW), step=Step.READY)
    assert a(Offer, await anna.coach.today.offer(await anna.turn(), STRENGTH)).deload is None


# A low day


async def test_a_low_day_halves_today_and_counts(anna: Person) -> None:
    usual = a(Offer, await today(anna, MONDAY)).routine
    low = a(Offer, await anna.coach.today.offer(await anna.turn(), STRENGTH, Version.LOW)).routine
    assert low.load is Load.LOW
    assert low.minutes < usual.minutes
    assert await anna.step() is Step.OFFERED_LOW
    workout = (await starts(anna)).workout
    assert workout.routine.load is Load.LOW
    finished = await anna.finishes()
    assert finished.workout.counts


async def test_a_low_day_leaves_the_targets_where_they_were(anna: Person) -> None:
    await anna.trains(MONDAY)
    before = a(Offer, await today(anna, WEDNESDAY))
    await anna.coach.today.offer(await anna.turn(), STRENGTH, Version.LOW)
    await starts(anna)
    await anna.finishes()
    bridges = [p for p in before.routine.prescriptions if p.exercise == "glute_bridge_abduction"]
    after = a(Offer, await today(anna, FRIDAY)).routine.prescriptions
    assert [p.amount for p in after if p.exercise == "glute_bridge_abduction"] == [p.amount for p in bridges]


# A full week


async def test_in_a_full_week_sets_are_left_out_and_all_of_them_are_one_tap_away(anna: Person) -> None:
    await anna.becomes(length=30)
    for days in range(4):
        await anna.trains(MONDAY + timedelta(days=days))
    offer = a(Offer, await anna.coach.today.offer(await anna.turn(on(FRIDAY)), STRENGTH))
    assert Trim.WEEK in offer.routine.trims
    assert offer.week_after <= 23
    whole = a(Offer, await anna.coach.today.offer(await anna.turn(), STRENGTH, Version.WHOLE))
    assert whole.week_after > 23
    assert (await starts(anna)).workout.routine.anyway


# Inside a workout


@pytest.mark.parametrize("wanted", [True, False])
async def test_an_open_workout_stays_as_it_is(anna: Person, wanted: bool) -> None:
    workout = await anna.begins(on(MONDAY))
    shown = a(OpenWorkout, await anna.coach.advice.lighter_week(await anna.turn(), wanted=wanted))
    assert shown.workout.routine == workout.routine
    assert await anna.step() is Step.SET
