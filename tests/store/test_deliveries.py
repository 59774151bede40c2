"""The ledger of deliveries."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState
from bot.store import Database

from .samples import ANNA, BEN, MONDAY, NOON, TUESDAY, joined


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


async def test_a_delivery_comes_back_as_added_and_marked(database: Database) -> None:
    delivery = await added(database, DeliveryState.CLAIMED)
    async with database.change(None) as records:
        assert await records.deliveries.get(ANNA, delivery.id) == delivery
        await records.deliveries.mark(delivery.id, DeliveryState.SENT, NOON, message_id=5, wording="kind")
        sent = await records.deliveries.get(ANNA, delivery.id)
        await records.deliveries.mark(delivery.id, DeliveryState.NOT_NEEDED, NOON)
        later = await records.deliveries.get(ANNA, delivery.id)
    assert sent == replace(delivery, state=DeliveryState.SENT, message_id=5, wording="kind")
    assert later == replace(sent, state=DeliveryState.NOT_NEEDED)


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
