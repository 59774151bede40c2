"""What time it is: the system's clock, or one that a local Telegram moves."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import aiohttp

log = logging.getLogger(__name__)

GLANCE = 5.0
JUMP = timedelta(seconds=2)
MOVED = timedelta(seconds=0.5)
HOLD = 20
POLITE = 1.0


Waiting = Callable[[], Awaitable[datetime | None]]
"""Waits until nothing is under way, and says what we wait for next."""


def _wall() -> datetime:
    return datetime.now(UTC)


class SystemClock:
    """The system's clock; it may be set by hand, or by NTP.

    It stands so far from the monotonic one; when that distance changes, by one jump or many small ones, it was set.
    Jumps while nobody looks are noticed at the next look.
    """

    def __init__(self, wall: Callable[[], datetime] = _wall, ticking: Callable[[], float] = time.monotonic) -> None:
        self._wall, self._ticking = wall, ticking
        self._distance = self._measured()

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return self._wall()

    async def sync(self) -> datetime:
        """Return the time; there is nothing to ask."""
        return self.now()

    async def jumped(self, _: Waiting) -> bool:
        """Wait a few seconds, and tell whether somebody set the clock since the last jump."""
        await asyncio.sleep(GLANCE)
        distance = self._measured()
        if abs(distance - self._distance) <= JUMP:
            return False
        self._distance = distance
        return True

    async def close(self) -> None:
        """Nothing to close."""

    def _measured(self) -> timedelta:
        return timedelta(seconds=self._wall().timestamp() - self._ticking())


class FollowedClock:
    """A clock behind a URL: a GET answers `{"now": seconds}`, and may be held until the clock jumps."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=HOLD + 10))
        self._known = datetime.now(UTC)
        self._at = time.monotonic()
        self._report: object = None  # which report was asked for last: it shows what we had heard of when we answered

    def now(self) -> datetime:
        """Return the time as last heard, plus what has passed since."""
        return self._known + timedelta(seconds=time.monotonic() - self._at)

    async def sync(self) -> datetime:
        """Ask what time it is."""
        await self._ask({})
        return self.now()

    async def jumped(self, waiting: Waiting) -> bool:
        """Hold a request that says we are idle, and what we wait for; tell whether the clock jumped meanwhile."""
        next_due = await waiting()
        before = self.now()
        ticking = time.monotonic()
        answer = await self._ask(
            {
                "after": f"{before.timestamp():.3f}",
                "wait": str(HOLD),
                "idle": "1",
                "next": f"{next_due.timestamp():.3f}" if next_due else "",
                **({"report": str(self._report)} if self._report is not None else {}),
            }
        )
        passed = time.monotonic() - ticking
        if not answer.get("follows"):
            await asyncio.sleep(POLITE)  # a simpler server answers at once: ask it each second
        return abs(self._known - before - timedelta(seconds=passed)) > MOVED

    async def close(self) -> None:
        """Close the connection."""
        await self._session.close()

    async def _ask(self, parameters: dict[str, str]) -> dict[str, object]:
        try:
            async with self._session.get(self._url, params=parameters) as response:
                answer: dict[str, object] = await response.json()
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("the clock does not answer: %s", type(error).__name__)
            await asyncio.sleep(POLITE)
            return {}
        self._known, self._at = datetime.fromtimestamp(float(str(answer["now"])), UTC), time.monotonic()
        self._report = answer.get("report")
        return answer
