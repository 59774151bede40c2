"""The database: one file, one connection, one change at a time."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.store.connection import Connection
from bot.store.faults import NestedChange, StoreUnavailable
from bot.store.queries import read
from bot.store.records import Records, records_on
from bot.store.schema import migrate, migrations
from bot.store.traces import Traces

_SCHEME = "sqlite:///"
_SQL = read("inbox")


class Database:
    """Whoever opens a change or a look has the connection to themselves until it ends."""

    def __init__(self, connection: Connection, secret: bytes) -> None:
        self.secret = secret
        self._connection = connection
        self._traces = Traces(connection)
        self._records = records_on(connection, self._traces)
        self._lock = asyncio.Lock()
        self._holder: asyncio.Task[object] | None = None
        self._closed = False

    @classmethod
    async def open(cls, url: str, secret: bytes) -> "Database":
        """Open or create the database of `sqlite:///path`; StoreUnavailable says what stands in the way."""
        connection = Connection(_made(path_of(url)))
        try:
            await connection.open()
            await migrate(connection, migrations())
            database = cls(connection, secret)
            await database._traces.sweep_small()
        except sqlite3.Error as error:
            await connection.close()
            raise StoreUnavailable(f"The database {connection.path} cannot be used: {error}.") from error
        except BaseException:
            await connection.close()
            raise
        return database

    @property
    def path(self) -> Path:
        """The database file."""
        return self._connection.path

    async def close(self) -> None:
        """Wait for what is under way, then close; a second time changes nothing."""
        if not self._closed:
            async with self.alone() as connection:
                self._closed = True
                await connection.close()

    @asynccontextmanager
    async def change(self, key: str | None) -> AsyncIterator[Records]:
        """Open a transaction; on success the inbox row of that key (if any) becomes *applied* in the same commit."""
        async with self.alone() as connection:
            async with connection.transaction():
                yield self._records
                if key is not None:
                    await connection.rows(_SQL["applied"], {"update_key": key})
            await self._traces.sweep_fresh()

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Records]:
        """Read without changing anything."""
        async with self.alone():
            yield self._records

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[Connection]:
        """Have the connection to oneself, without a transaction."""
        task = asyncio.current_task()
        if task is not None and task is self._holder:
            raise NestedChange("this task has the store open already")
        async with self._lock:
            if self._closed:
                raise ValueError("the database is closed")
            self._holder = task
            try:
                await self._connection.mend()
                yield self._connection
            finally:
                self._holder = None

    async def sweep(self) -> None:
        """Rewrite the file if somebody was erased and traces may remain (nightly upkeep)."""
        async with self.alone():
            await self._traces.sweep()

    async def sweep_small(self) -> None:
        """Empty the write-ahead log, unless somebody reads it just now, and rewrite a small file that has traces."""
        async with self.alone():
            await self._traces.sweep_small()


def path_of(url: str) -> Path:
    """Return the file that `sqlite:///path` names; StoreUnavailable for anything else."""
    path = url.removeprefix(_SCHEME)
    if path == url or not path:
        raise StoreUnavailable(f"DATABASE_URL names no SQLite file; write it like {_SCHEME}data/coach.db.")
    return Path(path)


def _made(path: Path) -> Path:
    """Create the folder and an empty file that only its owner may read."""
    if path.is_dir():
        raise StoreUnavailable(f"The database {path} is a folder; name a file in it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreUnavailable(f"The database {path} cannot be created: {error.strerror}.") from error
    return path
