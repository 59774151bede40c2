"""Ten minutes and four minutes: for today only, counted like any other session."""

from datetime import date

from bot.coach.history import performances
from bot.coach.onboarding_results import Held
from bot.coach.today import BetterMobility, Offer, OpenWorkout, RestDay, TrainedAlready
from bot.coach.workout_results import Finished, WorkoutStarted
from bot.domain.athlete import Step
from bot.domain.delivery import DeliveryKind
from bot.domain.library import Hold
from bot.domain.load import Deload
from bot.domain.routine import Load, RoutineKind, Trim, Version
from bot.domain.short_days import SHORT_DAY
from bot.domain.spacing import Wait
from bot.domain.week import DayKind
from bot.domain.workout import Workout

from .people import FRIDAY, MONDAY, NEXT_MONDAY, SESSION_A, SESSION_B, THURSDAY, TUESDAY, WEDNESDAY, Person, a, on

STRENGTH = RoutineKind.STRENGTH


async def asks(person: Person, at: date, version: Version | None = None) -> object:
    """Ask in words for a shorter version."""
    return await person.coach.today.short(await person.turn(on(at, "17:00")), version)


async def in_four_minutes(person: Person, at: date, pain: int | None = None) -> Finished:
    """Do the four-minute version, nothing missing; the clamshell may hurt."""
    await person.coach.workouts.begin(await person.turn(on(at)), STRENGTH, at, Version.MINIMUM)
    await person.up_to("clamshell")
    result = await person.done("done 5")
    assert not isinstance(result, Finished)
    if pain is not None:
        await person.hurts(pain)
    return a(Finished, await person.feels())


# Ten minutes


async def test_ten_minutes_are_for_today_only(anna: Person) -> None:
    offer = a(Offer, await asks(anna, MONDAY, Version.SHORT))
    assert (offer.routine.length, offer.athlete.length, offer.version) == (10, 20, Version.SHORT)
    started = a(WorkoutStarted, await anna.coach.workouts.begin_offered(await anna.turn()))
    assert started.workout.routine == offer.routine
    await anna.coach.interruptions.stop(await anna.turn())
    later = a(Offer, await anna.coach.today.today(await anna.turn(on(WEDNESDAY))))
    assert (later.routine.length, later.version) == (20, Version.USUAL)


async def test_the_button_starts_what_its_card_showed(anna: Person) -> None:
    offer = a(Offer, await asks(anna, MONDAY, Version.SHORT))
    await anna.coach.today.today(await anna.turn())
    begun = await anna.coach.workouts.begin(await anna.turn(), STRENGTH, MONDAY, Version.SHORT)
    assert a(WorkoutStarted, begun).workout.routine == offer.routine


async def test_who_always_takes_ten_minutes_has_no_card_for_today_only(anna: Person) -> None:
    await anna.coach.plan.set_length(await anna.turn(), 10)
    offer = a(Offer, await asks(anna, MONDAY, Version.SHORT))
    assert (offer.routine.length, offer.version) == (10, Version.USUAL)
    assert await anna.step() is Step.OFFERED_STRENGTH


async def test_a_start_button_of_an_older_card_shows_what_today_holds(anna: Person) -> None:
    old = await anna.coach.workouts.begin(await anna.turn(on(TUESDAY)), STRENGTH, MONDAY, Version.SHORT)
    assert isinstance(old, RestDay)


async def test_a_shorter_version_waits_for_what_comes_first(anna: Person) -> None:
    assert isinstance(await asks(anna, TUESDAY, Version.MINIMUM), RestDay)
    workout = await anna.begins(on(WEDNESDAY))
    assert a(OpenWorkout, await asks(anna, WEDNESDAY, Version.SHORT)).workout == workout
    await anna.up_to("clamshell")
    await anna.coach.interruptions.stop(await anna.turn())
    assert isinstance(await asks(anna, WEDNESDAY, Version.SHORT), TrainedAlready)
    readiness = (await anna.athlete()).readiness
    assert readiness
    await anna.becomes(readiness=type(readiness)(MONDAY, Hold.CLINICIAN, readiness.recheck_on), step=Step.HELD)
    assert isinstance(await asks(anna, FRIDAY, Version.SHORT), Held)


async def test_strength_that_was_trained_today_is_not_offered_again(anna: Person) -> None:
    await anna.trains(MONDAY)
    again = await anna.coach.today.offer(await anna.turn(), STRENGTH, Version.MINIMUM)
    assert a(TrainedAlready, again).strength


async def test_words_bring_no_strength_where_mobility_is_better(anna: Person) -> None:
    await anna.trains(TUESDAY)
    assert a(BetterMobility, await asks(anna, WEDNESDAY, Version.MINIMUM)).why is Wait.SPACING


async def test_a_shorter_version_of_strength_is_not_one_of_mobility(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {0, 2, 3, 5})
    [mobility] = [day for day in (WEDNESDAY, THURSDAY) if (await anna.athlete()).plan.kind_of(day) is DayKind.MOBILITY]
    assert a(Offer, await asks(anna, mobility, Version.SHORT)).routine.kind is RoutineKind.MOBILITY


async def test_who_trains_anyway_can_make_it_short(anna: Person) -> None:
    await anna.coach.today.offer(await anna.turn(on(TUESDAY, "17:00")), STRENGTH)
    assert a(Offer, await asks(anna, TUESDAY, Version.SHORT)).version is Version.SHORT


async def test_a_short_word_means_four_minutes_where_they_are_offered_and_ten_elsewhere(anna: Person) -> None:
    assert a(Offer, await asks(anna, MONDAY)).version is Version.SHORT
    assert a(Offer, await asks(anna, WEDNESDAY)).version is Version.MINIMUM


async def test_on_a_low_day_and_in_a_lighter_week_a_short_day_leaves_moves_out_too(anna: Person) -> None:
    low = a(Offer, await anna.coach.today.offer(await anna.turn(on(MONDAY)), STRENGTH, Version.LOW)).routine
    assert (low.length, low.load) == (SHORT_DAY, Load.LOW)
    assert Trim.FEWER_WARM_UPS in low.trims
    await anna.becomes(deload=Deload(began_on=MONDAY))
    short = a(Offer, await asks(anna, MONDAY, Version.SHORT)).routine
    assert (short.length, short.load) == (SHORT_DAY, Load.DELOAD)


# Four minutes


async def test_four_minutes_are_offered_after_a_miss_once_a_week_on_the_card_and_the_reminder(anna: Person) -> None:
    offers: list[date] = []
    for day in (MONDAY, WEDNESDAY, FRIDAY, NEXT_MONDAY):
        offer = a(Offer, await anna.coach.today.today(await anna.turn(on(day, "17:00"))))
        [reminder] = [each for each in await anna.coach.serve(on(day)) if each.delivery.day == day]
        assert reminder.delivery.kind is DeliveryKind.WORKOUT
        assert reminder.minimum is offer.minimum
        offers += [day] if offer.minimum else []
    assert offers == [WEDNESDAY, NEXT_MONDAY]


async def test_a_reminder_that_comes_again_still_offers_them(anna: Person) -> None:
    await anna.coach.serve(on(WEDNESDAY))
    await anna.coach.postponing.later(await anna.turn(on(WEDNESDAY, "18:05")), WEDNESDAY)
    [again] = await anna.coach.serve(on(WEDNESDAY, "19:05"))
    assert (again.delivery.kind, again.minimum) == (DeliveryKind.SNOOZE, True)


async def test_a_mobility_day_offers_no_four_minutes(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {0, 2, 3, 5})
    reminders = await anna.coach.serve(on(TUESDAY + (FRIDAY - WEDNESDAY)))
    assert [reminder.minimum for reminder in reminders] == [False]


async def test_four_minutes_ask_less_where_the_day_does(anna: Person) -> None:
    usual = a(Offer, await asks(anna, MONDAY, Version.MINIMUM)).routine
    await anna.becomes(deload=Deload(began_on=MONDAY))
    lighter = a(Offer, await asks(anna, MONDAY, Version.MINIMUM)).routine
    assert (usual.load, lighter.load) == (Load.USUAL, Load.DELOAD)
    assert [p.reason.key for p in lighter.prescriptions] == ["start", "load", "load"]


async def test_four_minutes_count_as_a_session_and_for_milestones(anna: Person) -> None:
    finished = await in_four_minutes(anna, WEDNESDAY)
    assert [milestone.value for milestone in finished.milestones] == ["first_step"]
    shown = await anna.coach.progress.show(await anna.turn())
    assert (shown.summary.this_week, shown.summary.in_all) == (1, 1)
    assert isinstance(await anna.coach.today.today(await anna.turn()), TrainedAlready)


async def test_the_session_that_was_due_stays_due_after_four_minutes(anna: Person) -> None:
    await anna.trains(MONDAY)
    await in_four_minutes(anna, WEDNESDAY)
    offer = a(Offer, await anna.coach.today.today(await anna.turn(on(FRIDAY))))
    assert {p.exercise for p in offer.routine.prescriptions} > set(SESSION_B)
    assert "standing_leg_lift" in SESSION_A


async def test_fewer_reps_in_four_minutes_neither_lower_a_target_nor_a_result(anna: Person) -> None:
    await anna.trains(MONDAY, reps={"clamshell": (12, 12)})
    before = await anna.coach.progress.show(await anna.turn())
    await in_four_minutes(anna, WEDNESDAY)
    after = await anna.coach.progress.show(await anna.turn())
    assert after.summary.trends == before.summary.trends
    assert [p.light for p in performances(await ended(anna), await anna.athlete())["clamshell"]] == [False, True]
    offer = a(Offer, await anna.coach.today.today(await anna.turn(on(FRIDAY))))
    [bridge] = [p for p in offer.routine.prescriptions if p.exercise == "glute_bridge_abduction"]
    assert (bridge.sets, bridge.amount) == (2, 9)
    finished = await anna.trains(FRIDAY)
    assert [better for better in finished.better if better.exercise == "clamshell"] == []


async def test_pain_in_four_minutes_eases_the_next_target(anna: Person) -> None:
    await in_four_minutes(anna, WEDNESDAY, pain=4)
    offer = a(Offer, await anna.coach.today.today(await anna.turn(on(FRIDAY))))
    [clamshell] = [p for p in offer.routine.prescriptions if p.exercise == "clamshell"]
    assert clamshell.reason.key == "amber_rung"


async def ended(person: Person) -> list[Workout]:
    async with person.coach.store.look() as records:
        return list(await records.workouts.ended(person.id))
