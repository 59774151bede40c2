"""What keeps the database small, private and whole: once an hour a little, once a night the rest."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.columns import instant_of, seconds_of
from bot.store.database import Database
from bot.store.inbox import Inbox
from bot.store.integrity import Check
from bot.store.queries import read

_SQL = read("upkeep")


@dataclass(frozen=True, slots=True)
class LastUpkeep:
    """When the nightly upkeep last ran, and what was wrong with the file then."""

    at: datetime
    fault: str | None


class Housekeeping:
    """Each step holds the connection for a moment only; rewriting a file with traces in it is the one exception."""

    def __init__(self, database: Database, inbox: Inbox) -> None:
        self._database = database
        self._inbox = inbox
        self._check = Check(database.path)

    async def last(self) -> LastUpkeep | None:
        """Return what is remembered of the last night."""
        async with self._database.alone() as connection:
            row = await connection.row(_SQL["last"])
        return LastUpkeep(instant_of(row["ran_at"]), row["fault"]) if row else None

    async def hourly(self) -> None:
        """Empty the write-ahead log: it holds earlier versions of what was deleted since. Sweep a small file."""
        await self._database.sweep_small()

    async def nightly(self, now: datetime) -> str | None:
        """Check the file, then let expire what expires; return what is wrong. A damaged file is left as it is."""
        fault = await self._check.run()
        if fault is None:
            await self._inbox.purge(now)
            await self._database.sweep()
            await self._optimize()
        await self._record(now, fault)
        return fault

    def stop(self) -> None:
        """Break off a check that is under way: the bot ends."""
        self._check.stop()

    async def _optimize(self) -> None:
        async with self._database.alone() as connection:
            await connection.rows(_SQL["sample"])
            await connection.rows(_SQL["optimize"])

    async def _record(self, now: datetime, fault: str | None) -> None:
        async with self._database.alone() as connection:
            await connection.rows(_SQL["record"], {"now": seconds_of(now), "fault": fault})
