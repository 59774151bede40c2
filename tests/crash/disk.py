"""The bot's database seen from outside while the bot runs, and held so that the bot cannot write to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 5.0  # seconds; the bot's own transactions are short


class Disk:
    """A view of the database that leaves no trace: the next start finds the journal as the kill left it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self._holder: sqlite3.Connection | None = None
        self.rows("SELECT count(*) FROM inbox")  # only a connection that has read something is there for others

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        return self._reader.execute(query, values).fetchall()

    def has(self, query: str) -> bool:
        return bool(self.rows(f"{query} LIMIT 1"))

    def hold(self) -> None:
        """From now on the bot's commits wait, until we let go."""
        self._holder = self._holder or sqlite3.connect(self._path, isolation_level=None, timeout=PATIENCE)
        self._holder.execute("BEGIN IMMEDIATE")

    def let_go(self) -> None:
        """The reader is still there, so this is not the last connection, which would empty the journal."""
        if self._holder:
            self._holder.close()
            self._holder = None

    def faults(self) -> list[str]:
        """What SQLite itself finds wrong."""
        broken = [text for (text,) in self.rows("PRAGMA integrity_check") if text != "ok"]
        return broken + [str(row) for row in self.rows("PRAGMA foreign_key_check")]

    def close(self) -> None:
        self.let_go()
        self._reader.close()


@contextmanager
def opened(folder: Path) -> Iterator[Disk]:
    with closing(Disk(folder / "coach.db")) as disk:
        yield disk
