"""When the ticker ran, and when it did not."""

from datetime import datetime, timedelta

from bot.domain.outage import PAUSE, Outage
from bot.store import Database

from .samples import NOON

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


async def ticked(database: Database, *ticks: datetime, takes: timedelta = timedelta()) -> None:
    async with database.change(None) as records:
        for tick in ticks:
            await records.awake.ticked(tick, tick + takes)


async def outage(database: Database, instant: datetime) -> Outage | None:
    async with database.look() as records:
        return await records.awake.outage_at(instant)


async def rows(database: Database) -> int:
    async with database.alone() as connection:
        return len(await connection.rows("SELECT id FROM awake"))


async def test_a_tick_each_minute_is_no_outage_and_one_row(database: Database) -> None:
    await ticked(database, *(NOON + MINUTE * n for n in range(60)))
    assert await outage(database, NOON + 30 * MINUTE) is None
    assert await rows(database) == 1


async def test_a_longer_pause_is_an_outage_from_the_last_tick_to_the_next(database: Database) -> None:
    await ticked(database, NOON, NOON + HOUR)
    assert await outage(database, NOON + MINUTE) == Outage(NOON, NOON + HOUR)
    assert await outage(database, NOON) is None
    assert await outage(database, NOON + HOUR) is None


async def test_a_pause_of_three_minutes_is_none(database: Database) -> None:
    await ticked(database, NOON, NOON + PAUSE, NOON + 2 * PAUSE + timedelta(seconds=1))
    assert await outage(database, NOON + MINUTE) is None
    assert await outage(database, NOON + PAUSE + MINUTE) is not None


async def test_a_tick_that_takes_long_is_no_outage(database: Database) -> None:
    await ticked(database, NOON, takes=HOUR)
    await ticked(database, NOON + HOUR + MINUTE)
    assert await outage(database, NOON + HOUR / 2) is None


async def test_of_before_the_first_tick_and_after_the_last_nothing_is_known(database: Database) -> None:
    await ticked(database, NOON)
    assert await outage(database, NOON - HOUR) is None
    assert await outage(database, NOON + HOUR) is None


async def test_a_clock_that_was_ahead_leaves_nothing_of_its_later_times(database: Database) -> None:
    """It ran ahead by five hours, was put right, and an hour later the coach really was away."""
    await ticked(database, NOON, NOON + 5 * HOUR, NOON + MINUTE, NOON + 2 * HOUR)
    assert await outage(database, NOON + HOUR) == Outage(NOON + MINUTE, NOON + 2 * HOUR)


async def test_old_times_are_forgotten(database: Database) -> None:
    await ticked(database, NOON, NOON + HOUR, NOON + timedelta(days=40))
    assert await rows(database) == 1
