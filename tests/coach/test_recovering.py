"""Being ill: reminders stop until they are well; what it was decides how training goes on, and is not kept."""

from datetime import timedelta

from bot.coach.onboarding_results import PlanReady, ReadinessAsked
from bot.coach.plan import PauseAsked, PausedIll, Resumed, WellAsked
from bot.coach.recovering import RecoveryCoach
from bot.coach.today import Offer
from bot.domain.athlete import Step
from bot.domain.exercise import Level
from bot.domain.prescribing import Asked, build_routine
from bot.domain.routine import RoutineKind
from bot.domain.workout import WorkoutState

from .people import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, WEEK, Person, a, on

MUCH_LATER = MONDAY + 3 * WEEK


def recovery(person: Person) -> RecoveryCoach:
    return RecoveryCoach(person.coach.plan, person.coach.onboarding)


async def falls_ill(person: Person) -> None:
    assert await person.coach.plan.pause_ill(await person.turn()) == PausedIll()


async def test_who_says_that_they_are_ill_is_offered_a_pause(anna: Person) -> None:
    assert anna.coach.plan.ask_pause(await anna.turn(), ill=True) == PauseAsked(ill=True)


async def test_nothing_is_sent_until_they_say_that_they_are_well(anna: Person) -> None:
    await falls_ill(anna)
    assert await anna.coach.serve_until(on(MUCH_LATER)) == []
    assert await anna.coach.reminders.earliest() is None


async def test_resuming_asks_what_it_was_and_changes_nothing_yet(anna: Person) -> None:
    await falls_ill(anna)
    assert await anna.coach.plan.resume(await anna.turn(on(TUESDAY))) == WellAsked()
    assert (await anna.athlete()).paused


async def test_training_asks_what_it_was_first(anna: Person) -> None:
    await falls_ill(anna)
    assert await anna.coach.today.today(await anna.turn(on(WEDNESDAY))) == WellAsked()
    assert await anna.coach.workouts.begin(await anna.turn(on(WEDNESDAY)), RoutineKind.STRENGTH) == WellAsked()


async def test_after_a_cold_training_goes_on(anna: Person) -> None:
    await anna.trains(MONDAY, "08:00")
    await falls_ill(anna)
    await anna.coach.serve_until(on(TUESDAY))
    assert await recovery(anna).cold(await anna.turn(on(TUESDAY, "19:00"))) == Resumed(WEDNESDAY, was_paused=True)
    kept = await anna.athlete()
    assert (kept.ill, kept.paused, kept.level_since) == (False, False, None)
    assert await anna.coach.serve_until(on(WEDNESDAY)) == [("04 Mar 18:00", "workout")]


async def test_after_something_bigger_the_check_comes_first_and_training_starts_anew(anna: Person) -> None:
    await anna.becomes(level=Level.ADVANCED)
    await anna.trains(MONDAY, "08:00")
    await falls_ill(anna)
    back = on(MUCH_LATER, "09:00")
    assert await recovery(anna).bigger(await anna.turn(back)) == ReadinessAsked(again=True)
    kept = await anna.athlete()
    assert (kept.ill, kept.paused, kept.level, kept.level_since) == (False, False, Level.BEGINNER, back)
    assert await anna.coach.today.today(await anna.turn(back)) == ReadinessAsked(again=True)
    assert isinstance(await anna.coach.onboarding.nothing_applies(await anna.turn(back)), PlanReady)
    offer = a(Offer, await anna.coach.today.today(await anna.turn(back)))
    anew = build_routine(Asked(RoutineKind.STRENGTH, "b", kept.length), kept.profile, {}, anna.coach.library)
    assert [p.variation for p in offer.routine.prescriptions] == [p.variation for p in anew.prescriptions]
    assert (await anna.coach.progress.show(await anna.turn(back))).summary.in_all == 1


async def test_a_workout_left_open_before_something_bigger_stays_in_the_log(anna: Person) -> None:
    await anna.begins()
    await anna.done()
    await falls_ill(anna)
    await recovery(anna).bigger(await anna.turn(on(FRIDAY)))
    left = await anna.workout()
    assert (left.state, len(left.items[0].done), await anna.step()) == (WorkoutState.STOPPED, 1, Step.READINESS)


async def test_a_second_tap_shows_where_they_stand(anna: Person) -> None:
    await falls_ill(anna)
    first = on(MONDAY + timedelta(days=3))
    await recovery(anna).bigger(await anna.turn(first))
    assert await recovery(anna).bigger(await anna.turn(first + timedelta(seconds=1))) == ReadinessAsked(again=True)
    assert await recovery(anna).cold(await anna.turn(first + timedelta(seconds=2))) == ReadinessAsked(again=True)
    assert (await anna.athlete()).level_since == first
