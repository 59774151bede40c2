"""The morning after a pain: one question about each move that hurt, kept in the log of that workout."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.coach.morning import MorningAsked, MorningKnown
from bot.coach.oddities import NotUnderstood
from bot.coach.reminders import Outgoing
from bot.coach.why import Next, WhyCoach
from bot.coach.workout_results import Card, Finished, NoWorkout, OldButton, Skipped, StaleAsked
from bot.domain.athlete import Step
from bot.domain.delivery import DeliveryKind, DeliveryState, Unneeded
from bot.domain.morning import Morning
from bot.domain.progression import Effort
from bot.domain.routine import RoutineKind
from bot.domain.workout import EntryKind

from .people import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Person, a, on

BETTER, SAME, WORSE = Morning
MORNING = (DeliveryKind.MORNING, DeliveryState.DUE, None)
NINE = on(TUESDAY, "09:00")


@pytest.fixture
async def sore(anna: Person) -> Person:
    """Anna, whose bridge and clamshell hurt on Monday."""
    await anna.trains(MONDAY, pains={"glute_bridge_abduction": 4, "clamshell": 7})
    return anna


async def morning_of(person: Person, day: date) -> list[tuple[DeliveryKind, DeliveryState, Unneeded | None]]:
    return [(d.kind, d.state, d.because) for d in await person.deliveries(day) if d.kind is DeliveryKind.MORNING]


async def asked(person: Person) -> Outgoing:
    """Serve what is due on Tuesday at nine."""
    await person.coach.serve(on(TUESDAY, "08:59"))
    [outgoing] = await person.coach.serve(NINE)
    return outgoing


def named(result: MorningAsked) -> list[tuple[str, int, Morning | None]]:
    return [(each.prescription.exercise, each.pain, each.morning) for each in result.sore]


async def test_one_message_the_next_morning_asks_about_all_that_hurt(sore: Person) -> None:
    [due] = [d for d in await sore.deliveries(TUESDAY) if d.kind is DeliveryKind.MORNING]
    assert (due.state, due.due_at) == (DeliveryState.DUE, NINE)
    outgoing = await asked(sore)
    assert outgoing.morning
    assert named(outgoing.morning) == [("glute_bridge_abduction", 4, None), ("clamshell", 7, None)]
    assert await sore.step() is Step.MORNING
    assert (await sore.athlete()).live_message
    assert await morning_of(sore, TUESDAY) == [(DeliveryKind.MORNING, DeliveryState.SENT, None)]


async def test_it_is_beside_the_days_own_message(sore: Person) -> None:
    assert await sore.coach.serve_until(on(TUESDAY, "23:00")) == [
        ("03 Mar 09:00", "morning"),
        ("03 Mar 18:00", "rest"),
    ]
    assert await sore.step() is Step.READY


async def test_a_small_pain_is_not_asked_about(anna: Person) -> None:
    await anna.trains(MONDAY, pains={"clamshell": 2})
    assert await morning_of(anna, TUESDAY) == []


async def test_a_pain_that_was_taken_back_is_not_asked_about(anna: Person) -> None:
    await anna.begins(on(MONDAY))
    await anna.hurts(4)
    await anna.coach.workouts.undo(await anna.turn())
    assert await anna.coach.serve(NINE) == []
    assert await morning_of(anna, TUESDAY) == [(DeliveryKind.MORNING, DeliveryState.NOT_NEEDED, Unneeded.NO_PAIN)]


async def test_who_trains_just_then_is_not_asked(sore: Person) -> None:
    await sore.begins(on(TUESDAY, "08:50"), RoutineKind.MOBILITY)
    assert await sore.coach.serve(NINE) == []
    assert await morning_of(sore, TUESDAY) == [(DeliveryKind.MORNING, DeliveryState.NOT_NEEDED, Unneeded.TRAINING)]


@pytest.mark.parametrize(
    ("change", "because"),
    [({"paused": True}, Unneeded.PAUSED), ({"blocked": True}, Unneeded.BLOCKED)],
)
async def test_who_wants_peace_is_left_in_it(sore: Person, change: dict[str, bool], because: Unneeded) -> None:
    await sore.becomes(**change)
    assert await sore.coach.serve(NINE) == []
    assert await morning_of(sore, TUESDAY) == [(DeliveryKind.MORNING, DeliveryState.NOT_NEEDED, because)]


async def test_who_wants_one_reminder_a_week_is_asked_all_the_same(sore: Person) -> None:
    await sore.becomes(weekly=True)
    assert (await asked(sore)).morning


async def test_a_move_that_another_took_the_place_of_is_asked_about_too(anna: Person) -> None:
    await anna.begins(on(MONDAY))
    await anna.up_to("clamshell")
    await anna.hurts(4)
    await anna.is_sore_at(None)
    await anna.coach.changing.swap(await anna.turn(on(MONDAY)), "fire_hydrant")
    await anna.coach.interruptions.stop(await anna.turn(on(MONDAY)))
    outgoing = await asked(anna)
    assert outgoing.morning
    assert named(outgoing.morning) == [("clamshell", 4, None)]
    shown = a(MorningAsked, await anna.wakes(SAME, NINE))
    assert named(shown) == [("clamshell", 4, SAME)]


async def test_after_three_hours_it_is_too_late(sore: Person) -> None:
    assert await sore.coach.serve(on(TUESDAY, "12:01")) == []
    assert await morning_of(sore, TUESDAY) == [(DeliveryKind.MORNING, DeliveryState.MISSED, None)]


async def test_moving_the_days_workout_does_not_call_it_off(sore: Person) -> None:
    await sore.coach.onboarding.days_chosen(await sore.turn(on(MONDAY, "22:00")), {1, 3, 5})
    await sore.coach.postponing.tomorrow(await sore.turn(on(TUESDAY, "08:00")))
    assert await morning_of(sore, TUESDAY) == [MORNING]


async def test_where_the_next_day_does_not_exist_nothing_is_promised(anna: Person) -> None:
    await anna.becomes(zone=ZoneInfo("Pacific/Apia"))
    there, gone = date(2011, 12, 29), date(2011, 12, 30)
    await anna.begins(on(there, "18:00", ZoneInfo("Pacific/Apia")))
    await anna.hurts(4)
    assert await anna.deliveries(gone) == []


async def test_a_pain_told_when_the_morning_is_over_promises_nothing(anna: Person) -> None:
    await anna.begins(on(MONDAY))
    assert isinstance(await anna.hurts(4, on(TUESDAY, "10:00")), StaleAsked)
    assert await morning_of(anna, TUESDAY) == []


# Answers


async def test_answers_are_lines_of_the_log_one_move_after_the_other(sore: Person) -> None:
    await asked(sore)
    first = a(MorningAsked, await sore.wakes(SAME, NINE))
    assert first.told
    assert first.asked
    assert (first.told.prescription.exercise, first.asked.prescription.exercise) == (
        "glute_bridge_abduction",
        "clamshell",
    )
    second = a(MorningAsked, await sore.wakes(WORSE))
    assert second.asked is None
    assert named(second) == [("glute_bridge_abduction", 4, SAME), ("clamshell", 7, WORSE)]
    told = [entry.morning for entry in (await sore.workout()).entries if entry.kind is EntryKind.MORNING]
    assert told == [SAME, WORSE]


async def test_the_last_answer_counts_and_the_same_one_again_changes_nothing(sore: Person) -> None:
    await asked(sore)
    workout, at = (await sore.workout()).id, await sore.place_of("clamshell")
    tap = sore.coach.mornings.answered
    await tap(await sore.turn(NINE), WORSE, (workout, at))
    assert await tap(await sore.turn(), WORSE, (workout, at)) == MorningKnown()
    await tap(await sore.turn(), BETTER, (workout, at))
    assert (await sore.item("clamshell")).morning is BETTER
    await sore.wakes(SAME)
    assert (await sore.item("glute_bridge_abduction")).morning is SAME
    entries = (await sore.workout()).entries
    again = a(MorningAsked, await sore.wakes(BETTER))
    assert again.told == again.sore[-1]
    assert (await sore.workout()).entries == entries
    assert a(MorningAsked, await sore.wakes(WORSE)).asked is None
    assert (await sore.item("clamshell")).morning is WORSE


async def test_the_same_update_counts_once(sore: Person) -> None:
    await asked(sore)
    for _ in range(2):
        await sore.coach.mornings.answered(await sore.turn(NINE, key="once"), WORSE)
    told = [entry for entry in (await sore.workout()).entries if entry.kind is EntryKind.MORNING]
    assert len(told) == 1


async def test_an_answer_can_be_undone_and_is_asked_again(sore: Person) -> None:
    await asked(sore)
    await sore.wakes(SAME, NINE)
    back = a(MorningAsked, await sore.coach.workouts.undo(await sore.turn()))
    assert back.asked == back.sore[0]
    assert await sore.coach.workouts.undo(await sore.turn()) == NoWorkout()


async def test_what_was_shown_last_is_shown_again(sore: Person) -> None:
    await asked(sore)
    shown = a(MorningAsked, await sore.coach.resuming.where_they_stand(await sore.turn(NINE)))
    assert shown.told is None
    assert len(shown.sore) == 2


async def test_another_day_it_is_too_late_to_answer(sore: Person) -> None:
    await asked(sore)
    late, workout = on(WEDNESDAY, "09:00"), (await sore.workout()).id
    assert await sore.wakes(WORSE, late) == NotUnderstood("text")
    assert await sore.coach.mornings.show(await sore.turn()) == NotUnderstood("text")
    tap = sore.coach.mornings.answered
    assert await tap(await sore.turn(), WORSE, (workout, 5)) == OldButton(MONDAY)
    assert await tap(await sore.turn(), WORSE, (workout + 99, 5)) == OldButton(None)


async def test_a_move_that_did_not_hurt_cannot_be_answered_for(sore: Person) -> None:
    await asked(sore)
    tap = sore.coach.mornings.answered
    assert await tap(await sore.turn(NINE), WORSE, ((await sore.workout()).id, 0)) == OldButton(MONDAY)


# A workout that was left open


async def test_a_workout_left_open_is_asked_about_too_and_goes_on_where_it_was(anna: Person) -> None:
    await anna.begins(on(MONDAY))
    await anna.up_to("clamshell", 1)
    await anna.hurts(7)
    await anna.is_sore_at(None)
    assert (await asked(anna)).morning
    assert (await anna.athlete()).live_message
    assert await anna.step() is Step.SET
    workout, at = (await anna.workout()).id, await anna.place_of("clamshell")
    await anna.coach.mornings.answered(await anna.turn(NINE), SAME, (workout, at))
    assert (await anna.item("clamshell")).morning is SAME
    assert a(Card, await anna.coach.interruptions.back(await anna.turn())).step is Step.SET
    skipped = a(Card, await anna.coach.interruptions.skip(await anna.turn()))
    assert skipped.event == Skipped((at + 1,))


async def test_who_was_asked_whether_to_go_on_keeps_that_question(anna: Person) -> None:
    await anna.begins(on(MONDAY))
    await anna.hurts(4)
    await anna.done(at=on(TUESDAY, "08:50"))
    await asked(anna)
    assert await anna.step() is Step.STALE
    assert (await anna.athlete()).live_message is None


# What it means


async def next_of(person: Person, exercise: str, day: date) -> tuple[str, int, str]:
    workout = await person.begins(on(day))
    p = next(p for p in workout.routine.prescriptions if p.exercise == exercise)
    return p.variation, p.amount, p.reason.key


@pytest.mark.parametrize(("morning", "reason"), [(BETTER, "amber_rung"), (SAME, "amber_rung"), (WORSE, "worse")])
async def test_the_next_target_heeds_the_answer(anna: Person, morning: Morning, reason: str) -> None:
    await anna.trains(MONDAY, pains={"glute_bridge_abduction": 4})
    await asked(anna)
    await anna.wakes(morning, NINE)
    assert (await next_of(anna, "glute_bridge_abduction", WEDNESDAY))[2] == reason


async def test_what_was_the_same_waits_once_more(anna: Person) -> None:
    await anna.trains(MONDAY, pains={"glute_bridge_abduction": 4})
    await anna.wakes(SAME, NINE)
    await anna.trains(WEDNESDAY, efforts={"glute_bridge_abduction": Effort.EASY})
    assert (await next_of(anna, "glute_bridge_abduction", FRIDAY))[1:] == (8, "waits")


async def test_after_three_sore_sessions_the_end_says_so_once_and_the_place_of_the_move_is_taken(anna: Person) -> None:
    ends = [
        a(Finished, await anna.trains(day, pains={"glute_bridge_abduction": 3})).sore
        for day in (MONDAY, WEDNESDAY, FRIDAY)
    ]
    assert ends == [(), (), ("glute_bridge_abduction",)]
    workout = await anna.begins(on(MONDAY + timedelta(days=7)))
    reasons = {p.exercise: p.reason.key for p in workout.routine.prescriptions}
    assert "glute_bridge_abduction" not in reasons
    assert "respite_instead" in reasons.values()


async def test_after_three_sore_sessions_the_swap_of_the_place_comes(anna: Person) -> None:
    for day in (MONDAY, WEDNESDAY, FRIDAY):
        await anna.begins(on(day))
        await anna.hurts(3)
        await anna.is_sore_at("pelvic_girdle")
        await anna.up_to("glute_bridge_abduction", 1)
        await anna.coach.interruptions.stop(await anna.turn())
    swings = (await anna.begins(on(MONDAY + timedelta(days=7)))).routine.prescriptions[0]
    assert (swings.exercise, swings.variation, swings.reason.key) == ("leg_swings", "seated_march", "respite_swap")


# /why


async def test_why_tells_of_it_and_names_it_as_the_next(sore: Person) -> None:
    shown = await WhyCoach(sore.coach.store).show(await sore.turn(on(MONDAY, "20:00")))
    assert shown.next == Next(DeliveryKind.MORNING, TUESDAY, NINE)
    await asked(sore)
    told = (await WhyCoach(sore.coach.store).show(await sore.turn(on(TUESDAY, "10:00")))).today.told
    assert [(each.delivery.kind, each.delivery.state) for each in told] == [(DeliveryKind.MORNING, DeliveryState.SENT)]
    after = await WhyCoach(sore.coach.store).show(await sore.turn(on(TUESDAY, "10:00")))
    assert after.next == Next(DeliveryKind.REST, TUESDAY, on(TUESDAY))
