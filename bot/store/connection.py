"""The one connection: statements, transactions, and a new start after a failed rollback."""

import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import aiosqlite

Values = Mapping[str, object]

_SETTINGS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


class Connection:
    """A connection to one file; whoever uses it holds the database's lock."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._raw: aiosqlite.Connection | None = None
        self._sound = False

    @property
    def path(self) -> Path:
        """The database file."""
        return self._path

    async def open(self) -> None:
        """Connect anew, whatever became of the connection before; one that is half open is closed again."""
        await self.close()
        self._raw = await aiosqlite.connect(self._path, isolation_level=None)
        self._raw.row_factory = sqlite3.Row
        try:
            for setting in _SETTINGS:
                await self._raw.execute_fetchall(setting)
            self._sound = True
        finally:
            if not self._sound:
                await self.close()

    async def close(self) -> None:
        """Close what is open."""
        raw, self._raw, self._sound = self._raw, None, False
        if raw is not None:
            await raw.close()

    async def mend(self) -> None:
        """Connect anew if the last transaction may still hang open."""
        if not self._sound:
            await self.open()

    async def rows(self, sql: str, values: Values | None = None) -> list[sqlite3.Row]:
        """Run one statement, in one trip to the connection's thread."""
        return list(await self._open.execute_fetchall(sql, values or {}))

    async def row(self, sql: str, values: Values | None = None) -> sqlite3.Row | None:
        """Run one statement and return its first row."""
        rows = await self.rows(sql, values)
        return rows[0] if rows else None

    async def each(self, sql: str, values: Iterable[Values]) -> None:
        """Run one statement once for each set of values, in one trip."""
        await self._open.executemany(sql, values)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """All or nothing, also when the task is cancelled in the middle.

        What a cancelled task had under way still runs in the connection's thread, and the rollback after it.
        """
        self._sound = False
        try:
            await self.rows("BEGIN IMMEDIATE")
            yield
            await self.rows("COMMIT")
            self._sound = True
        finally:
            if not self._sound:
                await self._roll_back()

    async def _roll_back(self) -> None:
        try:
            await self._open.rollback()
            self._sound = True
        except (sqlite3.Error, ValueError):  # aiosqlite's word for a lost connection is a ValueError
            await self.open()

    @property
    def _open(self) -> aiosqlite.Connection:
        if self._raw is None:
            raise ValueError("the database is closed")
        return self._raw
