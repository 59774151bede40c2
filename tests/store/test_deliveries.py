"""The ledger of deliveries."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.delivery import LEASE, Delivery, DeliveryKind, DeliveryState, Unneeded
from bot.store import Database

from .samples import ANNA, BEN, MONDAY, NOON, TUESDAY, joined

MOMENT = timedelta(seconds=1)


@pytest.fixture(autouse=True)
async def people(database: Database) -> None:
    await joined(database, ANNA, BEN)


async def add(
    database: Database,
    kind: DeliveryKind,
    day: date = MONDAY,
    *,
    athlete: int = ANNA,
    ordinal: int = 0,
    state: DeliveryState = DeliveryState.DUE,
    wording: str | None = None,
) -> Delivery | None:
    async with database.change(None) as records:
        return await records.deliveries.add(athlete, kind, day, ordinal, NOON, state, wording)


async def added(database: Database, state: DeliveryState, day: date = MONDAY) -> Delivery:
    delivery = await add(database, DeliveryKind.WORKOUT, day, state=state)
    assert delivery is not None
    return delivery


async def held(database: Database, day: date = MONDAY) -> Delivery:
    """A delivery that was claimed at noon."""
    async with database.change(None) as records:
        due = await records.deliveries.add(ANNA, DeliveryKind.WORKOUT, day, 0, NOON, DeliveryState.DUE, None)
        assert due
        claimed = await records.deliveries.claim(due, NOON, "kind")
        assert claimed
        return claimed


async def kept(database: Database, delivery: Delivery) -> Delivery:
    async with database.look() as records:
        found = await records.deliveries.get(ANNA, delivery.id)
        assert found
        return found


async def test_a_delivery_comes_back_as_claimed_and_marked(database: Database) -> None:
    delivery = await held(database)
    assert (delivery.state, delivery.wording) == (DeliveryState.CLAIMED, "kind")
    async with database.change(None) as records:
        assert await records.deliveries.get(ANNA, delivery.id) == delivery
        assert await records.deliveries.mark(delivery, DeliveryState.SENT, NOON, message_id=5)
    assert await kept(database, delivery) == replace(delivery, state=DeliveryState.SENT, message_id=5)


async def test_a_delivery_added_as_claimed_is_held_by_who_added_it(database: Database) -> None:
    async with database.change(None) as records:
        kind, state = DeliveryKind.WORKOUT, DeliveryState.CLAIMED
        mine = await records.deliveries.add(ANNA, kind, MONDAY, 0, NOON, state, "kind", now=NOON)
        assert mine
        assert await records.deliveries.leave(mine, NOON)
    assert (await kept(database, mine)).state is DeliveryState.SENDING


async def test_what_was_not_needed_says_why(database: Database) -> None:
    delivery = await held(database)
    async with database.change(None) as records:
        await records.deliveries.mark(delivery, DeliveryState.NOT_NEEDED, NOON, because=Unneeded.TRAINED)
    assert (await kept(database, delivery)).because is Unneeded.TRAINED


async def test_a_claim_is_taken_once(database: Database) -> None:
    async with database.change(None) as records:
        due = await records.deliveries.add(ANNA, DeliveryKind.WORKOUT, MONDAY, 0, NOON, DeliveryState.DUE, None)
        assert due
        mine = await records.deliveries.claim(due, NOON, "kind")
        assert await records.deliveries.claim(due, NOON, "kind") is None
        assert await records.deliveries.due(NOON, 10) == []
        assert mine == replace(due, state=DeliveryState.CLAIMED, wording="kind", token=1, marked_at=NOON)


async def test_a_claim_is_free_again_when_its_lease_runs_out_and_who_held_it_can_do_nothing_more(
    database: Database,
) -> None:
    old = await held(database)
    async with database.change(None) as records:
        assert await records.deliveries.due(NOON + LEASE - MOMENT, 10) == []
        assert await records.deliveries.due(NOON + LEASE, 10) == [old]
        new = await records.deliveries.claim(old, NOON + LEASE, "other")
        assert new
        assert not await records.deliveries.leave(old, NOON + LEASE)
        assert not await records.deliveries.mark(old, DeliveryState.SENT, NOON + LEASE)
        assert await records.deliveries.leave(new, NOON + LEASE)
        assert not await records.deliveries.leave(new, NOON + LEASE)


async def test_a_lease_given_before_the_clock_went_back_is_over(database: Database) -> None:
    delivery = await held(database)
    async with database.look() as records:
        assert await records.deliveries.due(NOON - MOMENT, 10) == [delivery]


async def test_what_is_leaving_has_a_lease_too(database: Database) -> None:
    delivery = await held(database)
    later = NOON + LEASE - MOMENT
    async with database.change(None) as records:
        assert await records.deliveries.leave(delivery, later)
        assert await records.deliveries.due(NOON + LEASE, 10) == []
        [left] = await records.deliveries.due(later + LEASE, 10)
        assert left.state is DeliveryState.SENDING
        assert await records.deliveries.claim(left, later + LEASE, "again") is None


async def test_an_end_is_an_end_and_uncertain_is_none_for_who_sent_it(database: Database) -> None:
    delivery = await held(database)
    async with database.change(None) as records:
        assert await records.deliveries.mark(delivery, DeliveryState.UNCERTAIN, NOON)
        assert await records.deliveries.mark(delivery, DeliveryState.SENT, NOON)
        for state in DeliveryState:
            assert not await records.deliveries.mark(delivery, state, NOON)


async def test_what_is_called_off_neither_comes_nor_leaves(database: Database) -> None:
    delivery, sent = await held(database), await held(database, TUESDAY)
    async with database.change(None) as records:
        await records.deliveries.leave(sent, NOON)
        for day in (MONDAY, TUESDAY):
            await records.deliveries.call_off(ANNA, day, Unneeded.MOVED, NOON)
        assert not await records.deliveries.leave(delivery, NOON)
    assert (await kept(database, delivery)).because is Unneeded.MOVED
    assert (await kept(database, sent)).state is DeliveryState.SENDING


async def test_nobody_sees_the_delivery_of_another(database: Database) -> None:
    delivery = await added(database, DeliveryState.SENT)
    async with database.look() as records:
        assert await records.deliveries.get(BEN, delivery.id) is None
        assert await records.deliveries.on_day(BEN, MONDAY) == []


async def test_a_day_has_one_workout_or_rest_message(database: Database) -> None:
    assert await add(database, DeliveryKind.WORKOUT)
    assert await add(database, DeliveryKind.REST) is None
    assert await add(database, DeliveryKind.WORKOUT, ordinal=1) is None
    assert await add(database, DeliveryKind.REST, TUESDAY)
    assert await add(database, DeliveryKind.WORKOUT, TUESDAY) is None
    assert await add(database, DeliveryKind.WORKOUT, athlete=BEN)


async def test_snoozes_of_a_day_are_told_apart_by_their_number(database: Database) -> None:
    assert await add(database, DeliveryKind.WORKOUT)
    first = await add(database, DeliveryKind.SNOOZE, ordinal=1)
    second = await add(database, DeliveryKind.SNOOZE, ordinal=2)
    assert await add(database, DeliveryKind.SNOOZE, ordinal=1) is None
    async with database.look() as records:
        assert list(await records.deliveries.on_day(ANNA, MONDAY))[1:] == [first, second]


async def test_only_what_is_due_and_whose_time_has_come_is_due(database: Database) -> None:
    due = await added(database, DeliveryState.DUE)
    await added(database, DeliveryState.SENT, TUESDAY)
    async with database.look() as records:
        assert await records.deliveries.due(NOON - timedelta(seconds=1), 10) == []
        assert await records.deliveries.due(NOON, 10) == [due]
        assert await records.deliveries.due(NOON, 0) == []


async def test_the_latest_day_counts_workout_and_rest_whatever_became_of_them(database: Database) -> None:
    async with database.look() as records:
        assert await records.deliveries.latest_day(ANNA) is None
    await add(database, DeliveryKind.REST, state=DeliveryState.MISSED)
    await add(database, DeliveryKind.SNOOZE, TUESDAY, ordinal=1)
    async with database.look() as records:
        assert await records.deliveries.latest_day(ANNA) == MONDAY


async def test_wordings_are_counted_by_athlete_and_kind(database: Database) -> None:
    for days, wording in enumerate(["warm", "warm", "plain", None]):
        await add(database, DeliveryKind.WORKOUT, MONDAY + timedelta(days=days), wording=wording)
    await add(database, DeliveryKind.SNOOZE, wording="warm")
    await add(database, DeliveryKind.WORKOUT, athlete=BEN, wording="warm")
    async with database.look() as records:
        assert await records.deliveries.wordings(ANNA, DeliveryKind.WORKOUT) == {"warm": 2, "plain": 1}


async def test_after_a_crash_claimed_is_due_again_and_sending_uncertain(database: Database) -> None:
    states = [DeliveryState.CLAIMED, DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.DUE]
    ids = [(await added(database, state, MONDAY + timedelta(days=n))).id for n, state in enumerate(states)]
    async with database.change(None) as records:
        await records.deliveries.recover(NOON)
        after = [await records.deliveries.get(ANNA, id) for id in ids]
    expected = [DeliveryState.DUE, DeliveryState.UNCERTAIN, DeliveryState.SENT, DeliveryState.DUE]
    assert [delivery and delivery.state for delivery in after] == expected
