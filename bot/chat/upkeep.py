"""What expires, expires: once an hour, with the ticker."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

EVERY = timedelta(hours=1)


class Expiring(Protocol):
    """Something whose rows do not stay for ever."""

    async def purge(self, now: datetime) -> None:
        """Delete what is too old."""


@dataclass(slots=True)
class Upkeep:
    """Runs at most once an hour, and first at the start."""

    inbox: Expiring
    last: datetime | None = None

    async def run(self, now: datetime) -> None:
        """Purge when an hour has passed, or when the clock went back."""
        if self.last is None or not timedelta(0) <= now - self.last < EVERY:
            await self.inbox.purge(now)
            self.last = now
