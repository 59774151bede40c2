"""A statement that does not come back keeps nobody waiting for long."""

import threading
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.store import Database, connection as connections
from bot.store.connection import Connection
from bot.store.faults import StoreStalled

from .samples import ANNA, BEN, joined

ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.2)
    monkeypatch.setattr(connections, "GRACE", 0.2)


@pytest.fixture
def stuck() -> Iterator[threading.Event]:
    """Set it, and what is stuck goes on."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
async def apart(database: Database) -> AsyncIterator[Connection]:
    """A second connection to the same file."""
    async with database.alone() as first:
        path = first.path
    second = Connection(path)
    await second.open()
    yield second
    await second.close()


async def people(database: Database) -> int:
    async with database.alone() as connection:
        [row] = await connection.rows("SELECT count(*) AS people FROM athletes")
        return int(row["people"])


async def test_a_look_that_stalls_is_interrupted_and_the_next_works(database: Database) -> None:
    async with database.alone() as connection:
        with pytest.raises(StoreStalled):
            await connection.rows(ENDLESS)
    assert await people(database) == 0


async def test_a_change_that_stalls_is_rolled_back_and_its_lock_is_free(database: Database, apart: Connection) -> None:
    async def stall() -> None:
        async with database.alone() as connection, connection.transaction():
            await connection.rows("INSERT INTO last_ids VALUES ('half', 1)")
            await connection.rows(ENDLESS)

    with pytest.raises(StoreStalled):
        await stall()
    async with apart.transaction():  # another process is not kept out either
        assert await apart.rows("SELECT * FROM last_ids WHERE name = 'half'") == []
    await joined(database, ANNA, BEN)
    assert await people(database) == 2


async def test_a_connection_that_cannot_be_interrupted_is_left_behind(
    database: Database, stuck: threading.Event, apart: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    async def stall() -> None:
        async with database.alone() as connection, connection.transaction():
            await connection._open.create_function("stall", 0, stuck.wait)
            await connection.rows("SELECT stall()")

    with pytest.raises(StoreStalled):
        await stall()
    assert "left behind" in caplog.text
    assert await people(database) == 0  # in a new connection, while the old one is stuck still
    stuck.set()
    await joined(database, ANNA)
    assert await people(database) == 1


async def test_what_may_take_long_is_given_longer(database: Database) -> None:
    slow = f"SELECT max(x) FROM ({ENDLESS.replace('SELECT count(*)', 'SELECT x')} LIMIT 1500000)"
    async with database.alone() as connection:
        with pytest.raises(StoreStalled):
            await connection.rows(ENDLESS, patience=0.01)
        await connection.mend()
        assert await connection.rows(slow, patience=60)
