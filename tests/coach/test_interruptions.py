"""Skipping, stopping, red flags and yesterday's workout: nothing is dropped silently, nothing counts twice."""

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from bot.coach.interruptions import RedFlagRaised
from bot.coach.onboarding_results import Held, PlanReady
from bot.coach.today import Offer
from bot.coach.workout_results import AlreadyLogged, Card, Finished, NoWorkout, OldButton, SetAt, Skipped, StaleAsked
from bot.domain.athlete import Step
from bot.domain.library import Hold
from bot.domain.progression import Effort
from bot.domain.red_flags import Urgency
from bot.domain.routine import RoutineKind
from bot.domain.workout import WorkoutState

from .people import MONDAY, TUESDAY, WEDNESDAY, Person, a, on

CLAMSHELL, LIFT, BUTTERFLY = 6, 7, 8
A_YEAR_LATER = date(2027, 3, 2)


@pytest.fixture
async def training(anna: Person) -> Person:
    """Anna, at the first exercise of her first workout, Monday 18:00."""
    await anna.begins(on(MONDAY, "18:00"))
    return anna


async def skips(person: Person, at: SetAt | None = None) -> object:
    return await person.coach.interruptions.skip(await person.turn(), at)


async def goes_on(person: Person) -> object:
    return await person.coach.interruptions.back(await person.turn())


async def ends(person: Person) -> object:
    return await person.coach.interruptions.stop(await person.turn())


# Skipping


async def test_skipping_the_warm_up_asks_once(training: Person) -> None:
    assert a(Card, await skips(training)).step is Step.SKIPPING
    assert (await training.workout()).entries == ()
    assert a(Card, await skips(training)).event == Skipped((0,))
    assert a(Card, await skips(training)).event == Skipped((1,))


async def test_who_is_asked_about_the_warm_up_can_stay_with_it(training: Person) -> None:
    await skips(training)
    assert a(Card, await goes_on(training)).step is Step.SET
    assert (await training.workout()).position == 0


async def test_a_done_instead_of_an_answer_logs_the_set(training: Person) -> None:
    await skips(training)
    assert a(Card, await training.done()).step is Step.SET
    assert (await training.item("leg_swings")).done == (8,)


async def test_the_whole_warm_up_can_be_let_go(training: Person) -> None:
    await training.done()
    await skips(training)
    card = a(Card, await training.coach.interruptions.skip_warm_up(await training.turn()))
    assert card.event == Skipped((1, 2, 3, 4))
    assert card.workout.position == 5


async def test_outside_the_warm_up_a_skip_needs_no_question(training: Person) -> None:
    await training.up_to("clamshell")
    assert a(Card, await skips(training)).event == Skipped((CLAMSHELL,))


async def test_sets_done_before_a_skip_stay(training: Person) -> None:
    await training.up_to("clamshell", 1)
    await skips(training)
    item = await training.item("clamshell")
    assert (item.done, item.skipped) == ((10,), True)


async def test_a_second_tap_on_skip_lets_nothing_else_go(training: Person) -> None:
    await training.up_to("clamshell")
    at = SetAt((await training.workout()).id, CLAMSHELL, 0)
    await skips(training, at)
    assert a(Card, await skips(training, at)).event == AlreadyLogged()
    assert (await training.workout()).position == LIFT


async def test_skipping_the_last_exercise_finishes(training: Person) -> None:
    await training.up_to("foam_rolling")
    assert isinstance(await skips(training), Finished)


async def test_skipping_the_answer_about_the_last_move_finishes(brisk: Person) -> None:
    await brisk.begins()
    await brisk.up_to("standing_leg_lift", 1)
    await brisk.done()
    assert isinstance(await skips(brisk), Finished)


# Stopping


async def test_stopping_asks_so_that_the_cool_down_is_never_dropped_silently(training: Person) -> None:
    await training.up_to("clamshell", 1)
    asked = a(Card, await training.coach.interruptions.ask_stop(await training.turn()))
    assert asked.step is Step.STOPPING
    assert (await training.workout()).state.value == "open"


async def test_who_stops_can_go_straight_to_the_cool_down(training: Person) -> None:
    await training.up_to("clamshell", 1)
    await training.coach.interruptions.ask_stop(await training.turn())
    card = a(Card, await training.coach.interruptions.cool_down(await training.turn()))
    assert card.event == Skipped((CLAMSHELL, LIFT))
    assert card.workout.position == BUTTERFLY


async def test_in_the_cool_down_there_is_nothing_left_to_let_go_before_it(training: Person) -> None:
    await training.up_to("butterfly_stretch")
    card = a(Card, await training.coach.interruptions.cool_down(await training.turn()))
    assert (card.event, card.workout.position) == (Skipped(()), BUTTERFLY)


async def test_who_stops_anyway_keeps_what_was_done(training: Person) -> None:
    await training.up_to("clamshell", 1)
    finished = a(Finished, await ends(training))
    assert finished.workout.state is WorkoutState.STOPPED
    assert finished.workout.counts
    assert (finished.next_day, await training.step()) == (WEDNESDAY, Step.READY)


# Buttons of other workouts, and no workout at all


EVERY_BUTTON = ["skip_warm_up", "ask_stop", "cool_down", "stop", "back", "end_old"]


@pytest.mark.parametrize("button", EVERY_BUTTON)
async def test_a_button_of_another_workout_changes_nothing(training: Person, button: str) -> None:
    old = (await training.workout()).id
    await ends(training)
    await training.begins(on(WEDNESDAY))
    act = getattr(training.coach.interruptions, button)
    assert await act(await training.turn(), old) == OldButton(MONDAY)
    assert (await training.workout()).entries == ()


@pytest.mark.parametrize("button", ["skip", *EVERY_BUTTON])
async def test_without_a_workout_nothing_can_be_interrupted(anna: Person, button: str) -> None:
    assert await getattr(anna.coach.interruptions, button)(await anna.turn()) == NoWorkout()


# A set that waits: with a red flag, with a pain question, with a workout of an earlier day


async def waits_for_a_pause(person: Person) -> None:
    raised = await person.coach.interruptions.red_flag(await person.turn(), Urgency.EMERGENCY, person.typed("done 13"))
    assert raised == RedFlagRaised(Urgency.EMERGENCY, paused=(await person.workout()).id, pending=True)


async def waits_for_a_number(person: Person) -> None:
    await person.coach.pain.ask(await person.turn())
    assert a(Card, await person.done("done 13")).step is Step.PAIN


async def waits_for_a_day(person: Person) -> None:
    assert a(StaleAsked, await person.done("done 13", on(TUESDAY, "08:00"))).pending


async def goes_to_the_cool_down(person: Person) -> object:
    await person.coach.interruptions.ask_stop(await person.turn())
    return await person.coach.interruptions.cool_down(await person.turn())


async def hesitates_to_stop(person: Person) -> object:
    await person.coach.interruptions.ask_stop(await person.turn())
    return await goes_on(person)


WAYS_ON = [
    (waits_for_a_pause, goes_on),
    (waits_for_a_pause, ends),
    (waits_for_a_number, goes_on),
    (waits_for_a_number, ends),
    (waits_for_a_number, goes_to_the_cool_down),
    (waits_for_a_number, hesitates_to_stop),
    (waits_for_a_day, goes_on),
    (waits_for_a_day, ends),
]


@pytest.mark.parametrize(("waits", "then"), WAYS_ON)
async def test_a_set_that_waits_is_logged_once_whatever_follows(
    training: Person, waits: Callable[[Person], Awaitable[None]], then: Callable[[Person], Awaitable[object]]
) -> None:
    await training.up_to("clamshell", 1)
    await waits(training)
    assert (await training.item("clamshell")).done == (10,)
    await then(training)
    assert (await training.item("clamshell")).done == (10, 13)
    assert (await training.workout()).pending is None
    await hesitates_to_stop(training)
    assert [entry.amount for entry in (await training.workout()).entries].count(13) == 1


async def test_a_set_that_waits_is_logged_where_it_was_done_when_its_exercise_is_skipped(training: Person) -> None:
    await training.up_to("clamshell")
    await waits_for_a_number(training)
    await skips(training)
    assert (await training.item("clamshell")).done == (13,)
    assert (await training.item("clamshell")).skipped
    await training.done()
    assert (await training.item("standing_leg_lift")).done == (8,)


async def test_a_set_that_waits_is_logged_before_the_next_one(training: Person) -> None:
    await training.up_to("clamshell")
    await waits_for_a_number(training)
    await training.coach.interruptions.ask_stop(await training.turn())
    await training.done("done 11")
    assert (await training.item("clamshell")).done == (13, 11)


async def test_several_sets_can_wait_and_are_logged_in_their_order(training: Person) -> None:
    await training.up_to("clamshell")
    await waits_for_a_pause(training)
    await training.done("done 12")
    await training.done()
    await goes_on(training)
    assert (await training.item("clamshell")).done == (13, 12)
    assert (await training.item("standing_leg_lift")).done == (8,)


async def test_a_set_that_waits_is_forgotten_by_an_undo(training: Person) -> None:
    await training.up_to("clamshell")
    await waits_for_a_number(training)
    await training.coach.workouts.undo(await training.turn())
    await goes_on(training)
    assert (await training.item("clamshell")).done == ()


async def test_a_set_that_waits_as_planned_is_logged_as_planned(training: Person) -> None:
    await training.up_to("clamshell")
    await training.coach.pain.ask(await training.turn())
    await training.done()
    await goes_on(training)
    assert (await training.workout()).entries[-1].as_planned


async def test_the_last_set_can_wait_and_finish(training: Person) -> None:
    await training.up_to("foam_rolling")
    await training.coach.pain.ask(await training.turn())
    await training.done()
    assert isinstance(await goes_on(training), Finished)


async def test_the_last_set_can_wait_with_a_skip(training: Person) -> None:
    await training.up_to("foam_rolling")
    await training.coach.pain.ask(await training.turn())
    await training.done()
    finished = a(Finished, await skips(training))
    assert finished.workout.items[-1].done == (30,)


# Red flags


async def test_after_a_red_flag_outside_a_workout_training_waits(anna: Person) -> None:
    held = Held(Hold.ALARM, A_YEAR_LATER)
    raised = await anna.coach.interruptions.red_flag(await anna.turn(), Urgency.TODAY, None)
    assert raised == RedFlagRaised(Urgency.TODAY, paused=None, pending=False, held=held)
    assert await anna.step() is Step.HELD
    assert await anna.coach.today.today(await anna.turn()) == held
    assert await anna.coach.workouts.begin(await anna.turn(), RoutineKind.STRENGTH) == held
    assert await anna.coach.serve(on(MONDAY)) == []


@pytest.mark.parametrize("way_out", ["misread", "clinician_agreed"])
async def test_the_hold_of_a_red_flag_ends_with_one_tap(anna: Person, way_out: str) -> None:
    await anna.coach.interruptions.red_flag(await anna.turn(), Urgency.EMERGENCY, None)
    assert isinstance(await getattr(anna.coach.onboarding, way_out)(await anna.turn()), PlanReady)
    assert ((await anna.athlete()).hold, await anna.step()) == (None, Step.READY)


@pytest.mark.parametrize("topic", ["medicine", "supervised"])
async def test_a_red_flag_does_not_make_another_hold_milder(anna: Person, topic: str) -> None:
    await anna.coach.onboarding.topics_chosen(await anna.turn(), frozenset({topic}), confirmed=True)
    hold = (await anna.athlete()).hold
    await anna.coach.interruptions.red_flag(await anna.turn(), Urgency.TODAY, None)
    await anna.coach.onboarding.misread(await anna.turn())
    assert (await anna.athlete()).hold is hold


async def test_a_kind_word_stops_nothing(training: Person) -> None:
    before = (await training.athlete(), await training.workout())
    heard = await training.coach.interruptions.red_flag(await training.turn(), Urgency.KIND, training.typed("done"))
    assert heard == RedFlagRaised(Urgency.KIND, paused=None, pending=False)
    assert (await training.athlete(), await training.workout()) == before


async def test_before_the_readiness_check_a_red_flag_holds_nothing(stranger: Person) -> None:
    await stranger.coach.onboarding.is_adult(await stranger.turn())
    before = await stranger.athlete()
    raised = await stranger.coach.interruptions.red_flag(await stranger.turn(), Urgency.TODAY, None)
    assert raised == RedFlagRaised(Urgency.TODAY, paused=None, pending=False)
    assert await stranger.athlete() == before


async def test_a_workout_that_a_red_flag_ended_leaves_training_waiting(training: Person) -> None:
    await training.coach.interruptions.red_flag(await training.turn(), Urgency.TODAY, None)
    assert a(Finished, await ends(training)).held == Held(Hold.ALARM, A_YEAR_LATER)
    assert await training.step() is Step.HELD


async def test_a_red_flag_from_a_stranger_stores_nothing(stranger: Person) -> None:
    raised = await stranger.coach.interruptions.red_flag(await stranger.turn(), Urgency.EMERGENCY, None)
    assert raised == RedFlagRaised(Urgency.EMERGENCY, paused=None, pending=False)
    assert await stranger.kept() is None


async def test_a_red_flag_pauses_the_workout_and_one_word_resumes_it(training: Person) -> None:
    raised = await training.coach.interruptions.red_flag(await training.turn(), Urgency.EMERGENCY, None)
    assert raised == RedFlagRaised(Urgency.EMERGENCY, paused=(await training.workout()).id, pending=False)
    assert await training.step() is Step.PAUSED
    assert a(Card, await goes_on(training)).step is Step.SET


@pytest.mark.parametrize("button", ["skip", "skip_warm_up", "ask_stop", "cool_down"])
async def test_during_a_pause_every_other_button_says_that_it_is_paused(training: Person, button: str) -> None:
    await training.coach.interruptions.red_flag(await training.turn(), Urgency.EMERGENCY, None)
    assert a(Card, await getattr(training.coach.interruptions, button)(await training.turn())).step is Step.PAUSED
    assert a(Card, await training.coach.pain.ask(await training.turn())).step is Step.PAUSED
    assert a(Card, await training.hurts(4)).step is Step.PAUSED
    assert (await training.workout()).entries == ()


async def test_during_a_pause_a_done_waits_too(training: Person) -> None:
    await training.coach.interruptions.red_flag(await training.turn(), Urgency.EMERGENCY, None)
    assert a(Card, await training.done()).step is Step.PAUSED
    assert a(Card, await training.tap(0, 0)).step is Step.PAUSED
    assert (await training.workout()).entries == ()


@pytest.mark.parametrize("told", ["30s", "done 900"])
async def test_an_amount_that_cannot_be_meant_does_not_wait_with_a_red_flag(training: Person, told: str) -> None:
    raised = await training.coach.interruptions.red_flag(await training.turn(), Urgency.TODAY, training.typed(told))
    assert raised == RedFlagRaised(Urgency.TODAY, paused=(await training.workout()).id, pending=False)
    await goes_on(training)
    assert (await training.workout()).entries == ()


async def test_a_set_told_without_an_amount_waits_with_a_red_flag(training: Person) -> None:
    await training.coach.interruptions.red_flag(await training.turn(), Urgency.TODAY, training.typed("done"))
    await goes_on(training)
    assert (await training.item("leg_swings")).done == (8,)


async def test_another_word_beside_a_red_flag_is_no_set(training: Person) -> None:
    raised = await training.coach.interruptions.red_flag(await training.turn(), Urgency.TODAY, training.typed("stop"))
    assert not raised.pending


async def test_a_second_red_flag_still_tells_of_the_set_that_waits(training: Person) -> None:
    await waits_for_a_pause(training)
    raised = await training.coach.interruptions.red_flag(await training.turn(), Urgency.TODAY, None)
    assert raised.pending


async def test_a_set_told_with_a_red_flag_when_nothing_is_left_to_do_is_none(brisk: Person) -> None:
    await brisk.begins()
    await brisk.up_to("standing_leg_lift", 1)
    await brisk.done()
    await brisk.coach.interruptions.red_flag(await brisk.turn(), Urgency.TODAY, brisk.typed("done"))
    assert a(Finished, await ends(brisk)).workout.items[-1].done == (8, 8)


async def test_what_a_red_flag_ended_is_not_opened_again_while_training_waits(training: Person) -> None:
    await training.done()
    await training.coach.interruptions.red_flag(await training.turn(), Urgency.TODAY, None)
    await ends(training)
    assert await training.coach.workouts.undo(await training.turn()) == NoWorkout()
    await training.coach.onboarding.misread(await training.turn())
    assert a(Card, await training.coach.workouts.undo(await training.turn())).reopened


async def test_who_goes_on_after_it_finishes_without_that_set(brisk: Person) -> None:
    await brisk.begins()
    await brisk.up_to("standing_leg_lift", 1)
    await brisk.done()
    await brisk.coach.interruptions.red_flag(await brisk.turn(), Urgency.TODAY, brisk.typed("done"))
    assert a(Finished, await goes_on(brisk)).workout.items[-1].done == (8, 8)


# The next day


async def test_yesterdays_workout_can_go_on_today(training: Person) -> None:
    await training.done()
    await training.done(at=on(TUESDAY, "10:00"))
    card = a(Card, await goes_on(training))
    assert card.workout.day == TUESDAY
    assert (await training.workout()).position == 2
    assert isinstance(await training.done(), Card)


async def test_yesterdays_workout_can_be_ended_and_the_set_that_waited_counts_for_yesterday(training: Person) -> None:
    await training.up_to("clamshell", 1)
    await training.done(at=on(WEDNESDAY, "10:00"))
    ended = a(Finished, await training.coach.interruptions.end_old(await training.turn()))
    assert (ended.workout.day, ended.workout.state) == (MONDAY, WorkoutState.STOPPED)
    assert (await training.item("clamshell")).done == (10, 10)
    offer = a(Offer, await training.coach.today.today(await training.turn()))
    assert (offer.routine.session, offer.week_done) == ("b", 3)  # two bridges at a half, and both clamshell sets


async def test_a_workout_of_today_is_not_ended_as_an_old_one(training: Person) -> None:
    assert a(Card, await training.coach.interruptions.end_old(await training.turn())).step is Step.SET
    assert (await training.workout()).state is WorkoutState.OPEN


@pytest.mark.parametrize("button", ["skip_warm_up", "cool_down"])
async def test_what_leaves_moves_out_asks_first_in_yesterdays_workout(training: Person, button: str) -> None:
    training.time = on(TUESDAY, "10:00")
    assert isinstance(await getattr(training.coach.interruptions, button)(await training.turn()), StaleAsked)
    assert (await training.workout()).entries == ()


async def test_skipping_in_yesterdays_workout_asks_first(training: Person) -> None:
    await training.up_to("clamshell")
    training.time = on(TUESDAY, "10:00")
    assert a(StaleAsked, await skips(training)).pending is False
    assert (await training.workout()).position == CLAMSHELL


async def test_yesterdays_effort_still_lands_on_its_exercise(training: Person) -> None:
    await training.up_to("clamshell", 1)
    await training.done()
    training.time = on(TUESDAY, "07:00")
    await training.feels(Effort.HARD)
    assert (await training.item("clamshell")).effort is Effort.HARD
