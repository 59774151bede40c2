"""Workouts moved to another day, or let go."""

from collections.abc import Mapping
from datetime import date

from bot.store.columns import day_of, maybe
from bot.store.connection import Connection
from bot.store.queries import read

_SQL = read("moves")


class Moves:
    """One row per planned day that was given up, for another or for none."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of(self, athlete: int, since: date) -> Mapping[date, date | None]:
        """Return moves by the day a workout was planned for, where that day or the new one is `since` or later."""
        rows = await self._connection.rows(_SQL["of"], {"athlete": athlete, "since": since.isoformat()})
        return {day_of(row["day"]): maybe(day_of, row["moved_to"]) for row in rows}

    async def put(self, athlete: int, moves: Mapping[date, date | None], on: date | None = None) -> None:
        """Add or replace moves; those made on a day can be taken back."""
        given = {"athlete": athlete, "made_on": maybe(str, on)}
        values = [{**given, "day": str(day), "moved_to": maybe(str, to)} for day, to in moves.items()]
        await self._connection.each(_SQL["put"], values)

    async def take_back(self, athlete: int, on: date) -> bool:
        """Put what was last moved on a day where it was before; False when there is nothing of the kind."""
        return bool(await self._connection.rows(_SQL["take_back"], {"athlete": athlete, "made_on": str(on)}))

    async def clear(self, athlete: int) -> None:
        """Forget all moves: the plan itself has changed."""
        await self._connection.rows(_SQL["clear"], {"athlete": athlete})
