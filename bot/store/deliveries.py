"""The ledger of deliveries: what was sent, or why not."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from sqlite3 import Row

from bot.domain.delivery import LEASE, Delivery, DeliveryKind, DeliveryState, Unneeded
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
        *,
        because: Unneeded | None = None,
        now: datetime | None = None,
    ) -> Delivery | None:
        """Add a delivery, a claimed one with its lease; None when it, or any other than a snooze that day, exists."""
        claimed = state is DeliveryState.CLAIMED and now is not None
        values = {
            "athlete": athlete,
            "kind": kind.value,
            "day": day.isoformat(),
            "ordinal": ordinal,
            "due_at": seconds_of(due_at),
            "state": state.value,
            "wording": wording,
            "because": maybe(str, because),
            "now": maybe(seconds_of, now),
            "token": int(claimed),
            "lease_until": seconds_of(now + LEASE) if now and claimed else None,
        }
        return maybe(_delivery, await self._connection.row(_SQL["add"], values))

    async def due(self, now: datetime, limit: int) -> Sequence[Delivery]:
        """Return what is due and whose time has come, and what somebody held until their lease ran out."""
        values = {"now": seconds_of(now), "latest": seconds_of(now + LEASE), "limit": limit}
        return [_delivery(row) for row in await self._connection.rows(_SQL["due"], values)]

    async def claim(self, delivery: Delivery, now: datetime, wording: str) -> Delivery | None:
        """Take a delivery until its lease runs out; None when somebody else took it meanwhile."""
        values = {**_held(delivery, now), "wording": wording, "lease_until": seconds_of(now + LEASE)}
        return maybe(_delivery, await self._connection.row(_SQL["claim"], values))

    async def leave(self, delivery: Delivery, now: datetime) -> bool:
        """Note that the request leaves now; False when the delivery is not ours any more."""
        values = {**_held(delivery, now), "lease_until": seconds_of(now + LEASE)}
        return await self._connection.row(_SQL["leave"], values) is not None

    async def give_back(self, delivery: Delivery, now: datetime, again_at: datetime) -> None:
        """Let a delivery that never left be due again, not before `again_at`."""
        values = {**_held(delivery, now), "again_at": seconds_of(again_at)}
        await self._connection.rows(_SQL["give_back"], values)

    async def mark(
        self,
        delivery: Delivery,
        state: DeliveryState,
        now: datetime,
        *,
        message_id: int | None = None,
        because: Unneeded | None = None,
    ) -> bool:
        """Set a delivery's state; False when it is not ours any more, or has come to its end."""
        values = {
            **_held(delivery, now),
            "state": state.value,
            "message_id": message_id,
            "because": maybe(str, because),
        }
        return await self._connection.row(_SQL["mark"], values) is not None

    async def call_off(self, athlete: int, day: date, because: Unneeded, now: datetime) -> None:
        """Let nothing more be sent about a day, not even what is claimed already."""
        values = {"athlete": athlete, "day": day.isoformat(), "because": because.value, "now": seconds_of(now)}
        await self._connection.rows(_SQL["call_off"], values)

    async def get(self, athlete: int, id: int) -> Delivery | None:
        """Return a delivery of this athlete."""
        return maybe(_delivery, await self._connection.row(_SQL["get"], {"athlete": athlete, "id": id}))

    async def on_day(self, athlete: int, day: date) -> Sequence[Delivery]:
        """Return the deliveries of one day, oldest first."""
        rows = await self._connection.rows(_SQL["on_day"], {"athlete": athlete, "day": day.isoformat()})
        return [_delivery(row) for row in rows]

    async def latest_day(self, athlete: int) -> date | None:
        """Return the newest day that has a delivery other than a snooze, whatever became of it."""
        [row] = await self._connection.rows(_SQL["latest_day"], {"athlete": athlete})
        return maybe(day_of, row["day"])

    async def latest_weekly(self, athlete: int) -> date | None:
        """Return the day of the newest weekly reminder that was sent, surely or perhaps."""
        [row] = await self._connection.rows(_SQL["latest_weekly"], {"athlete": athlete})
        return maybe(day_of, row["day"])

    async def before(self, athlete: int, day: date) -> Delivery | None:
        """Return the newest delivery of an earlier day, whatever became of it."""
        return maybe(
            _delivery, await self._connection.row(_SQL["before"], {"athlete": athlete, "day": day.isoformat()})
        )

    async def latest_sent(self, athlete: int) -> DeliveryKind | None:
        """Return the kind of the newest message that was sent, surely or perhaps."""
        row = await self._connection.row(_SQL["latest_sent"], {"athlete": athlete})
        return DeliveryKind(row["kind"]) if row else None

    async def wordings(self, athlete: int, kind: DeliveryKind) -> Mapping[str, int]:
        """Count how often each wording was used for this athlete."""
        rows = await self._connection.rows(_SQL["wordings"], {"athlete": athlete, "kind": kind.value})
        return {row["wording"]: row["times"] for row in rows}

    async def recover(self, now: datetime) -> None:
        """After a start: claimed becomes due again, sending becomes uncertain, and what was put off is due now."""
        await self._connection.rows(_SQL["count_uncertain"])
        await self._connection.rows(_SQL["recover"], {"now": seconds_of(now)})
        await self._connection.rows(_SQL["wait_no_more"])


def _held(delivery: Delivery, now: datetime) -> dict[str, object]:
    return {"id": delivery.id, "token": delivery.token, "now": seconds_of(now)}


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
        because=maybe(Unneeded, row["because"]),
        marked_at=maybe(instant_of, row["marked_at"]),
        token=row["token"],
    )
