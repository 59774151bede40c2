"""The night's work on the database: what goes, what is checked, what is remembered, and that nobody waits for it."""

import asyncio
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store import Database, Inbox, InboxState, inbox as inbox_module, integrity
from bot.store.housekeeping import Housekeeping, LastUpkeep
from bot.store.integrity import BrokenOff, Check, fault_in

from .samples import ANNA, BEN, NOON, SECRET, joined, kept, message

PAGE = 4096
LATER = NOON + timedelta(days=7, seconds=1)


def damaged(path: Path, name: str = "inbox") -> None:
    """Overwrite the first page of a table or an index, as a bad disk would."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        [root] = connection.execute(query, (name,)).fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * PAGE)
        file.write(b"\xab" * PAGE)


async def many(inbox: Inbox, count: int) -> list[str]:
    kept = await inbox.keep(1, [message(n) for n in range(count)], NOON)
    for one in kept:
        await inbox.answered(one.key, empty_body=True)
    return [one.key for one in kept]


@pytest.fixture
def path(database: Database) -> Path:
    return database.path


@pytest.fixture
def housekeeping(database: Database, inbox: Inbox) -> Housekeeping:
    return Housekeeping(database, inbox)


async def test_before_the_first_night_nothing_is_remembered(housekeeping: Housekeeping) -> None:
    assert await housekeeping.last() is None


async def test_a_night_is_remembered_across_a_restart(database: Database, housekeeping: Housekeeping, url: str) -> None:
    assert await housekeeping.nightly(NOON) is None
    assert await housekeeping.nightly(LATER) is None
    await database.close()
    again = await Database.open(url, SECRET)
    assert await Housekeeping(again, Inbox(again)).last() == LastUpkeep(LATER, None)
    await again.close()


@pytest.mark.parametrize("step", [1, 3, 1000])
async def test_all_that_is_old_goes_whatever_the_size_of_a_step(
    step: int, housekeeping: Housekeeping, inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_module, "STEP", step)
    old = await many(inbox, 7)
    waiting = await kept(inbox, message(100))
    fresh = await kept(inbox, message(101), LATER)
    await inbox.answered(fresh)
    await housekeeping.nightly(LATER)
    assert [await inbox.state(key) for key in old] == [None] * 7
    assert [await inbox.state(key) for key in (waiting, fresh)] == [InboxState.OPEN, InboxState.ANSWERED]


async def test_what_took_effect_but_was_never_answered_goes_after_a_week(
    database: Database, housekeeping: Housekeeping, inbox: Inbox
) -> None:
    key = await kept(inbox, message(1))
    async with database.change(key):
        pass
    assert await inbox.state(key) is InboxState.APPLIED
    await housekeeping.nightly(LATER - timedelta(seconds=1))
    assert await inbox.state(key) is InboxState.APPLIED
    await housekeeping.nightly(LATER)
    assert await inbox.state(key) is None


async def test_updates_are_kept_between_the_steps_of_a_purge(
    inbox: Inbox, housekeeping: Housekeeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is let go after each step: whoever waits has their turn before the purge is over."""
    monkeypatch.setattr(inbox_module, "STEP", 1)
    await many(inbox, 30)
    purging = asyncio.create_task(inbox.purge(LATER))
    await asyncio.sleep(0)
    await kept(inbox, message(1000), LATER)
    assert not purging.done()
    await purging


async def test_a_damaged_file_is_told_remembered_and_left_as_it_is(
    database: Database, inbox: Inbox, url: str, path: Path
) -> None:
    await joined(database, ANNA)
    await many(inbox, 300)
    await database.close()
    damaged(path)
    again = await Database.open(url, SECRET)
    housekeeping = Housekeeping(again, Inbox(again))
    fault = await housekeeping.nightly(LATER)
    assert fault and fault.startswith("Page ")
    assert await housekeeping.last() == LastUpkeep(LATER, fault)
    await again.close()


def test_what_is_no_database_is_a_fault_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("Dear diary, " * 1000)
    connection = sqlite3.connect(tmp_path / "diary")
    assert fault_in(connection) == "file is not a database"
    connection.close()


async def test_a_check_is_broken_off_when_the_bot_ends(
    inbox: Inbox, housekeeping: Housekeeping, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "STEPS", 1)
    await many(inbox, 50)
    check = Check(path)
    assert await check.run() is None
    check.stop()
    with pytest.raises(BrokenOff):
        await check.run()
    housekeeping.stop()
    with pytest.raises(BrokenOff):
        await housekeeping.nightly(LATER)
    assert await housekeeping.last() is None


async def test_while_the_file_is_checked_others_write(
    database: Database, inbox: Inbox, housekeeping: Housekeeping
) -> None:
    await many(inbox, 2000)
    night = asyncio.create_task(housekeeping.nightly(NOON))
    await kept(inbox, message(9000))
    await joined(database, BEN)
    assert await night is None


async def test_a_reader_does_not_keep_everybody_waiting_for_the_log(
    database: Database, inbox: Inbox, path: Path
) -> None:
    """With the usual patience of five seconds the time-out would come first."""
    await kept(inbox, message(1))
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM inbox").fetchall()
    await kept(inbox, message(2))
    async with asyncio.timeout(3):
        await database.sweep_small()
    assert path.with_name("coach.db-wal").stat().st_size > 0
    reader.close()
    await database.sweep_small()
    assert path.with_name("coach.db-wal").stat().st_size == 0
    async with database.alone() as connection:
        assert (await connection.rows("PRAGMA busy_timeout"))[0][0] == 5000
