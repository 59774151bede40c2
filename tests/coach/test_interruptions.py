"""Skipping, stopping, red flags and yesterday's workout: nothing is dropped silently, nothing counts twice."""

import pytest

from bot.coach.interruptions import RedFlagRaised
from bot.coach.workout_results import AlreadyLogged, Card, Finished, SetAt, Skipped, StaleAsked
from bot.domain.athlete import Step
from bot.domain.progression import Effort
from bot.domain.red_flags import Urgency
from bot.domain.workout import WorkoutState

from .people import MONDAY, TUESDAY, WEDNESDAY, Person, a, on

CLAMSHELL, LIFT, BUTTERFLY = 6, 7, 8


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


# A set that waits: with a red flag, with a pain question, with a workout of an earlier day


async def waits_for_a_pause(person: Person) -> None:
    raised = await person.coach.interruptions.red_flag(await person.turn(), Urgency.EMERGENCY, person.typed("done 13"))
    assert raised == RedFlagRaised(Urgency.EMERGENCY, paused=(await person.workout()).id, pending=True)


async def waits_for_a_number(person: Person) -> None:
    await person.coach.pain.ask(await person.turn())
    assert a(Card, await person.done("done 13")).step is Step.PAIN


async def waits_for_a_day(person: Person) -> None:
    assert a(StaleAsked, await person.done("done 13", on(TUESDAY, "08:00"))).pending


async def skips_it(person: Person) -> object:
    return await person.coach.interruptions.skip(await person.turn())


async def goes_to_the_cool_down(person: Person) -> object:
    await person.coach.interruptions.ask_stop(await person.turn())
    return await person.coach.interruptions.cool_down(await person.turn())


async def hesitates_to_stop(person: Person) -> object:
    await person.coach.interruptions.ask_stop(await person.turn())
    return await goes_on(person)


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


async def test_a_red_flag_outside_a_workout_stores_nothing(anna: Person, stranger: Person) -> None:
    before = await anna.athlete()
    raised = await anna.coach.interruptions.red_flag(await anna.turn(), Urgency.TODAY, None)
    assert raised == RedFlagRaised(Urgency.TODAY, paused=None, pending=False)
    assert await anna.athlete() == before


async def test_a_red_flag_from_a_stranger_stores_nothing(stranger: Person) -> None:
    raised = await stranger.coach.interruptions.red_flag(await stranger.turn(), Urgency.EMERGENCY, None)
    assert raised == RedFlagRaised(Urgency.EMERGENCY, paused=None, pending=False)
    assert await stranger.kept() is None


async def test_a_red_flag_pauses_the_workout_and_one_word_resumes_it(training: Person) -> None:
    raised = await training.coach.interruptions.red_flag(await training.turn(), Urgency.EMERGENCY, None)
    assert raised == RedFlagRaised(Urgency.EMERGENCY, paused=(await training.workout()).id, pending=False)
    assert await training.step() is Step.PAUSED
    assert a(Card, await goes_on(training)).step is Step.SET


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
    assert isinstance(await brisk.coach.workouts.undo(await brisk.turn()), Card)


# The next day


async def test_yesterdays_workout_can_go_on_today(training: Person) -> None:
    await training.done()
    await training.done(at=on(TUESDAY, "10:00"))
    card = a(Card, await goes_on(training))
    assert card.workout.day == TUESDAY
    assert (await training.workout()).position == 2
    assert isinstance(await training.done(), Card)


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
