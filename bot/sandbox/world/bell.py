"""One bell for all who wait for the world to change."""

import asyncio
from collections.abc import Callable


class Bell:
    """Wakes every waiter, who then looks for itself whether its own wish came true."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, ready: Callable[[], bool], seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                while not ready():
                    await self._event.wait()
        except TimeoutError:
            return ready()
        return True
