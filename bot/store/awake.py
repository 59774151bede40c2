"""From when to when the ticker ran, so that an outage can be told."""

from datetime import datetime, timedelta

from bot.domain.outage import PAUSE, Outage
from bot.store.columns import instant_of, seconds_of
from bot.store.connection import Connection
from bot.store.queries import read

KEPT_FOR = timedelta(days=30)

_SQL = read("awake")


class Awake:
    """One row per time without a longer pause; the newest grows with every tick."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def ticked(self, began: datetime, now: datetime) -> None:
        """Note a tick that began then and ends now."""
        newest = await self._connection.row(_SQL["newest"])
        if newest and timedelta(0) <= began - instant_of(newest["until"]) <= PAUSE:
            await self._connection.rows(_SQL["go_on"], {"id": newest["id"], "now": seconds_of(now)})
            return
        times = {"began": seconds_of(began), "now": seconds_of(now)}
        await self._connection.rows(_SQL["shorten"], {"began": times["began"]})
        await self._connection.rows(_SQL["forget"], {"month_ago": seconds_of(now - KEPT_FOR)})
        await self._connection.rows(_SQL["begin"], times)

    async def outage_at(self, instant: datetime) -> Outage | None:
        """Return the outage that an instant lies in, None when the ticker ran or nothing is known."""
        row = await self._connection.row(_SQL["outage"], {"at": seconds_of(instant)})
        if row is None or row["since"] is None or row["until"] is None:
            return None
        return Outage(instant_of(row["since"]), instant_of(row["until"]))
