"""The due table."""

import sqlite3
from datetime import timedelta

import pytest

from bot.domain.delivery import DeliveryKind, DeliveryState
from bot.domain.due import Due
from bot.store import Database

from .samples import ANNA, BEN, MONDAY, NOON, TUESDAY, joined

AT_NOON = Due(MONDAY, NOON)
LATER = Due(TUESDAY, NOON + timedelta(days=1))


async def test_what_is_armed_replaces_what_was(database: Database) -> None:
    await joined(database, ANNA)
    async with database.change(None) as records:
        await records.reminders.arm(ANNA, AT_NOON)
        await records.reminders.arm(ANNA, LATER)
        assert await records.reminders.of(ANNA) == LATER


async def test_a_reminder_goes_on_once_from_where_it_stood(database: Database) -> None:
    await joined(database, ANNA)
    async with database.change(None) as records:
        await records.reminders.arm(ANNA, AT_NOON)
        assert not await records.reminders.advance(ANNA, Due(MONDAY, NOON + timedelta(minutes=1)), LATER)
        assert not await records.reminders.advance(ANNA, Due(TUESDAY, NOON), LATER)
        assert await records.reminders.advance(ANNA, AT_NOON, LATER)
        assert not await records.reminders.advance(ANNA, AT_NOON, LATER)
        assert await records.reminders.of(ANNA) == LATER


async def test_a_cleared_reminder_is_never_due(database: Database) -> None:
    await joined(database, ANNA)
    async with database.change(None) as records:
        await records.reminders.arm(ANNA, AT_NOON)
        await records.reminders.arm(ANNA, None)
        await records.reminders.arm(ANNA, None)
        assert await records.reminders.of(ANNA) is None
        assert await records.reminders.due(LATER.at, 10) == []
        assert await records.reminders.earliest() is None


async def test_the_earliest_come_first_and_no_more_than_asked_for(database: Database) -> None:
    await joined(database, ANNA, BEN)
    async with database.change(None) as records:
        await records.reminders.arm(ANNA, LATER)
        await records.reminders.arm(BEN, AT_NOON)
        assert await records.reminders.due(NOON - timedelta(seconds=1), 10) == []
        assert await records.reminders.due(NOON, 10) == [(BEN, AT_NOON)]
        assert await records.reminders.due(LATER.at, 10) == [(BEN, AT_NOON), (ANNA, LATER)]
        assert await records.reminders.due(LATER.at, 1) == [(BEN, AT_NOON)]


async def test_the_earliest_instant_counts_deliveries_that_are_due(database: Database) -> None:
    await joined(database, ANNA)
    snooze = NOON - timedelta(hours=1)
    async with database.change(None) as records:
        await records.reminders.arm(ANNA, AT_NOON)
        assert await records.reminders.earliest() == NOON
        added = await records.deliveries.add(ANNA, DeliveryKind.SNOOZE, MONDAY, 1, snooze, DeliveryState.DUE, None)
        assert added is not None
        assert await records.reminders.earliest() == snooze
        await records.deliveries.mark(added, DeliveryState.SENT, NOON)
        assert await records.reminders.earliest() == NOON


async def test_only_an_athlete_has_a_reminder(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        async with database.change(None) as records:
            await records.reminders.arm(ANNA, AT_NOON)
