"""How much is in hand: nothing, or too much."""

import asyncio

MOST_IN_HAND = 2000


class Flight:
    """How many updates are between the inbox and their answer."""

    def __init__(self) -> None:
        self._count = 0
        self._idle, self._room = asyncio.Event(), asyncio.Event()
        self._note()

    def took_off(self) -> None:
        """Count one that is in hand from now on."""
        self._count += 1
        self._note()

    def landed(self) -> None:
        """Count one that is done with."""
        self._count -= 1
        self._note()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return self._idle.is_set()

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        await self._idle.wait()

    async def has_room(self) -> None:
        """Wait until not too many are under way."""
        await self._room.wait()

    def _note(self) -> None:
        for event, holds in ((self._idle, self._count <= 0), (self._room, self._count < MOST_IN_HAND)):
            if holds:
                event.set()
            else:
                event.clear()
