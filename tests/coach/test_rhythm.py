"""Who does not answer is written to less and less, and as usual once they are heard from."""

import sqlite3
from datetime import date, timedelta

import pytest

from bot.coach.plan import Paused
from bot.coach.reminders import Outgoing
from bot.coach.why import Next, Nothing, WhyCoach, WhyShown
from bot.domain.delivery import DeliveryKind, DeliveryState, Unneeded
from bot.domain.routine import RoutineKind

from .people import FRIDAY, MONDAY, NEXT_MONDAY, SATURDAY, SUNDAY, TUESDAY, WEDNESDAY, WEEK, Person, a, on

SECOND_FRIDAY, THIRD_FRIDAY = FRIDAY + WEEK, FRIDAY + 2 * WEEK
TWO_MONTHS = MONDAY + timedelta(days=60)
IGNORED = [
    ("02 Mar 18:00", "workout"),
    ("03 Mar 18:00", "rest"),
    ("04 Mar 18:00", "workout"),
    ("06 Mar 18:00", "weekly"),
    ("13 Mar 18:00", "weekly"),
    ("20 Mar 18:00", "pause_asked"),
]


async def ignores_until(person: Person, end: date, clock: str = "23:00") -> list[tuple[str, str]]:
    return await person.coach.serve_until(on(end, clock), heard=False)


async def writes(person: Person, day: date, clock: str = "23:30") -> None:
    """As the intake has it: whatever they write or tap."""
    await person.coach.reminders.heard_from(person.id, on(day, clock))


async def unanswered(person: Person) -> int:
    return (await person.athlete()).unanswered


async def why(person: Person, day: date, clock: str) -> WhyShown:
    return await WhyCoach(person.coach.store).show(await person.turn(on(day, clock)))


async def ledger(person: Person, day: date) -> list[tuple[DeliveryKind, DeliveryState, Unneeded | None]]:
    return [(delivery.kind, delivery.state, delivery.because) for delivery in await person.deliveries(day)]


# Less and less


async def test_a_ghost_is_asked_once_and_then_left_alone(anna: Person) -> None:
    assert await ignores_until(anna, TWO_MONTHS) == IGNORED
    assert await anna.coach.reminders.earliest() is None


async def test_silence_writes_one_row_and_no_more(anna: Person) -> None:
    await ignores_until(anna, TWO_MONTHS)
    day_after = THIRD_FRIDAY + timedelta(days=1)
    assert await ledger(anna, day_after) == [(DeliveryKind.REST, DeliveryState.NOT_NEEDED, Unneeded.SILENT)]
    assert await ledger(anna, day_after + timedelta(days=1)) == []


async def test_one_answer_between_keeps_the_usual_days(anna: Person) -> None:
    await ignores_until(anna, TUESDAY)
    await writes(anna, TUESDAY)
    assert [kind for _, kind in await ignores_until(anna, FRIDAY)] == ["workout", "rest", "workout"]


async def test_after_the_question_any_word_brings_the_usual_days_back(anna: Person) -> None:
    await ignores_until(anna, TWO_MONTHS)
    await writes(anna, TWO_MONTHS)  # a Friday, late in the evening
    assert await ignores_until(anna, TWO_MONTHS + timedelta(days=3)) == [
        ("02 May 18:00", "rest"),
        ("03 May 18:00", "rest"),
        ("04 May 18:00", "workout"),
    ]


async def test_the_first_message_of_the_usual_days_says_that_they_are_back_and_the_next_one_does_not(
    anna: Person,
) -> None:
    await ignores_until(anna, FRIDAY)
    await writes(anna, FRIDAY)
    told: list[bool] = []
    for day in (SATURDAY, SUNDAY, NEXT_MONDAY):
        [outgoing] = await anna.coach.serve(on(day))
        told.append(outgoing.again)
    assert told == [True, False, False]


async def test_a_weekly_reminder_that_was_put_off_comes_again_without_news(anna: Person) -> None:
    await ignores_until(anna, FRIDAY)
    await writes(anna, FRIDAY, "18:04")
    await anna.coach.postponing.later(await anna.turn(on(FRIDAY, "18:05")))
    [outgoing] = await anna.coach.serve(on(FRIDAY, "19:05"))
    assert (outgoing.delivery.kind, outgoing.again) == (DeliveryKind.SNOOZE, False)


async def test_who_chose_one_a_week_is_asked_after_four_too(anna: Person) -> None:
    await anna.coach.plan.set_rhythm(await anna.turn(), weekly=True)
    assert await ignores_until(anna, TWO_MONTHS) == [
        ("02 Mar 18:00", "weekly"),
        ("09 Mar 18:00", "weekly"),
        ("16 Mar 18:00", "weekly"),
        ("23 Mar 18:00", "weekly"),
        ("30 Mar 18:00", "pause_asked"),
    ]
    await writes(anna, TWO_MONTHS)
    assert await ignores_until(anna, TWO_MONTHS + timedelta(days=3)) == [("04 May 18:00", "weekly")]


async def test_the_question_can_be_answered_with_a_pause(anna: Person) -> None:
    await ignores_until(anna, TWO_MONTHS)
    await writes(anna, TWO_MONTHS)
    assert await anna.coach.plan.pause(await anna.turn(on(TWO_MONTHS, "23:31")), None) == Paused(None)
    assert await ignores_until(anna, TWO_MONTHS + WEEK) == []
    assert await anna.coach.reminders.earliest() is None


# What counts


async def test_rest_messages_and_mobility_days_ask_for_no_answer(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(on(TUESDAY, "09:00")), {1, 2, 4, 6})
    sent = await ignores_until(anna, FRIDAY)
    assert sent == [("03 Mar 18:00", "workout"), ("04 Mar 18:00", "workout"), ("05 Mar 18:00", "rest"),
                    ("06 Mar 18:00", "workout")]  # fmt: skip
    assert await unanswered(anna) == 2  # Wednesday's is mobility


async def test_what_was_missed_or_not_needed_is_not_ignored(anna: Person) -> None:
    await anna.trains(MONDAY, "10:00")
    await anna.coach.serve(on(MONDAY), heard=False)
    await anna.coach.serve(on(WEDNESDAY, "23:00"), heard=False)
    assert await unanswered(anna) == 0


async def test_what_came_late_is_not_ignored(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY, "20:00"), heard=False)
    assert await ledger(anna, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.SENT, None)]
    assert await unanswered(anna) == 0


async def test_a_snooze_is_no_reminder_more(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY))
    await anna.coach.postponing.later(await anna.turn(on(MONDAY, "18:05")))
    await anna.coach.serve(on(MONDAY, "19:05"), heard=False)
    assert await unanswered(anna) == 0


async def leaving(person: Person, day: date = MONDAY) -> Outgoing:
    [outgoing] = await person.coach.reminders.claim(on(day))
    await person.coach.reminders.sending(outgoing, on(day))
    return outgoing


async def test_a_reminder_that_may_have_arrived_counts_once(anna: Person) -> None:
    outgoing = await leaving(anna)
    await anna.coach.reminders.uncertain(outgoing, on(MONDAY))
    await anna.coach.reminders.sent(outgoing, 17, on(MONDAY), live=True)
    assert await unanswered(anna) == 1


async def test_a_reminder_whose_sender_was_lost_counts(anna: Person) -> None:
    await leaving(anna)
    await anna.coach.reminders.claim(on(MONDAY, "18:10"))
    assert await unanswered(anna) == 1


@pytest.mark.parametrize("kind", list(RoutineKind))
async def test_a_reminder_that_was_leaving_when_the_bot_died_counts_for_strength_alone(
    anna: Person, kind: RoutineKind
) -> None:
    strength = kind is RoutineKind.STRENGTH
    days = {0, 2, 4} if strength else {0, 1, 3, 5}
    await anna.coach.onboarding.days_chosen(await anna.turn(), days)
    day = MONDAY if strength else TUESDAY
    if not strength:
        await anna.coach.serve(on(MONDAY))
    await leaving(anna, day)
    await anna.coach.restart()
    await anna.coach.reminders.recover(on(day, "18:01"))
    assert await unanswered(anna) == strength


async def test_a_turn_of_hers_leaves_the_count_alone(anna: Person) -> None:
    """What was read before a reminder left must not be written over it."""
    turn = await anna.turn()
    await anna.coach.serve(on(MONDAY), heard=False)
    await anna.coach.plan.set_length(turn, 30)
    assert await unanswered(anna) == 1


async def test_a_message_of_the_slow_rhythm_does_not_leave_once_they_have_written(anna: Person) -> None:
    await ignores_until(anna, FRIDAY, "17:59")
    [outgoing] = await anna.coach.reminders.claim(on(FRIDAY))
    await writes(anna, FRIDAY, "18:00")
    assert not await anna.coach.reminders.sending(outgoing, on(FRIDAY))
    assert await ledger(anna, FRIDAY) == [(DeliveryKind.WEEKLY, DeliveryState.NOT_NEEDED, Unneeded.HEARD)]


async def test_somebody_deleted_is_not_heard_from(anna: Person) -> None:
    await anna.coach.privacy.delete(await anna.turn(), int(anna.time.timestamp()) // 60)
    await writes(anna, MONDAY)
    assert await anna.kept() is None
    assert await anna.coach.reminders.earliest() is None


async def test_who_unblocks_the_bot_is_written_to_again(anna: Person) -> None:
    await anna.coach.onboarding.blocked(await anna.turn(), blocked=True)
    await ignores_until(anna, FRIDAY)
    assert await anna.coach.reminders.earliest() is None
    await anna.coach.onboarding.blocked(await anna.turn(on(FRIDAY, "23:00")), blocked=False)
    assert await ignores_until(anna, SATURDAY) == [("07 Mar 18:00", "rest")]


async def test_who_has_no_plan_yet_is_armed_by_nothing_but_the_plan(anna: Person) -> None:
    await anna.coach.onboarding.blocked(await anna.turn(), blocked=True)
    await anna.becomes(onboarded_on=None)
    await anna.coach.serve(on(MONDAY))
    await anna.coach.onboarding.blocked(await anna.turn(), blocked=False)
    assert await anna.coach.reminders.earliest() is None


# /why


async def test_a_quiet_day_of_the_slow_rhythm_says_so_and_when_the_next_message_comes(anna: Person) -> None:
    await anna.coach.plan.set_rhythm(await anna.turn(), weekly=True)
    await anna.coach.serve(on(MONDAY))
    await anna.coach.serve(on(TUESDAY))
    shown = await why(anna, TUESDAY, "19:00")
    [told] = shown.today.told
    assert told.delivery.because is Unneeded.WEEKLY
    assert shown.next == Next(DeliveryKind.WEEKLY, NEXT_MONDAY, on(NEXT_MONDAY))


async def test_who_writes_in_the_slow_rhythm_hears_of_the_next_usual_message(anna: Person) -> None:
    await ignores_until(anna, SATURDAY)
    await writes(anna, SUNDAY, "12:00")
    shown = await why(anna, SUNDAY, "12:00")
    assert a(Next, shown.next).at == on(SUNDAY)
    assert [told.delivery.because for told in shown.yesterday.told] == [Unneeded.WEEKLY]


async def test_a_day_of_silence_says_so_and_the_usual_message_comes_next(anna: Person) -> None:
    await ignores_until(anna, TWO_MONTHS)
    await writes(anna, TWO_MONTHS, "19:00")
    shown = await why(anna, TWO_MONTHS, "19:00")
    assert (shown.yesterday.nothing, shown.today.nothing) == (Nothing.SILENT, Nothing.SILENT)
    tomorrow = TWO_MONTHS + timedelta(days=1)
    assert shown.next == Next(DeliveryKind.REST, tomorrow, on(tomorrow))


async def test_in_silence_nothing_comes_until_they_write(anna: Person) -> None:
    await ignores_until(anna, TWO_MONTHS)
    assert (await why(anna, TWO_MONTHS, "19:00")).next is Unneeded.SILENT


async def test_a_pause_without_end_is_told_of_days_that_the_ledger_does_not_hold(anna: Person) -> None:
    await anna.coach.plan.pause(await anna.turn(), None)
    await ignores_until(anna, FRIDAY)
    shown = await why(anna, FRIDAY, "19:00")
    assert (shown.today.nothing, shown.next) == (Nothing.PAUSED, Unneeded.PAUSED)


async def test_a_ledger_that_holds_no_reason_tells_none(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY))
    with sqlite3.connect(anna.coach.file) as file:
        file.execute("DELETE FROM reminders")
    file.close()
    assert (await why(anna, TUESDAY, "19:00")).today.nothing is Nothing.PASSED
