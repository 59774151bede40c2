"""Who is written to, when and with what: at most once a day, never in vain, nothing twice."""

import sqlite3
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.coach.postponing import MovedOn
from bot.coach.reminders import Outgoing
from bot.coach.today import Offer
from bot.domain.athlete import Step
from bot.domain.delivery import LEASE, DeliveryKind, DeliveryState
from bot.domain.due import Due
from bot.domain.routine import RoutineKind
from bot.domain.week import DayKind

from .people import (
    FRIDAY,
    MONDAY,
    NEXT_MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    WEEK,
    Coach,
    Person,
    a,
    on,
)

LATER = timedelta(minutes=1)


async def states(person: Person, day: date) -> list[tuple[DeliveryKind, DeliveryState]]:
    return [(delivery.kind, delivery.state) for delivery in await person.deliveries(day)]


async def armed(person: Person) -> Due | None:
    async with person.coach.store.look() as records:
        return await records.reminders.of(person.id)


async def reminded_at(person: Person, at: time) -> None:
    """Choose another time, early on Monday."""
    await person.coach.onboarding.time_chosen(await person.turn(on(MONDAY, "03:30")), at)


# The week


async def test_training_days_bring_a_reminder_and_rest_days_a_rest_message(anna: Person) -> None:
    assert await anna.coach.serve_until(on(SUNDAY, "23:59")) == [
        ("02 Mar 18:00", "workout"),
        ("03 Mar 18:00", "rest"),
        ("04 Mar 18:00", "workout"),
        ("05 Mar 18:00", "rest"),
        ("06 Mar 18:00", "workout"),
        ("07 Mar 18:00", "rest"),
        ("08 Mar 18:00", "rest"),
    ]


async def test_nothing_is_sent_before_its_time(anna: Person) -> None:
    assert await anna.coach.serve(on(MONDAY, "17:59")) == []
    assert len(await anna.coach.serve(on(MONDAY, "18:00"))) == 1


async def test_a_mobility_day_has_a_reminder_of_its_own_kind(anna: Person) -> None:
    await anna.coach.onboarding.days_chosen(await anna.turn(), {0, 1, 3, 5})
    await anna.coach.serve(on(MONDAY))
    [reminder] = await anna.coach.serve(on(TUESDAY))
    assert (reminder.day_kind, reminder.delivery.kind) == (DayKind.MOBILITY, DeliveryKind.WORKOUT)
    assert str(reminder.delivery.wording).startswith("mobility.")


async def test_before_the_first_reminder_is_armed_nothing_falls_due(coach: Coach, stranger: Person) -> None:
    await coach.onboarding.is_adult(await stranger.turn())
    assert await coach.reminders.earliest() is None
    assert await coach.serve(on(MONDAY + WEEK)) == []


async def test_a_time_before_three_belongs_to_the_evening_before(anna: Person) -> None:
    await reminded_at(anna, time(1, 0))
    await anna.coach.serve(on(MONDAY, "03:30"))
    [reminder] = await anna.coach.serve(on(TUESDAY, "01:00"))
    assert (reminder.delivery.day, reminder.day_kind) == (MONDAY, DayKind.STRENGTH)


# Nobody is written to in vain


async def trained(person: Person) -> None:
    await person.trains(MONDAY, "10:00")


async def began(person: Person) -> None:
    await person.begins(on(MONDAY, "17:50"))


async def paused(person: Person) -> None:
    await person.coach.plan.pause(await person.turn(), 7)


async def held(person: Person) -> None:
    await person.coach.onboarding.topics_chosen(await person.turn(), frozenset({"medicine"}), confirmed=False)


async def blocked(person: Person) -> None:
    await person.coach.onboarding.blocked(await person.turn(), blocked=True)


async def without_a_plan(person: Person) -> None:
    await person.becomes(onboarded_on=None)


@pytest.mark.parametrize("how", [trained, began, paused, held, blocked, without_a_plan])
async def test_a_reminder_that_nobody_needs_is_not_sent(anna: Person, how: Callable[[Person], Awaitable[None]]) -> None:
    await how(anna)
    assert await anna.coach.serve(on(MONDAY)) == []
    assert await states(anna, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.NOT_NEEDED)]


@pytest.mark.parametrize("how", [paused, held, blocked])
async def test_no_rest_message_goes_where_no_reminder_goes(
    anna: Person, how: Callable[[Person], Awaitable[None]]
) -> None:
    await how(anna)
    assert await anna.coach.serve_until(on(TUESDAY, "23:00")) == []


async def test_rest_messages_can_be_switched_off_and_reminders_stay(anna: Person) -> None:
    await anna.coach.plan.toggle_rest_messages(await anna.turn())
    sent = await anna.coach.serve_until(on(FRIDAY, "23:00"))
    assert sent == [("02 Mar 18:00", "workout"), ("04 Mar 18:00", "workout"), ("06 Mar 18:00", "workout")]


async def test_who_trains_on_a_rest_day_is_not_told_to_rest(anna: Person) -> None:
    await anna.trains(TUESDAY, "10:00")
    assert await anna.coach.serve(on(TUESDAY)) == []


async def test_a_pause_ends_on_its_day(anna: Person) -> None:
    await anna.coach.plan.pause(await anna.turn(), 2)
    assert await anna.coach.serve_until(on(WEDNESDAY, "23:00")) == [("04 Mar 18:00", "workout")]


# Wordings


async def test_no_rest_message_comes_twice_until_all_were_seen(anna: Person) -> None:
    many = len(anna.coach.pack.words("de").rest_days)
    seen: list[str | None] = []
    while len(seen) < 2 * many:
        now = await anna.coach.reminders.earliest()
        assert now is not None
        served = await anna.coach.serve(now)
        seen += [outgoing.delivery.wording for outgoing in served if outgoing.delivery.kind is DeliveryKind.REST]
    assert many >= 21
    assert set(seen[:many]) == set(seen[many:]) == set(anna.coach.pack.words("de").rest_days)


async def test_no_reminder_is_worded_alike_until_all_were_seen(anna: Person) -> None:
    many = len(anna.coach.pack.words("de").reminders["workout"])
    seen: list[str | None] = []
    while len(seen) < many:
        now = await anna.coach.reminders.earliest()
        assert now is not None
        served = await anna.coach.serve(now)
        seen += [outgoing.delivery.wording for outgoing in served if outgoing.delivery.kind is DeliveryKind.WORKOUT]
    assert many >= 6
    assert len(set(seen)) == many


async def test_a_wording_that_was_never_sent_was_not_seen(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY))
    await anna.coach.postponing.later(await anna.turn(on(MONDAY, "18:10")))
    await anna.coach.serve(on(MONDAY, "23:00"))
    assert await states(anna, MONDAY) == [
        (DeliveryKind.WORKOUT, DeliveryState.SENT),
        (DeliveryKind.SNOOZE, DeliveryState.MISSED),
    ]
    async with anna.coach.store.look() as records:
        assert await records.deliveries.wordings(anna.id, DeliveryKind.SNOOZE) == {}


# Too late


@pytest.mark.parametrize(
    ("at", "still", "no_more"),
    [
        (time(9, 0), "12:00", "12:01"),  # three hours
        (time(18, 0), "21:00", "21:01"),
        (time(20, 30), "21:00", "21:01"),  # cut at 21:00
        (time(8, 0), "11:00", "11:01"),
        (time(7, 59), "08:29", "08:30"),  # quiet hours that were chosen: 30 minutes
        (time(22, 0), "22:30", "22:31"),
        (time(21, 0), "21:30", "21:31"),
    ],
)
async def test_a_late_reminder_is_sent_within_its_window_only(anna: Person, at: time, still: str, no_more: str) -> None:
    await reminded_at(anna, at)
    assert await anna.coach.serve(on(MONDAY, no_more)) == []
    assert await states(anna, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.MISSED)]
    assert len(await anna.coach.serve(on(TUESDAY, still))) == 1


@pytest.mark.parametrize(("back", "sent"), [("19:00", [TUESDAY]), ("22:00", [])])
async def test_after_26_hours_down_at_most_one_late_message_comes(anna: Person, back: str, sent: list[date]) -> None:
    late = await anna.coach.serve(on(TUESDAY, back))
    assert [outgoing.delivery.day for outgoing in late] == sent
    assert await states(anna, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.MISSED)]
    assert await armed(anna) == Due(WEDNESDAY, on(WEDNESDAY))


async def test_after_two_weeks_down_every_missed_day_is_counted(anna: Person) -> None:
    assert await anna.coach.serve(on(MONDAY + 2 * WEEK, "09:00")) == []
    days = [MONDAY + timedelta(days=number) for number in range(14)]
    assert [(await states(anna, day))[0][1] for day in days] == [DeliveryState.MISSED] * 14


# The last hop


async def test_what_was_claimed_when_the_bot_died_is_sent_and_what_was_leaving_is_not_repeated(
    anna: Person, stranger: Person
) -> None:
    ben = Person(anna.coach, 7, "en", on(MONDAY, "09:00"))
    await ben.onboards()
    reminders = anna.coach.reminders
    claimed = await reminders.claim(on(MONDAY))
    [to_anna] = [outgoing for outgoing in claimed if outgoing.athlete.id == anna.id]
    await reminders.sending(to_anna, on(MONDAY))
    await anna.coach.restart()
    await anna.coach.reminders.recover(on(MONDAY) + LATER)
    again = await anna.coach.serve(on(MONDAY) + LATER)
    assert [outgoing.athlete.id for outgoing in again] == [ben.id]
    assert await states(anna, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.UNCERTAIN)]
    assert await states(ben, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.SENT)]


async def test_a_claimed_reminder_keeps_its_wording_through_a_crash(anna: Person) -> None:
    [first] = await anna.coach.reminders.claim(on(MONDAY))
    await anna.coach.reminders.recover(on(MONDAY) + LATER)
    [again] = await anna.coach.reminders.claim(on(MONDAY) + LATER)
    assert again.delivery.wording == first.delivery.wording
    assert again.day_kind is DayKind.STRENGTH


async def test_what_a_crash_left_behind_is_missed_when_it_is_too_late(anna: Person) -> None:
    await anna.coach.reminders.claim(on(MONDAY))
    await anna.coach.reminders.recover(on(MONDAY, "22:00"))
    assert await anna.coach.reminders.claim(on(MONDAY, "22:00")) == []
    assert await states(anna, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.MISSED)]


async def claimed(person: Person) -> Outgoing:
    [outgoing] = await person.coach.reminders.claim(on(MONDAY))
    return outgoing


async def test_what_may_have_arrived_is_not_repeated(anna: Person) -> None:
    await anna.coach.reminders.uncertain(await claimed(anna), on(MONDAY))
    assert await anna.coach.serve(on(MONDAY) + LATER) == []
    assert await states(anna, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.UNCERTAIN)]


async def test_what_never_left_is_sent_the_next_minute(anna: Person) -> None:
    await anna.coach.reminders.not_sent(await claimed(anna), on(MONDAY))
    assert await anna.coach.serve(on(MONDAY)) == []
    assert len(await anna.coach.serve(on(MONDAY) + LATER)) == 1


async def test_what_never_left_does_not_wait_for_a_clock_that_was_set_back(anna: Person) -> None:
    await anna.coach.reminders.not_sent(await claimed(anna), on(MONDAY, "20:00"))
    assert len(await anna.coach.serve(on(MONDAY) + LATER)) == 1


async def test_who_blocked_the_bot_is_left_in_peace_and_keeps_their_data(anna: Person) -> None:
    await anna.coach.reminders.refused(await claimed(anna), on(MONDAY), blocked=True)
    assert (await anna.athlete()).blocked
    assert await anna.coach.serve_until(on(FRIDAY, "23:00")) == []


async def test_another_refusal_concerns_that_message_only(anna: Person) -> None:
    await anna.coach.reminders.refused(await claimed(anna), on(MONDAY), blocked=False)
    assert not (await anna.athlete()).blocked
    assert len(await anna.coach.serve(on(TUESDAY))) == 1


async def test_a_message_with_buttons_takes_the_live_place_and_tells_whose_it_was(anna: Person) -> None:
    first = await claimed(anna)
    assert await anna.coach.reminders.sent(first, 17, on(MONDAY), live=True) is None
    [rest] = await anna.coach.reminders.claim(on(TUESDAY))
    assert await anna.coach.reminders.sent(rest, 18, on(TUESDAY), live=False) is None
    [second] = await anna.coach.reminders.claim(on(WEDNESDAY))
    assert await anna.coach.reminders.sent(second, 19, on(WEDNESDAY), live=True) == 17
    assert (await anna.athlete()).live_message == 19


async def test_a_workout_that_began_while_a_reminder_left_keeps_its_buttons(anna: Person) -> None:
    leaving = await claimed(anna)
    await anna.coach.reminders.sending(leaving, on(MONDAY))
    await anna.coach.workouts.begin(await anna.turn(on(MONDAY)), RoutineKind.STRENGTH)
    live = (await anna.athlete()).live_message
    assert await anna.coach.reminders.sent(leaving, 17, on(MONDAY), live=True) == 17
    assert ((await anna.athlete()).step, (await anna.athlete()).live_message) == (Step.SET, live)


async def test_somebody_who_cannot_be_read_keeps_nobody_elses_reminder_away(anna: Person) -> None:
    ben = Person(anna.coach, 7, "en", on(MONDAY, "09:00"))
    await ben.onboards()
    with sqlite3.connect(anna.coach.file) as file:
        file.execute("UPDATE athletes SET zone = 'Mars/Olympus' WHERE id = ?", (anna.id,))
    file.close()
    served = await anna.coach.serve(on(MONDAY))
    assert [outgoing.athlete.id for outgoing in served] == [ben.id]
    served = await anna.coach.serve(on(TUESDAY))
    assert [outgoing.athlete.id for outgoing in served] == [ben.id]


async def test_a_delivery_of_somebody_who_cannot_be_read_is_given_up(anna: Person) -> None:
    await claimed(anna)
    with sqlite3.connect(anna.coach.file) as file:
        file.execute("UPDATE athletes SET zone = 'Mars/Olympus' WHERE id = ?", (anna.id,))
    file.close()
    assert await anna.coach.serve(on(MONDAY) + LEASE) == []
    with sqlite3.connect(anna.coach.file) as file:
        assert file.execute("SELECT state FROM deliveries").fetchall() == [("missed",)]
    file.close()


async def test_after_a_start_nothing_waits_for_what_kept_it_from_leaving(anna: Person) -> None:
    await anna.coach.reminders.not_sent(await claimed(anna), on(MONDAY))
    await anna.coach.restart()
    await anna.coach.reminders.recover(on(MONDAY))
    assert len(await anna.coach.serve(on(MONDAY))) == 1


async def test_a_file_repaired_by_hand_does_not_keep_the_ticker_busy(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY))
    await anna.coach.postponing.later(await anna.turn(on(MONDAY, "18:10")))
    with sqlite3.connect(anna.coach.file) as file:  # foreign keys are off here
        file.execute("DELETE FROM athletes")
    file.close()
    await anna.coach.restart()
    assert await anna.coach.serve(on(TUESDAY)) == []
    assert await anna.coach.reminders.earliest() is None


# Zones and clocks


def one_a_day(sent: list[Outgoing]) -> bool:
    days = [outgoing.delivery.day for outgoing in sent]
    return len(days) == len(set(days))


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("clock", ["09:00", "17:59", "18:01", "23:30"])
async def test_a_journey_east_or_west_never_doubles_a_day(anna: Person, zone: str, clock: str) -> None:
    sent = await anna.coach.serve(on(WEDNESDAY, "17:00"))
    if clock > "18:00":
        sent += await anna.coach.serve(on(WEDNESDAY))
    await anna.coach.onboarding.place_chosen(await anna.turn(on(WEDNESDAY, clock)), zone)
    end = on(SATURDAY, "23:59", ZoneInfo(zone))
    while (now := await anna.coach.reminders.earliest()) is not None and now <= end:
        sent += await anna.coach.serve(now)
    assert one_a_day(sent)
    assert {outgoing.delivery.day for outgoing in sent} >= {FRIDAY, SATURDAY}


async def test_a_journey_there_and_back_on_one_day_reminds_once(anna: Person) -> None:
    sent = await anna.coach.serve(on(MONDAY))
    await anna.coach.onboarding.place_chosen(await anna.turn(on(MONDAY, "19:00")), "America/Los_Angeles")
    sent += await anna.coach.serve(on(MONDAY, "18:00", ZoneInfo("America/Los_Angeles")))
    await anna.coach.onboarding.place_chosen(await anna.turn(), "Europe/Berlin")
    sent += await anna.coach.serve(on(TUESDAY))
    assert [outgoing.delivery.day for outgoing in sent] == [MONDAY, TUESDAY]


async def test_an_hour_that_comes_twice_reminds_once(anna: Person) -> None:
    await anna.coach.onboarding.time_chosen(await anna.turn(on(date(2026, 10, 20), "12:00")), time(2, 30))
    await anna.coach.serve(on(date(2026, 10, 24), "12:00"))
    first = await anna.coach.serve(datetime(2026, 10, 25, 0, 30, tzinfo=UTC))
    second = await anna.coach.serve(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
    assert [outgoing.delivery.day for outgoing in first + second] == [date(2026, 10, 24)]


async def test_an_hour_that_never_comes_reminds_when_it_is_over(anna: Person) -> None:
    await anna.coach.onboarding.time_chosen(await anna.turn(on(date(2026, 3, 28), "12:00")), time(2, 30))
    assert await armed(anna) == Due(date(2026, 3, 28), datetime(2026, 3, 29, 1, 30, tzinfo=UTC))


async def test_a_rule_edited_again_and_again_reminds_once(anna: Person) -> None:
    sent: list[Outgoing] = []
    for clock in ("18:00", "19:00", "20:00"):
        sent += await anna.coach.serve(on(MONDAY, clock))
        hour = int(clock[:2]) + 1
        await anna.coach.onboarding.time_chosen(await anna.turn(on(MONDAY, f"{clock[:2]}:30")), time(hour, 0))
    assert [outgoing.delivery.day for outgoing in sent] == [MONDAY]


async def test_days_edited_after_the_reminder_bring_no_rest_message_on_top(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY))
    await anna.coach.onboarding.days_chosen(await anna.turn(on(MONDAY, "18:30")), {1, 3})
    assert await anna.coach.serve(on(MONDAY, "23:00")) == []
    sent = await anna.coach.serve_until(on(THURSDAY, "23:00"))
    assert [kind for _, kind in sent] == ["workout", "rest", "workout"]


async def test_next_weeks_monday_comes_too(anna: Person) -> None:
    assert ("09 Mar 18:00", "workout") in await anna.coach.serve_until(on(NEXT_MONDAY, "18:00"))


async def test_what_is_no_longer_wanted_when_its_turn_to_leave_comes_does_not_leave(anna: Person) -> None:
    outgoing = await claimed(anna)
    await anna.begins(on(MONDAY))
    assert await anna.coach.reminders.sending(outgoing, on(MONDAY)) is False
    assert await states(anna, MONDAY) == [(DeliveryKind.WORKOUT, DeliveryState.NOT_NEEDED)]


async def test_nothing_leaves_for_somebody_deleted_meanwhile(anna: Person) -> None:
    outgoing = await claimed(anna)
    await anna.coach.privacy.delete(await anna.turn(), int(anna.time.timestamp()) // 60)
    assert await anna.coach.reminders.sending(outgoing, on(MONDAY)) is False


async def test_a_workout_begun_and_stopped_empty_leaves_the_day_to_be_reminded_of(anna: Person) -> None:
    await anna.begins(on(MONDAY, "10:00"), RoutineKind.MOBILITY)
    await anna.coach.interruptions.stop(await anna.turn())
    assert [kind for _, kind in await anna.coach.serve_until(on(MONDAY, "18:00"))] == ["workout"]


async def test_easy_mobility_on_a_strength_day_leaves_its_strength_to_be_reminded_of(anna: Person) -> None:
    await anna.trains(MONDAY, "10:00", kind=RoutineKind.MOBILITY)
    assert [kind for _, kind in await anna.coach.serve_until(on(MONDAY, "18:00"))] == ["workout"]
    assert isinstance(await anna.coach.postponing.tomorrow(await anna.turn(on(MONDAY, "18:05"))), MovedOn)


async def test_who_writes_after_blocking_is_written_to_again(anna: Person) -> None:
    outgoing = await claimed(anna)
    await anna.coach.reminders.refused(outgoing, on(MONDAY), blocked=True)
    assert (await anna.athlete()).blocked
    await anna.coach.reminders.heard_from(anna.id, on(MONDAY))
    assert not (await anna.athlete()).blocked
    await anna.coach.reminders.heard_from(anna.id, on(MONDAY))
    await anna.coach.reminders.heard_from(1, on(MONDAY))


async def test_somebody_deleted_while_a_message_is_on_its_way_stays_deleted(anna: Person) -> None:
    outgoing = await claimed(anna)
    await anna.coach.reminders.sending(outgoing, on(MONDAY))
    await anna.coach.privacy.delete(await anna.turn(), int(anna.time.timestamp()) // 60)
    assert await anna.coach.reminders.sent(outgoing, 17, on(MONDAY), live=True) is None
    await anna.coach.reminders.refused(outgoing, on(MONDAY), blocked=True)
    assert await anna.kept() is None


# What a reminder says


async def test_a_reminder_says_the_minutes_of_the_start_card(anna: Person) -> None:
    for day in (MONDAY, WEDNESDAY, FRIDAY, NEXT_MONDAY + timedelta(weeks=2)):
        (reminder,) = [each for each in await anna.coach.serve(on(day)) if each.delivery.day == day]
        card = a(Offer, await anna.coach.today.offer(await anna.turn(on(day)), RoutineKind.STRENGTH))
        assert reminder.minutes == card.routine.minutes
        await anna.trains(day, "18:05")


async def test_a_reminder_of_a_mobility_day_says_how_long_mobility_takes(anna: Person) -> None:
    await anna.becomes(weekdays=frozenset({0, 1, 3, 5}))
    await anna.coach.serve(on(MONDAY))
    (reminder,) = await anna.coach.serve(on(TUESDAY))
    card = a(Offer, await anna.coach.today.today(await anna.turn(on(TUESDAY))))
    assert (reminder.day_kind, reminder.minutes) == (DayKind.MOBILITY, card.routine.minutes)
