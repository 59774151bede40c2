"""What erasing leaves behind in the file, and how it is swept away.

`secure_delete` alone is not enough: pages keep copies of rows they once held, and inner pages keep ids as signposts.
"""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.store.connection import FOR_REWRITING, Connection
from bot.store.queries import read

LARGE = 64_000_000
"""Bytes from which rewriting the file would keep everybody waiting, and is left to the night."""

RESTS = 9
"""How many times longer than a sweep took nothing is swept after it: who deletes again and again slows nobody."""

_SQL = read("traces")
_LATER = "Erased, but not swept from the file yet; upkeep tries again: %s"
_LOG = logging.getLogger(__name__)


class Traces:
    """Sweeps the file once somebody was erased; a mark in the same transaction survives a crash in between.

    The erasing itself is committed by then, so whatever fails here is logged and left to the next night.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._fresh = False
        self._rested_at = 0.0

    async def note(self) -> None:
        """Mark, within the transaction that erases, that there is something to sweep."""
        await self._connection.rows(_SQL["note"])
        self._fresh = True

    async def sweep_fresh(self) -> None:
        """Sweep what was erased just now, or lately, while this rested.

        A large file is only emptied of its log, and rewritten at night.
        """
        loop = asyncio.get_running_loop()
        begun = loop.time()
        if self._fresh and begun >= self._rested_at:
            self._fresh = False
            await self.sweep_small()
            self._rested_at = loop.time() + RESTS * (loop.time() - begun)

    async def sweep_small(self) -> None:
        """Sweep what earlier times left in a small file, and empty the write-ahead log."""
        try:
            small = self._connection.path.stat().st_size < LARGE
        except OSError as error:
            _LOG.warning(_LATER, error)
            return
        await (self.sweep() if small else self.empty_log())

    async def sweep(self) -> None:
        """Write the file anew if it is marked, and empty the write-ahead log.

        Whoever reads the file meanwhile (a backup) can prevent that; then the mark stays.
        """
        try:
            marked = await self._connection.row(_SQL["noted"])
            if marked:
                await self._connection.rows(_SQL["rewrite"], patience=FOR_REWRITING)
            emptied = await self._emptied()
            if marked and emptied:
                await self._connection.rows(_SQL["swept"])
            elif marked:
                _LOG.warning(_LATER, "the file is being read")
        except (sqlite3.Error, ValueError) as error:  # aiosqlite's word for a lost connection is a ValueError
            _LOG.warning(_LATER, error)

    async def empty_log(self) -> None:
        """Empty the write-ahead log; what a reader prevents now, the next hour does."""
        try:
            await self._emptied()
        except (sqlite3.Error, ValueError) as error:
            _LOG.warning("The write-ahead log could not be emptied; the next hour tries again: %s", error)

    async def _emptied(self) -> bool:
        async with self._impatient():
            [log] = await self._connection.rows(_SQL["empty_log"], patience=FOR_REWRITING)
        return not log["busy"]

    @asynccontextmanager
    async def _impatient(self) -> AsyncIterator[None]:
        """Wait for no reader: with the usual patience a backup would keep everybody waiting for five seconds."""
        await self._connection.rows(_SQL["wait_for_nobody"])
        try:
            yield
        finally:
            await self._connection.rows(_SQL["wait_as_usual"])
