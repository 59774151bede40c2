"""Milestones earned, once each."""

from datetime import date

from bot.domain.progress import Milestone
from bot.store.connection import Connection
from bot.store.queries import read

_SQL = read("milestones")


class Milestones:
    """One row per athlete and milestone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def earned(self, athlete: int) -> frozenset[Milestone]:
        """Return what was earned so far."""
        rows = await self._connection.rows(_SQL["earned"], {"athlete": athlete})
        return frozenset(Milestone(row["milestone"]) for row in rows)

    async def add(self, athlete: int, milestone: Milestone, day: date) -> None:
        """Record one; a second time changes nothing."""
        values = {"athlete": athlete, "milestone": milestone.value, "day": day.isoformat()}
        await self._connection.rows(_SQL["add"], values)
