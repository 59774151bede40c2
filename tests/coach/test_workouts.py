"""The guided workout: what is logged, what is asked, and what never counts twice."""

import asyncio
from datetime import timedelta

import pytest

from bot.coach.privacy import DeletionAsked
from bot.coach.today import OpenWorkout, RestDay, TrainedAlready
from bot.coach.turn import Stranger
from bot.coach.workout_results import (
    AlreadyLogged,
    AlreadyUndone,
    Card,
    EffortLogged,
    Finished,
    NoWorkout,
    OldButton,
    SetLogged,
    StaleAsked,
    Unclear,
    Undone,
    WorkoutStarted,
)
from bot.domain.athlete import Step
from bot.domain.exercise import Mode
from bot.domain.progression import Effort
from bot.domain.routine import RoutineKind
from bot.domain.workout import Entry, EntryKind, WorkoutState, logged_id

from .people import FRIDAY, MONDAY, SESSION_B, TUESDAY, WEDNESDAY, Coach, Person, a, on

STRENGTH = RoutineKind.STRENGTH
BRIDGE, CLAMSHELL, LIFT = 5, 6, 7
BUTTERFLY, PIGEON, ROLLING = 8, 9, 10


@pytest.fixture
async def training(anna: Person) -> Person:
    """Anna, at the first exercise of her first workout, Monday 18:00."""
    await anna.begins(on(MONDAY, "18:00"))
    return anna


@pytest.fixture
async def ben(coach: Coach) -> Person:
    """Somebody else."""
    ben = Person(coach, 5_123_456_789, "en", on(MONDAY, "09:00"))
    await ben.onboards()
    return ben


# Starting


async def test_a_workout_starts_at_its_first_exercise(training: Person) -> None:
    workout = await training.workout()
    assert (workout.position, workout.day, workout.planned_in_week) == (0, MONDAY, 3)
    assert await training.step() is Step.SET


async def test_there_is_one_open_workout_at_most(training: Person) -> None:
    again = a(OpenWorkout, await training.coach.workouts.begin(await training.turn(), STRENGTH))
    assert again.workout.id == (await training.workout()).id


async def test_starting_twice_at_once_opens_one_workout(anna: Person) -> None:
    turns = [await anna.turn(), await anna.turn()]
    results = await asyncio.gather(*(anna.coach.workouts.begin(turn, STRENGTH) for turn in turns))
    assert {type(result) for result in results} == {WorkoutStarted, OpenWorkout}


async def test_a_stranger_has_no_workout(stranger: Person) -> None:
    with pytest.raises(Stranger):
        await stranger.done()


# Sets


async def test_done_alone_logs_the_set_as_planned(training: Person) -> None:
    card = a(Card, await training.done())
    assert card.event == SetLogged(item=0, set=0, amount=8, as_planned=True)
    assert card.workout.position == 1


async def test_an_amount_is_in_the_asked_unit(training: Person) -> None:
    assert a(Card, await training.done("12")).event == SetLogged(0, 0, 12, as_planned=False)
    await training.up_to("butterfly_stretch")
    assert a(Card, await training.done("25")).event == SetLogged(BUTTERFLY, 0, 25, as_planned=False)
    assert a(Card, await training.done("1:30")).event == SetLogged(PIGEON, 0, 90, as_planned=False)


async def test_both_sides_are_one_set_by_one_done(training: Person) -> None:
    await training.up_to("clamshell")
    await training.done("12 each side")
    assert (await training.item("clamshell")).done == (12,)


async def test_two_typed_dones_are_two_sets(training: Person) -> None:
    await training.up_to("clamshell")
    await training.done()
    await training.done()
    assert (await training.item("clamshell")).done == (10, 10)


async def test_the_same_update_twice_is_one_set(training: Person) -> None:
    await training.up_to("clamshell")
    await training.done(key="the same")
    await training.done(key="the same")
    assert (await training.item("clamshell")).done == (10,)


@pytest.mark.parametrize("text", ["45s", "1:30", "done 201", "done 0"])
async def test_another_unit_or_an_implausible_amount_asks_and_logs_nothing(training: Person, text: str) -> None:
    assert a(Card, await training.done(text)).event == Unclear(Mode.REPS)
    assert (await training.workout()).entries == ()


@pytest.mark.parametrize("text", ["20 reps", "done 1801"])
async def test_a_hold_wants_seconds(training: Person, text: str) -> None:
    await training.up_to("butterfly_stretch")
    assert a(Card, await training.done(text)).event == Unclear(Mode.HOLD)


async def test_a_second_tap_on_a_set_says_already_logged(training: Person) -> None:
    assert a(Card, await training.tap(0, 0)).event == SetLogged(0, 0, 8, as_planned=True)
    assert a(Card, await training.tap(0, 0)).event == AlreadyLogged()
    assert len((await training.workout()).entries) == 1


async def test_a_tapped_button_of_a_later_set_logs_nothing_either(training: Person) -> None:
    assert a(Card, await training.tap(CLAMSHELL, 0)).event == AlreadyLogged()
    assert (await training.workout()).entries == ()


async def test_a_button_of_an_ended_workout_says_of_which_day(training: Person) -> None:
    await training.coach.interruptions.stop(await training.turn())
    assert await training.tap(0, 0, on(TUESDAY)) == OldButton(MONDAY)


async def test_a_button_of_somebody_elses_workout_says_nothing_about_it(training: Person, ben: Person) -> None:
    of = (await training.workout()).id
    assert await ben.tap(0, 0, of=of) == OldButton(None)
    assert await ben.coach.workouts.show(await ben.turn(), workout=of) == OldButton(None)


async def test_without_a_workout_done_says_so(anna: Person) -> None:
    assert await anna.done() == NoWorkout()
    assert await anna.feels() == NoWorkout()
    assert await anna.coach.workouts.show(await anna.turn()) == NoWorkout()


# Effort


async def test_after_the_last_strength_set_effort_is_asked_and_nowhere_else(training: Person) -> None:
    await training.up_to("glute_bridge_abduction")
    assert a(Card, await training.done()).step is Step.SET
    assert a(Card, await training.done()).step is Step.EFFORT
    assert a(Card, await training.feels(Effort.EASY)).event == EffortLogged(BRIDGE, Effort.EASY)
    assert await training.step() is Step.SET
    await training.up_to("butterfly_stretch")
    assert a(Card, await training.done()).step is Step.SET


async def test_a_done_while_effort_is_asked_logs_the_next_set_and_leaves_the_effort_unknown(training: Person) -> None:
    await training.up_to("glute_bridge_abduction", 1)
    await training.done()
    assert a(Card, await training.done()).event == SetLogged(CLAMSHELL, 0, 10, as_planned=True)
    assert (await training.item("glute_bridge_abduction")).effort is None


async def test_an_effort_that_comes_too_late_is_not_taken_for_another_exercise(training: Person) -> None:
    await training.up_to("glute_bridge_abduction", 1)
    await training.done()
    workout = (await training.workout()).id
    await training.coach.workouts.effort(await training.turn(), Effort.OK, (workout, BRIDGE))
    second = await training.coach.workouts.effort(await training.turn(), Effort.MAX, (workout, BRIDGE))
    assert a(Card, second).event == AlreadyLogged()
    await training.up_to("clamshell", 1)
    await training.done()
    late = await training.coach.workouts.effort(await training.turn(), Effort.MAX, (workout, BRIDGE))
    assert a(Card, late).event == AlreadyLogged()
    assert (await training.item("clamshell")).effort is None


async def test_an_effort_button_of_another_workout_says_of_which_day(training: Person) -> None:
    old = (await training.workout()).id
    await training.coach.interruptions.stop(await training.turn())
    await training.begins(on(WEDNESDAY))
    assert await training.coach.workouts.effort(await training.turn(), Effort.OK, (old, BRIDGE)) == OldButton(MONDAY)


async def test_an_effort_does_not_end_a_pause_in_which_a_set_waits(training: Person) -> None:
    await training.up_to("glute_bridge_abduction", 1)
    await training.done()
    await training.coach.pain.ask(await training.turn())
    await training.done()
    assert a(Card, await training.feels(Effort.OK)).step is Step.PAIN
    assert (await training.workout()).pending is not None


# Undo


async def undone(person: Person) -> Card:
    return a(Card, await person.coach.workouts.undo(await person.turn()))


async def test_undo_takes_back_a_set(training: Person) -> None:
    await training.done()
    await training.done("7")
    card = await undone(training)
    assert a(Undone, card.event).entry.amount == 7
    assert card.workout.position == 1
    assert len((await training.workout()).entries) == 1


async def test_undo_takes_back_an_effort_and_asks_for_it_again(training: Person) -> None:
    await training.up_to("clamshell")
    assert a(Undone, (await undone(training)).event).entry.kind is EntryKind.EFFORT
    assert await training.step() is Step.EFFORT


async def test_undo_takes_back_a_pain_and_what_it_eased(training: Person) -> None:
    await training.up_to("clamshell", 1)
    await training.hurts(4)
    assert (await training.item("clamshell")).prescription.variation == "half_clamshell"
    assert a(Undone, (await undone(training)).event).entry.kind is EntryKind.PAIN
    assert (await training.item("clamshell")).prescription.variation == "full_clamshell"


async def test_undo_takes_back_a_skip(training: Person) -> None:
    await training.up_to("clamshell")
    await training.coach.interruptions.skip(await training.turn())
    assert a(Undone, (await undone(training)).event).entry.kind is EntryKind.SKIP
    assert (await training.workout()).position == CLAMSHELL


async def test_undo_of_the_last_entry_reopens_a_finished_workout_the_same_day(anna: Person) -> None:
    await anna.trains(MONDAY, "18:00")
    card = a(Card, await anna.coach.workouts.undo(await anna.turn(on(TUESDAY, "02:59"))))
    assert card.workout.position == ROLLING
    assert (await anna.workout()).state is WorkoutState.OPEN
    assert isinstance(await anna.done(), Finished)


async def test_a_milestone_is_celebrated_once_even_when_the_end_comes_twice(anna: Person) -> None:
    assert (await anna.trains(MONDAY)).milestones
    await undone(anna)
    assert a(Finished, await anna.done()).milestones == ()


async def test_a_workout_of_an_earlier_day_stays_ended(anna: Person) -> None:
    await anna.trains(MONDAY, "18:00")
    assert await anna.coach.workouts.undo(await anna.turn(on(TUESDAY, "03:00"))) == NoWorkout()
    ended = (await anna.workout()).id
    assert await anna.coach.workouts.undo(await anna.turn(), of=ended) == OldButton(MONDAY)


async def test_undo_before_the_first_entry_changes_nothing(training: Person) -> None:
    card = await undone(training)
    assert (card.event, card.workout.position) == (None, 0)


async def test_undo_without_any_workout_says_so(anna: Person) -> None:
    assert await anna.coach.workouts.undo(await anna.turn()) == NoWorkout()
    assert await anna.coach.workouts.undo(await anna.turn(), of=17) == OldButton(None)


async def test_an_undo_button_works_on_its_own_workout_only(anna: Person) -> None:
    await anna.trains(MONDAY)
    old = (await anna.workout()).id
    await anna.begins(on(WEDNESDAY))
    await anna.done()
    assert await anna.coach.workouts.undo(await anna.turn(), of=old) == OldButton(MONDAY)
    assert isinstance(await anna.coach.workouts.undo(await anna.turn(), of=old + 1), Card)
    assert (await anna.workout()).entries == ()


async def test_undo_takes_back_a_set_that_waits_before_anything_that_is_logged(training: Person) -> None:
    await training.up_to("clamshell", 1)
    await training.coach.pain.ask(await training.turn())
    await training.done("14")
    card = await undone(training)
    assert card.event == Undone(Entry(EntryKind.SET, CLAMSHELL, 14, as_planned=False))
    assert card.step is Step.PAIN
    await training.hurts(1)
    assert (await training.item("clamshell")).done == (10,)


def test_only_what_is_in_the_log_can_be_undone() -> None:
    with pytest.raises(ValueError, match="in the log"):
        logged_id(Entry(EntryKind.SET, 0, 8))


async def test_undone_entries_stay_in_the_log_but_count_nowhere(anna: Person) -> None:
    await anna.trains(MONDAY)
    await undone(anna)
    await anna.coach.interruptions.stop(await anna.turn())
    assert (await anna.item("foam_rolling")).done == ()


# Showing


async def test_showing_the_card_changes_nothing(training: Person) -> None:
    before = await training.workout()
    shown = await training.coach.workouts.show(await training.turn(), expanded=True, workout=before.id)
    assert shown == Card(before, Step.SET, expanded=True)
    assert await training.workout() == before


async def test_unknown_text_asks_what_was_meant_and_loses_nothing(training: Person) -> None:
    await training.done()
    before = await training.workout()
    assert await training.coach.workouts.unclear(await training.turn()) == Card(before, Step.SET, Unclear(None))


async def test_a_question_of_the_plan_does_not_hide_the_workout(training: Person) -> None:
    await training.coach.onboarding.ask_days(await training.turn())
    assert a(Card, await training.coach.workouts.show(await training.turn())).step is Step.SET
    await training.coach.onboarding.days_chosen(await training.turn(), {1, 4})
    assert a(Card, await training.done()).event == SetLogged(0, 0, 8, as_planned=True)


# The next day


async def test_an_hour_later_a_done_lands_in_the_same_set(training: Person) -> None:
    await training.coach.restart()
    assert a(Card, await training.done(at=on(TUESDAY, "02:59"))).event == SetLogged(0, 0, 8, as_planned=True)


@pytest.mark.parametrize("say", ["done", "tap"])
async def test_the_next_day_a_done_asks_before_it_is_logged(training: Person, say: str) -> None:
    tomorrow = on(TUESDAY, "03:00")
    answer = await (training.done(at=tomorrow) if say == "done" else training.tap(0, 0, tomorrow))
    assert a(StaleAsked, answer).pending
    assert (await training.workout()).entries == ()
    assert await training.step() is Step.STALE


async def test_a_workout_of_the_night_goes_on_past_three_and_can_be_undone(anna: Person) -> None:
    workout = await anna.begins(on(TUESDAY, "01:00"))
    assert workout.day == MONDAY
    assert isinstance(await anna.done(at=on(TUESDAY, "04:00")), Card)
    assert isinstance(await anna.done(at=on(TUESDAY, "04:01")), StaleAsked)
    await anna.coach.interruptions.back(await anna.turn())
    assert len((await anna.workout()).entries) == 2


async def test_the_last_set_of_a_night_can_be_undone(anna: Person) -> None:
    await anna.begins(on(TUESDAY, "02:50"))
    await anna.coach.interruptions.stop(await anna.turn(on(TUESDAY, "02:59")))
    await anna.begins(on(TUESDAY, "02:59"))
    await anna.done(at=on(TUESDAY, "03:05"))
    await anna.coach.interruptions.stop(await anna.turn(on(TUESDAY, "03:06")))
    assert (await anna.workout()).day == MONDAY
    undone = a(Card, await anna.coach.workouts.undo(await anna.turn(on(TUESDAY, "03:10"))))
    assert undone.reopened


async def test_a_done_sent_before_three_and_handled_after_belongs_to_the_day_it_was_sent(training: Person) -> None:
    late = await training.turn(on(TUESDAY, "02:59"), late=timedelta(hours=5))
    assert isinstance(await training.coach.workouts.typed_done(late, training.typed("done")), Card)


async def test_the_open_question_of_a_stale_workout_is_shown_again(training: Person) -> None:
    await training.done(at=on(TUESDAY, "10:00"))
    shown = await training.coach.workouts.show(await training.turn())
    assert shown == StaleAsked(await training.workout(), pending=True)


# To the end


async def test_the_last_set_of_the_cool_down_finishes(anna: Person) -> None:
    finished = await anna.trains(MONDAY)
    assert finished.event == SetLogged(ROLLING, 0, 30, as_planned=True)
    assert (finished.today, finished.next_day) == (MONDAY, WEDNESDAY)
    assert (await anna.workout()).state is WorkoutState.FINISHED
    assert await anna.step() is Step.READY
    assert isinstance(await anna.coach.today.today(await anna.turn()), TrainedAlready)


async def test_a_mobility_workout_asks_for_no_effort(anna: Person) -> None:
    finished = await anna.trains(TUESDAY, kind=RoutineKind.MOBILITY)
    assert len(finished.workout.entries) == 8
    assert isinstance(await anna.coach.today.today(await anna.turn(on(FRIDAY - timedelta(days=1)))), RestDay)


async def test_a_workout_without_cool_down_ends_with_the_answer_about_its_last_move(brisk: Person) -> None:
    await brisk.begins()
    await brisk.up_to("standing_leg_lift", 1)
    assert a(Card, await brisk.done()).step is Step.EFFORT
    assert isinstance(await brisk.feels(), Finished)


async def test_a_workout_without_cool_down_can_end_with_the_last_effort_unknown(brisk: Person) -> None:
    await brisk.begins()
    await brisk.up_to("standing_leg_lift", 1)
    await brisk.done()
    assert a(Card, await brisk.done("done 12")).event == Unclear(None)
    assert isinstance(await brisk.done(), Finished)
    assert (await brisk.item("standing_leg_lift")).effort is None


async def test_the_word_start_starts_what_is_offered_today_and_nothing_older(anna: Person) -> None:
    await anna.coach.today.today(await anna.turn(on(MONDAY, "17:00")))
    assert isinstance(await anna.coach.workouts.begin_offered(await anna.turn(on(TUESDAY, "17:00"))), RestDay)
    await anna.coach.today.today(await anna.turn(on(WEDNESDAY, "17:00")))
    assert isinstance(await anna.coach.workouts.begin_offered(await anna.turn(on(WEDNESDAY, "17:10"))), WorkoutStarted)


async def test_the_word_start_without_an_offer_shows_today(anna: Person) -> None:
    assert isinstance(await anna.coach.workouts.begin_offered(await anna.turn(on(TUESDAY, "17:00"))), RestDay)


async def test_a_message_of_the_coachs_own_ends_an_offer(anna: Person) -> None:
    await anna.coach.today.today(await anna.turn(on(MONDAY, "17:00")))
    await anna.coach.serve(on(MONDAY, "18:00"))
    assert await anna.step() is Step.READY


async def test_who_is_asked_about_deleting_is_offered_nothing_any_more(anna: Person) -> None:
    await anna.coach.today.today(await anna.turn(on(MONDAY, "17:00")))
    assert await anna.coach.privacy.ask(await anna.turn()) == DeletionAsked()
    assert await anna.step() is Step.READY
    assert await anna.coach.privacy.ask(await anna.turn()) == DeletionAsked()


async def test_the_question_about_the_effort_can_be_passed_over(anna: Person) -> None:
    await anna.begins()
    await anna.up_to("clamshell", 1)
    await anna.done()
    card = a(Card, await anna.coach.workouts.pass_effort(await anna.turn()))
    assert (card.step, card.event) == (Step.SET, EffortLogged(await anna.place_of("clamshell"), None))
    assert (await anna.item("clamshell")).effort is None
    assert (await anna.workout()).entries[-1].kind is EntryKind.EFFORT
    again = a(Card, await anna.coach.workouts.pass_effort(await anna.turn()))
    assert again.event is None


async def test_passing_over_the_last_question_finishes(brisk: Person) -> None:
    await brisk.begins()
    await brisk.up_to("standing_leg_lift", 1)
    await brisk.done()
    assert isinstance(await brisk.coach.workouts.pass_effort(await brisk.turn()), Finished)
    assert await brisk.coach.workouts.pass_effort(await brisk.turn()) == NoWorkout()


# A second tap


async def test_a_second_tap_on_done_adds_nothing_also_where_the_first_one_waits(training: Person) -> None:
    await training.coach.pain.ask(await training.turn())
    await training.tap(0, 0)
    assert a(Card, await training.tap(0, 0)).event == AlreadyLogged()
    assert (await training.workout()).pending == "planned"
    tomorrow = on(TUESDAY, "09:00")
    assert isinstance(await training.tap(1, 0, tomorrow), StaleAsked)
    assert a(Card, await training.tap(1, 0, tomorrow)).event == AlreadyLogged()
    assert (await training.workout()).pending == "planned planned"


async def test_a_second_tap_on_undo_takes_nothing_more(training: Person) -> None:
    for _ in range(3):
        await training.done()
    workout = await training.workout()
    undo = training.coach.workouts.undo
    assert a(Undone, a(Card, await undo(await training.turn(), workout.id, workout.told)).event).count == 1
    assert a(Card, await undo(await training.turn(), workout.id, workout.told)).event == AlreadyUndone()
    assert len((await training.workout()).entries) == 2


async def test_a_second_tap_on_a_pain_eases_once(training: Person) -> None:
    await training.up_to("clamshell")
    await training.coach.pain.ask(await training.turn())
    about = ((await training.workout()).id, CLAMSHELL)
    await training.coach.pain.answered(await training.turn(), 4, about)
    again = a(Card, await training.coach.pain.answered(await training.turn(), 4, about))
    assert again.event == AlreadyLogged()
    assert (await training.item("clamshell")).prescription.variation == "half_clamshell"


# Start buttons


async def test_a_start_button_of_another_day_shows_what_today_holds(anna: Person) -> None:
    begin = anna.coach.workouts.begin
    assert isinstance(await begin(await anna.turn(on(TUESDAY)), STRENGTH, MONDAY), RestDay)
    assert isinstance(await begin(await anna.turn(on(WEDNESDAY)), STRENGTH, WEDNESDAY), WorkoutStarted)


async def test_strength_is_trained_once_a_day_and_mobility_after_it_is_fine(anna: Person) -> None:
    await anna.trains(MONDAY)
    begin = anna.coach.workouts.begin
    again = await begin(await anna.turn(on(MONDAY, "20:00")), STRENGTH, MONDAY)
    assert again == TrainedAlready(MONDAY, WEDNESDAY, strength=True)
    assert isinstance(await begin(await anna.turn(), RoutineKind.MOBILITY, MONDAY), WorkoutStarted)


# Opening again


async def test_undo_after_a_stop_takes_back_the_stop_and_no_set(training: Person) -> None:
    await training.done()
    await training.coach.interruptions.stop(await training.turn())
    card = a(Card, await training.coach.workouts.undo(await training.turn()))
    assert (card.reopened, card.event, card.step) == (True, None, Step.SET)
    assert (await training.item("leg_swings")).done == (8,)
    assert not a(Card, await training.coach.workouts.undo(await training.turn())).reopened
    assert (await training.item("leg_swings")).done == ()


async def test_all_five_strength_moves_come_within_the_week(anna: Person) -> None:
    await anna.trains(MONDAY)
    await anna.trains(WEDNESDAY)
    assert [item.prescription.exercise for item in (await anna.workout()).items][5:8] == list(SESSION_B)
