"""/why tells from the ledger why a message came or did not, and when the next one comes."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime, time, timedelta

import pytest

from bot.coach.turn import Stranger
from bot.coach.why import Next, Nothing, WhyCoach, WhyShown
from bot.domain.delivery import DeliveryKind, DeliveryState, Unneeded
from bot.domain.outage import Outage

from .people import FRIDAY, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Person, on

Told = list[tuple[DeliveryKind, DeliveryState, Unneeded | None]]


async def why(person: Person, at: datetime) -> WhyShown:
    return await WhyCoach(person.coach.store).show(await person.turn(at))


async def today(person: Person, at: datetime) -> Told:
    shown = await why(person, at)
    return [(told.delivery.kind, told.delivery.state, told.delivery.because) for told in shown.today.told]


async def next_of(person: Person, at: datetime) -> tuple[DeliveryKind, datetime] | Unneeded:
    following = (await why(person, at)).next
    return (following.kind, following.at) if isinstance(following, Next) else following


async def ticks(person: Person, *times: datetime) -> None:
    """As the ticker does: serve, then note that it did."""
    for now in times:
        await person.coach.serve(now)
        await person.coach.reminders.ticked(now, now)


async def test_before_the_first_reminder_nothing_was_due_and_the_first_one_comes(anna: Person) -> None:
    shown = await why(anna, on(MONDAY, "12:00"))
    assert (shown.yesterday.nothing, shown.today.nothing) == (Nothing.NO_PLAN, Nothing.NOT_YET)
    assert shown.next == Next(DeliveryKind.WORKOUT, MONDAY, on(MONDAY))


async def test_a_time_that_had_passed_when_it_was_chosen_was_never_due(anna: Person) -> None:
    await anna.coach.onboarding.time_chosen(await anna.turn(on(MONDAY, "12:00")), time(9, 0))
    assert (await why(anna, on(MONDAY, "12:30"))).today.nothing is Nothing.PASSED
    assert await next_of(anna, on(MONDAY, "12:30")) == (DeliveryKind.REST, on(TUESDAY, "09:00"))


async def test_what_was_sent_is_told_today_and_tomorrow(anna: Person) -> None:
    await ticks(anna, on(MONDAY))
    sent = [(DeliveryKind.WORKOUT, DeliveryState.SENT, None)]
    assert await today(anna, on(MONDAY, "19:00")) == sent
    tomorrow = await why(anna, on(TUESDAY, "09:00"))
    assert [(t.delivery.kind, t.delivery.state, t.delivery.because) for t in tomorrow.yesterday.told] == sent
    assert tomorrow.next == Next(DeliveryKind.REST, TUESDAY, on(TUESDAY))


async def test_what_was_missed_names_the_outage(anna: Person) -> None:
    await ticks(anna, on(MONDAY, "17:40"), on(MONDAY, "22:00"))
    [told] = (await why(anna, on(MONDAY, "22:10"))).today.told
    assert told.delivery.state is DeliveryState.MISSED
    assert told.outage == Outage(on(MONDAY, "17:40"), on(MONDAY, "22:00"))


async def test_what_came_late_names_the_outage_too_and_what_came_in_time_names_none(anna: Person) -> None:
    await ticks(anna, on(MONDAY, "17:40"), on(MONDAY, "19:00"), on(TUESDAY, "17:59"), on(TUESDAY))
    shown = await why(anna, on(TUESDAY, "18:10"))
    assert shown.yesterday.told[0].outage == Outage(on(MONDAY, "17:40"), on(MONDAY, "19:00"))
    assert shown.today.told[0].outage is None


async def trained(person: Person) -> None:
    await person.trains(MONDAY, "10:00")


async def training(person: Person) -> None:
    await person.begins(on(MONDAY, "17:50"))


async def paused(person: Person) -> None:
    await person.coach.plan.pause(await person.turn(), None)


async def paused_for_a_week(person: Person) -> None:
    await person.coach.plan.pause(await person.turn(), 7)


async def blocked(person: Person) -> None:
    await person.coach.onboarding.blocked(await person.turn(), blocked=True)


async def held(person: Person) -> None:
    await person.coach.onboarding.topics_chosen(await person.turn(), frozenset({"medicine"}), confirmed=False)


async def moved(person: Person) -> None:
    await person.coach.postponing.tomorrow(await person.turn(on(MONDAY, "10:00")))


async def let_go(person: Person) -> None:
    await person.coach.postponing.skip(await person.turn(on(MONDAY, "10:00")))


async def without_plan(person: Person) -> None:
    await person.becomes(onboarded_on=None)


REST = DeliveryKind.REST


@pytest.mark.parametrize(
    ("how", "because", "following"),
    [
        (trained, Unneeded.TRAINED, (REST, on(TUESDAY))),
        (training, Unneeded.TRAINING, (REST, on(TUESDAY))),
        (paused, Unneeded.PAUSED, Unneeded.PAUSED),
        (paused_for_a_week, Unneeded.PAUSED, (DeliveryKind.WORKOUT, on(MONDAY + timedelta(days=7)))),
        (blocked, Unneeded.BLOCKED, Unneeded.BLOCKED),
        (held, Unneeded.HELD, Unneeded.HELD),
        (without_plan, Unneeded.NO_PLAN, Unneeded.NO_PLAN),
        (moved, Unneeded.MOVED, (DeliveryKind.WORKOUT, on(TUESDAY))),
        (let_go, Unneeded.LET_GO, (REST, on(TUESDAY))),
    ],
)
async def test_what_was_not_needed_says_why_and_what_comes_instead(
    anna: Person,
    how: Callable[[Person], Awaitable[None]],
    because: Unneeded,
    following: object,
) -> None:
    await how(anna)
    await anna.coach.serve(on(MONDAY))
    assert await today(anna, on(MONDAY, "18:01")) == [(DeliveryKind.WORKOUT, DeliveryState.NOT_NEEDED, because)]
    assert await next_of(anna, on(MONDAY, "18:01")) == following


async def test_with_rest_messages_off_the_next_reminder_is_the_next_message(anna: Person) -> None:
    await anna.coach.plan.toggle_rest_messages(await anna.turn())
    await anna.coach.serve_until(on(TUESDAY, "18:00"))
    assert await today(anna, on(TUESDAY, "18:01")) == [(REST, DeliveryState.NOT_NEEDED, Unneeded.REST_OFF)]
    assert await next_of(anna, on(TUESDAY, "18:01")) == (DeliveryKind.WORKOUT, on(WEDNESDAY))


async def test_a_day_that_was_let_go_ahead_of_its_time_is_not_what_comes_next(anna: Person) -> None:
    await let_go(anna)
    assert await next_of(anna, on(MONDAY, "12:00")) == (REST, on(TUESDAY))


async def test_what_was_put_off_comes_next_unless_they_train_before(anna: Person) -> None:
    await anna.coach.serve(on(MONDAY))
    await anna.coach.postponing.later(await anna.turn(on(MONDAY, "18:10")))
    assert await next_of(anna, on(MONDAY, "18:20")) == (DeliveryKind.SNOOZE, on(MONDAY, "19:10"))
    await anna.begins(on(MONDAY, "18:30"))
    assert await next_of(anna, on(MONDAY, "18:31")) == (REST, on(TUESDAY))


async def test_a_message_that_is_too_late_already_is_not_promised(anna: Person) -> None:
    assert await next_of(anna, on(MONDAY, "21:30")) == (REST, on(TUESDAY))


async def test_refused_and_uncertain_messages_are_told(anna: Person) -> None:
    reminders = anna.coach.reminders
    for day, end in ((MONDAY, "refused"), (TUESDAY, "uncertain")):
        [outgoing] = await reminders.claim(on(day))
        await reminders.sending(outgoing, on(day))
        if end == "refused":
            await reminders.refused(outgoing, on(day), blocked=False)
        else:
            await reminders.uncertain(outgoing, on(day))
    shown = await why(anna, on(TUESDAY, "19:00"))
    [first], [second] = shown.yesterday.told, shown.today.told
    assert first.delivery.because is Unneeded.REFUSED
    assert second.delivery.state is DeliveryState.UNCERTAIN


async def test_all_times_of_a_week_are_told_right(anna: Person) -> None:
    """What was promised as next is what came next."""
    now, came = on(MONDAY, "12:00"), []
    while now < on(FRIDAY, "23:00"):
        following = (await why(anna, now)).next
        assert isinstance(following, Next)
        now = following.at
        [outgoing] = await anna.coach.serve(now)
        assert (outgoing.delivery.kind, outgoing.delivery.day) == (following.kind, following.day)
        came.append(following.day)
    days: list[date] = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]
    assert came[:5] == days


async def test_a_stranger_is_welcomed_first(stranger: Person) -> None:
    with pytest.raises(Stranger):
        await why(stranger, on(MONDAY))
