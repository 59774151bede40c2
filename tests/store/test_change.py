"""A change is made whole or not at all, and by one task at a time."""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.athlete import Athlete
from bot.store import Database, Inbox, InboxState, NestedChange
from bot.store.connection import Connection

from .samples import ANNA, BEN, NOON, SECRET, joined, kept, message


class Failed(Exception):
    """What a use case may raise."""


LENGTH = Athlete(ANNA, "en").length


async def lengths(database: Database, *people: int) -> list[int | None]:
    async with database.look() as records:
        found = [await records.athletes.get(person) for person in people]
    return [athlete.length if athlete else None for athlete in found]


async def test_a_failed_change_leaves_nothing_and_its_update_open(database: Database, inbox: Inbox) -> None:
    key = await kept(inbox, message(1))

    async def fail() -> None:
        async with database.change(key) as records:
            await records.athletes.save(Athlete(ANNA, "en"))
            raise Failed

    with pytest.raises(Failed):
        await fail()
    assert await lengths(database, ANNA) == [None]
    assert await inbox.state(key) is InboxState.OPEN


async def test_the_update_is_applied_in_the_same_commit(database: Database, inbox: Inbox) -> None:
    key = await kept(inbox, message(1))
    async with database.change(key) as records:
        await records.athletes.save(Athlete(ANNA, "en"))
    assert await inbox.state(key) is InboxState.APPLIED


async def test_an_answered_update_never_goes_back_to_applied(database: Database, inbox: Inbox) -> None:
    key = await kept(inbox, message(1))
    await inbox.answered(key)
    async with database.change(key):
        pass
    assert await inbox.state(key) is InboxState.ANSWERED


@pytest.mark.parametrize("turns", range(12))
async def test_a_cancelled_change_is_whole_or_nothing(database: Database, inbox: Inbox, turns: int) -> None:
    key = await kept(inbox, message(1))

    async def change() -> None:
        async with database.change(key) as records:
            await records.athletes.save(Athlete(ANNA, "en"))
            await records.athletes.save(Athlete(BEN, "en"))

    task = asyncio.create_task(change())
    for _ in range(turns):
        await asyncio.sleep(0.0002)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    both = await lengths(database, ANNA, BEN)
    state = await inbox.state(key)
    assert (both, state) in [([None, None], InboxState.OPEN), ([LENGTH, LENGTH], InboxState.APPLIED)]


async def test_a_timed_out_change_is_rolled_back_and_the_next_one_works(database: Database) -> None:
    async def stall() -> None:
        async with asyncio.timeout(0.02), database.change(None) as records:
            await records.athletes.save(Athlete(ANNA, "en"))
            await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        await stall()
    await joined(database, BEN)
    assert await lengths(database, ANNA, BEN) == [None, LENGTH]


async def test_two_tasks_never_share_a_transaction(database: Database) -> None:
    await joined(database, ANNA)

    async def longer() -> None:
        async with database.change(None) as records:
            athlete = await records.athletes.get(ANNA)
            assert athlete
            await asyncio.sleep(0)
            await records.athletes.save(replace(athlete, length=athlete.length + 1))

    async def failing() -> None:
        async with database.change(None) as records:
            await records.athletes.save(Athlete(ANNA, "en", length=0))
            await asyncio.sleep(0)
            raise Failed

    results = await asyncio.gather(*(f() for f in [longer, failing] * 20), return_exceptions=True)
    assert [type(result) for result in results] == [type(None), Failed] * 20
    assert await lengths(database, ANNA) == [LENGTH + 20]


async def test_a_look_never_sees_half_a_change(database: Database) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def change() -> None:
        async with database.change(None) as records:
            await records.athletes.save(Athlete(ANNA, "en"))
            started.set()
            await go_on.wait()
            await records.athletes.save(Athlete(BEN, "en"))

    async with asyncio.TaskGroup() as group:
        group.create_task(change())
        await started.wait()
        look = group.create_task(lengths(database, ANNA, BEN))
        await asyncio.sleep(0.01)
        assert not look.done()
        go_on.set()
    assert look.result() == [LENGTH, LENGTH]


async def test_a_change_inside_a_change_is_refused_at_once(database: Database) -> None:
    async with database.change(None):
        with pytest.raises(NestedChange):
            async with database.change(None):
                pass
        with pytest.raises(NestedChange):
            async with database.look():
                pass
    await joined(database, ANNA)


async def test_a_database_with_a_broken_connection_connects_anew(tmp_path: Path) -> None:
    connection = Connection(tmp_path / "coach.db")
    await connection.open()
    await connection.rows("CREATE TABLE words (word TEXT)")

    async def lose_it() -> None:
        async with connection.transaction():
            await connection.rows("INSERT INTO words VALUES ('half')")
            await connection.close()
            raise Failed

    with pytest.raises(Failed):
        await lose_it()
    assert await connection.rows("SELECT word FROM words") == []
    await connection.close()


async def test_a_transaction_that_hung_open_is_mended_before_the_next(tmp_path: Path) -> None:
    connection = Connection(tmp_path / "coach.db")
    await connection.open()
    await connection.rows("CREATE TABLE words (word TEXT)")
    await connection.rows("BEGIN")
    await connection.rows("INSERT INTO words VALUES ('half')")
    with pytest.raises(Exception, match="within a transaction"):
        async with connection.transaction():
            pass
    async with connection.transaction():
        await connection.rows("INSERT INTO words VALUES ('whole')")
    assert [row["word"] for row in await connection.rows("SELECT word FROM words")] == ["whole"]
    await connection.close()


async def test_a_closed_database_says_so(url: str) -> None:
    database = await Database.open(url, SECRET)
    await database.close()
    await database.close()
    with pytest.raises(ValueError, match="closed"):
        async with database.look():
            pass


KILLED = """
import asyncio, os, sys
from bot.domain.athlete import Athlete
from bot.store import Database

async def main():
    database = await Database.open(sys.argv[1], b"secret")
    async with database.change(None) as records:
        await records.athletes.save(Athlete(1, "en"))
    async with database.change(None) as records:
        await records.athletes.save(Athlete(1, "en", length=0))
        await records.athletes.save(Athlete(2, "en"))
        os._exit(9)

asyncio.run(main())
"""


async def test_a_killed_change_leaves_nothing_and_the_one_before_stays(url: str) -> None:
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", KILLED, url)
    assert await killed.wait() == 9
    database = await Database.open(url, SECRET)
    try:
        assert await lengths(database, 1, 2) == [LENGTH, None]
    finally:
        await database.close()


async def test_time_is_seconds_and_nothing_else_is_lost(database: Database) -> None:
    await joined(database, ANNA)
    async with database.change(None) as records:
        await records.athletes.save(Athlete(ANNA, "en", level_since=NOON.replace(microsecond=999_999)))
        athlete = await records.athletes.get(ANNA)
    assert athlete == Athlete(ANNA, "en", level_since=NOON)
