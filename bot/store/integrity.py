"""Whether the file is whole, read on a connection of its own, so that nobody waits for it."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event

from bot.store.queries import read

STEPS = 10_000
"""Steps of SQLite's own machine between two looks at whether to go on: well under a millisecond."""

_SQL = read("upkeep")
_WHOLE = "ok"
_HEADING = "*** in database main *** "


class BrokenOff(Exception):
    """The check was asked to end before it was done."""


def address(path: Path) -> str:
    """Return the URI of a database file that has to be there, whatever signs are in its path.

    Not `mode=ro`: such a connection cannot take its -wal and -shm away again when it was the only one.
    """
    return f"{path.resolve().as_uri()}?mode=rw"


def fault_in(connection: sqlite3.Connection) -> str | None:
    """Return what a quick check finds, None for a whole file; BrokenOff when it was interrupted."""
    try:
        [said] = connection.execute(_SQL["check"]).fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise BrokenOff from None
        return str(error)
    return None if said == _WHOLE else " ".join(str(said).split()).removeprefix(_HEADING)


class Check:
    """Checks in a thread, until it is stopped for good."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stopped = Event()

    async def run(self) -> str | None:
        """Return what is wrong with the file, None when it is whole."""
        return await asyncio.to_thread(self._run)

    def stop(self) -> None:
        """Break off what is under way, and whatever would come after."""
        self._stopped.set()

    def _run(self) -> str | None:
        with closing(sqlite3.connect(address(self._path), uri=True)) as connection:
            connection.set_progress_handler(self._stopped.is_set, STEPS)
            return fault_in(connection)
