"""The due table: for each athlete with a reminder, the next day and instant."""

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Row

from bot.domain.due import Due
from bot.store.columns import day_of, instant_of, maybe, seconds_of
from bot.store.connection import Connection
from bot.store.queries import read

_SQL = read("reminders")


class Reminders:
    """One row per athlete whose reminder is armed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def arm(self, athlete: int, due: Due | None) -> None:
        """Set the next due instant, or clear it."""
        if due is None:
            await self._connection.rows(_SQL["clear"], {"athlete": athlete})
            return
        values = {"athlete": athlete, "day": due.day.isoformat(), "at": seconds_of(due.at)}
        await self._connection.rows(_SQL["arm"], values)

    async def advance(self, athlete: int, served: Due, following: Due) -> bool:
        """Go on to the following instant, if the one served is still the one that is armed."""
        values = {
            "athlete": athlete,
            "day": served.day.isoformat(),
            "at": seconds_of(served.at),
            "next_day": following.day.isoformat(),
            "next_at": seconds_of(following.at),
        }
        return await self._connection.row(_SQL["advance"], values) is not None

    async def of(self, athlete: int) -> Due | None:
        """Return what is armed."""
        return maybe(_due, await self._connection.row(_SQL["of"], {"athlete": athlete}))

    async def due(self, now: datetime, limit: int) -> Sequence[tuple[int, Due]]:
        """Return athletes whose reminder is due at `now`, earliest first."""
        rows = await self._connection.rows(_SQL["due"], {"now": seconds_of(now), "limit": limit})
        return [(row["athlete"], _due(row)) for row in rows]

    async def earliest(self) -> datetime | None:
        """Return the earliest instant at which anything falls due: a reminder, or a delivery in state due."""
        [row] = await self._connection.rows(_SQL["earliest"])
        return maybe(instant_of, row["at"])


def _due(row: Row) -> Due:
    return Due(day_of(row["next_day"]), instant_of(row["next_due_at"]))
