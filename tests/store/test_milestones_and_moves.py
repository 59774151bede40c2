"""Milestones are earned once; moves say where a workout went."""

from datetime import timedelta

import pytest

from bot.domain.progress import Milestone
from bot.store import Database

from .samples import ANNA, BEN, MONDAY, TUESDAY, joined


@pytest.fixture(autouse=True)
async def people(database: Database) -> None:
    await joined(database, ANNA, BEN)


async def test_a_milestone_is_earned_once_and_by_one_athlete(database: Database) -> None:
    async with database.change(None) as records:
        await records.milestones.add(ANNA, Milestone.TEN, MONDAY)
        await records.milestones.add(ANNA, Milestone.TEN, TUESDAY)
        await records.milestones.add(ANNA, Milestone.COMEBACK, TUESDAY)
        assert await records.milestones.earned(ANNA) == {Milestone.TEN, Milestone.COMEBACK}
        assert await records.milestones.earned(BEN) == frozenset()
    async with database.alone() as connection:
        rows = await connection.rows("SELECT day FROM milestones WHERE milestone = 'ten'")
    assert [row["day"] for row in rows] == [str(MONDAY)]


async def test_moves_are_replaced_by_later_ones(database: Database) -> None:
    async with database.change(None) as records:
        await records.moves.put(ANNA, {MONDAY: TUESDAY})
        await records.moves.put(ANNA, {MONDAY: None, TUESDAY: TUESDAY + timedelta(days=1)})
        assert await records.moves.of(ANNA, MONDAY) == {MONDAY: None, TUESDAY: TUESDAY + timedelta(days=1)}


async def test_a_move_matters_as_long_as_either_day_does(database: Database) -> None:
    async with database.change(None) as records:
        await records.moves.put(ANNA, {MONDAY: TUESDAY})
        assert await records.moves.of(ANNA, TUESDAY) == {MONDAY: TUESDAY}
        assert await records.moves.of(ANNA, TUESDAY + timedelta(days=1)) == {}


async def test_a_changed_plan_forgets_the_moves_of_one_athlete(database: Database) -> None:
    async with database.change(None) as records:
        await records.moves.put(ANNA, {MONDAY: TUESDAY})
        await records.moves.put(BEN, {MONDAY: None})
        await records.moves.clear(ANNA)
        assert await records.moves.of(ANNA, MONDAY) == {}
        assert await records.moves.of(BEN, MONDAY) == {MONDAY: None}


async def test_what_was_moved_on_a_day_is_taken_back_once_and_nothing_else(database: Database) -> None:
    later = TUESDAY + timedelta(days=1)
    async with database.change(None) as records:
        await records.moves.put(ANNA, {MONDAY: TUESDAY}, on=MONDAY)
        await records.moves.put(ANNA, {MONDAY: later, later: later + timedelta(days=2)}, on=TUESDAY)
        await records.moves.put(BEN, {MONDAY: TUESDAY}, on=TUESDAY)
        assert await records.moves.take_back(ANNA, TUESDAY)
        assert await records.moves.of(ANNA, MONDAY) == {MONDAY: TUESDAY, later: later}
        assert await records.moves.of(BEN, MONDAY) == {MONDAY: TUESDAY}
        assert not await records.moves.take_back(ANNA, TUESDAY)


async def test_what_was_let_go_is_not_taken_back(database: Database) -> None:
    async with database.change(None) as records:
        await records.moves.put(ANNA, {MONDAY: TUESDAY}, on=MONDAY)
        await records.moves.put(ANNA, {MONDAY: None})
        assert not await records.moves.take_back(ANNA, MONDAY)
        assert await records.moves.of(ANNA, MONDAY) == {MONDAY: None}


async def test_no_moves_is_no_change(database: Database) -> None:
    async with database.change(None) as records:
        await records.moves.put(ANNA, {})
        assert await records.moves.of(ANNA, MONDAY) == {}
