"""What erasing leaves behind in the file, and how it is swept away.

`secure_delete` alone is not enough: pages keep copies of rows they once held, and inner pages keep ids as signposts.
"""

import logging
from sqlite3 import OperationalError

from bot.store.connection import FOR_REWRITING, Connection
from bot.store.queries import read

LARGE = 64_000_000
"""Bytes from which rewriting the file would keep everybody waiting, and is left to the night."""

_SQL = read("traces")
_LATER = "Erased, but not swept from the file yet; the nightly upkeep tries again: %s"
_LOG = logging.getLogger(__name__)


class Traces:
    """Sweeps the file once somebody was erased; a mark in the same transaction survives a crash in between."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._fresh = False

    async def note(self) -> None:
        """Mark, within the transaction that erases, that there is something to sweep."""
        await self._connection.rows(_SQL["note"])
        self._fresh = True

    async def sweep_fresh(self) -> None:
        """Sweep what was erased just now; a large file is only emptied of its log, and rewritten at night."""
        if not self._fresh:
            return
        self._fresh = False
        if self._connection.path.stat().st_size < LARGE:
            await self._sweep()
        else:
            await self._connection.rows(_SQL["empty_log"], patience=FOR_REWRITING)

    async def sweep(self) -> None:
        """Sweep what earlier times left, and empty the write-ahead log."""
        if await self._connection.row(_SQL["noted"]):
            await self._sweep()
        else:
            await self._connection.rows(_SQL["empty_log"], patience=FOR_REWRITING)

    async def _sweep(self) -> None:
        """Write the file anew; whoever reads it meanwhile (a backup) can prevent that, then the mark stays."""
        try:
            await self._connection.rows(_SQL["rewrite"], patience=FOR_REWRITING)
            [log] = await self._connection.rows(_SQL["empty_log"], patience=FOR_REWRITING)
        except OperationalError as error:
            _LOG.warning(_LATER, error)
            return
        if log["busy"]:
            _LOG.warning(_LATER, "the log is being read")
            return
        await self._connection.rows(_SQL["swept"])
