"""The ledger of deliveries: what was sent, or why not."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from sqlite3 import Row

from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState
from bot.store.columns import day_of, instant_of, maybe, seconds_of
from bot.store.connection import Connection
from bot.store.queries import read

_SQL = read("deliveries")


class Deliveries:
    """One row per promise to write to an athlete."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(
        self,
        athlete: int,
        kind: DeliveryKind,
        day: date,
        ordinal: int,
        due_at: datetime,
        state: DeliveryState,
        wording: str | None,
    ) -> Delivery | None:
        """Add a delivery; None when this one, or for workout and rest any of that day, exists already."""
        values = {
            "athlete": athlete,
            "kind": kind.value,
            "day": day.isoformat(),
            "ordinal": ordinal,
            "due_at": seconds_of(due_at),
            "state": state.value,
            "wording": wording,
        }
        return maybe(_delivery, await self._connection.row(_SQL["add"], values))

    async def due(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Return deliveries in state due whose time has come, earliest first."""
        rows = await self._connection.rows(_SQL["due"], {"now": seconds_of(now), "limit": limit})
        return [_delivery(row) for row in rows]

    async def mark(
        self,
        id: int,
        state: DeliveryState,
        now: datetime,
        message_id: int | None = None,
        wording: str | None = None,
    ) -> None:
        """Set a delivery's state (and message, and wording, when given)."""
        values = {
            "id": id,
            "state": state.value,
            "now": seconds_of(now),
            "message_id": message_id,
            "wording": wording,
        }
        await self._connection.rows(_SQL["mark"], values)

    async def get(self, athlete: int, id: int) -> Delivery | None:
        """Return a delivery of this athlete."""
        return maybe(_delivery, await self._connection.row(_SQL["get"], {"athlete": athlete, "id": id}))

    async def on_day(self, athlete: int, day: date) -> Sequence[Delivery]:
        """Return the deliveries of one day, oldest first."""
        rows = await self._connection.rows(_SQL["on_day"], {"athlete": athlete, "day": day.isoformat()})
        return [_delivery(row) for row in rows]

    async def latest_day(self, athlete: int) -> date | None:
        """Return the newest day that has a workout or rest delivery, whatever became of it."""
        [row] = await self._connection.rows(_SQL["latest_day"], {"athlete": athlete})
        return maybe(day_of, row["day"])

    async def wordings(self, athlete: int, kind: DeliveryKind) -> Mapping[str, int]:
        """Count how often each wording was used for this athlete."""
        rows = await self._connection.rows(_SQL["wordings"], {"athlete": athlete, "kind": kind.value})
        return {row["wording"]: row["times"] for row in rows}

    async def recover(self, now: datetime) -> None:
        """After a crash: claimed becomes due again, sending becomes uncertain."""
        await self._connection.rows(_SQL["recover"], {"now": seconds_of(now)})


def _delivery(row: Row) -> Delivery:
    return Delivery(
        id=row["id"],
        athlete=row["athlete"],
        kind=DeliveryKind(row["kind"]),
        day=day_of(row["day"]),
        ordinal=row["ordinal"],
        due_at=instant_of(row["due_at"]),
        state=DeliveryState(row["state"]),
        wording=row["wording"],
        message_id=row["message_id"],
    )
