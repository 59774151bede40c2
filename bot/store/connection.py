"""The one connection: statements, transactions, and a new start after a failed rollback.

No statement may keep everybody waiting: one that takes too long is interrupted. Where even that does not help (a disk
that does not answer), the connection is left to its thread, and a new one opened.
"""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.store.faults import StoreStalled

Values = Mapping[str, object]

T = TypeVar("T")

log = logging.getLogger(__name__)

PATIENCE = 10.0
"""Seconds for a statement: more than another process's lock is waited for, a thousand times what one takes."""

FOR_REWRITING = 120.0
"""Seconds for rewriting the file, or its log; after three minutes the watchdog would end the program."""

GRACE = 2.0
"""Seconds for an interrupted statement to end, and for the rollback after it."""

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
        async with asyncio.timeout(PATIENCE):
            self._raw = await aiosqlite.connect(self._path, isolation_level=None)
        self._raw.row_factory = sqlite3.Row
        try:
            for setting in _SETTINGS:
                await self.rows(setting)
            self._sound = True
        finally:
            if not self._sound:
                await self.close()

    async def close(self) -> None:
        """Close what is open; what is stuck is left behind, and closes when it comes back."""
        raw, self._raw, self._sound = self._raw, None, False
        closing = raw.stop() if raw else None
        if closing and not (await asyncio.wait({closing}, timeout=GRACE))[0]:
            log.error("the database connection is stuck, and left behind")

    async def mend(self) -> None:
        """Connect anew if the last transaction may still hang open."""
        if not self._sound:
            await self.open()

    async def rows(self, sql: str, values: Values | None = None, patience: float | None = None) -> list[sqlite3.Row]:
        """Run one statement, in one trip to the connection's thread; StoreStalled when it takes too long."""
        return list(await self._within(patience or PATIENCE, self._open.execute_fetchall(sql, values or {})))

    async def row(self, sql: str, values: Values | None = None) -> sqlite3.Row | None:
        """Run one statement and return its first row."""
        rows = await self.rows(sql, values)
        return rows[0] if rows else None

    async def each(self, sql: str, values: Iterable[Values]) -> None:
        """Run one statement once for each set of values, in one trip."""
        await self._within(PATIENCE, self._open.executemany(sql, values))

    async def _within(self, patience: float, call: Awaitable[T]) -> T:
        try:
            async with asyncio.timeout(patience):
                return await call
        except TimeoutError as error:
            self._sound = False
            await self._open.interrupt()
            raise StoreStalled(f"a statement took more than {patience:g} s") from error

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
            async with asyncio.timeout(GRACE):
                await self._open.rollback()
            self._sound = True
        except (TimeoutError, sqlite3.Error, ValueError):  # aiosqlite's word for a lost connection is a ValueError
            await self.open()

    @property
    def _open(self) -> aiosqlite.Connection:
        if self._raw is None:
            raise ValueError("the database is closed")
        return self._raw
