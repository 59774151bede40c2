"""At most so many updates of a person are in memory; what comes beyond waits on disk, in order, and slows nobody else."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

log = logging.getLogger(__name__)

PAUSE = 5.0
SEATS = 30
ENOUGH = SEATS // 2


class Waiting(Protocol):
    """An update that was read from disk."""

    @property
    def key(self) -> str: ...
    @property
    def body(self) -> Any: ...
    @property
    def person(self) -> int | None: ...


class Shelf(Protocol):
    """Where updates wait."""

    async def waiting(self, person: int, after: str, most: int) -> Sequence[Waiting]:
        """Return what waits of a person, oldest first, beyond the update of that key."""


@dataclass(slots=True)
class _Crowd:
    """One person's updates: how many are in memory, the last of them, and whether more wait on disk."""

    seated: int = 0
    last: str = ""
    more: bool = False
    came: bool = False
    told: bool = False


class WaitingRoom:
    """Who is in memory; people who have nothing under way cost none."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._crowds: dict[int, _Crowd] = {}
        self._closed = False

    def enter(self, person: int, key: str) -> bool:
        """Take a seat for an update that is on disk; False when it has to wait there, as all that come after it."""
        crowd = self._crowds.setdefault(person, _Crowd())
        if crowd.seated >= SEATS or (crowd.more and crowd.seated):
            crowd.more = crowd.came = True
            return False
        crowd.seated += 1
        if not crowd.more:
            crowd.last = key
        return True

    async def leave(self, person: int) -> list[Waiting]:
        """Free a seat; return what takes the free ones from disk, seated already. One call at a time for a person."""
        crowd = self._crowds[person]
        crowd.seated -= 1
        called: list[Waiting] = []
        try:
            while crowd.more and crowd.seated <= ENOUGH and not self._closed:
                called += await self._call_in_patiently(person, crowd)
        finally:
            if not crowd.seated and (self._closed or not crowd.more):
                del self._crowds[person]
        return called

    def close(self) -> None:
        """Call nobody in any more: what waits on disk is there at the next start."""
        self._closed = True

    def is_news(self, person: int) -> bool:
        """Tell once that somebody sends more than can be seen to at once."""
        crowd = self._crowds.get(person)
        if crowd is None or not crowd.more or crowd.told:
            return False
        crowd.told = True
        return True

    async def _call_in_patiently(self, person: int, crowd: _Crowd) -> Sequence[Waiting]:
        """Call in who waits; where the shelf is out of reach, try again after a while."""
        while not self._closed:
            try:
                return await self._call_in(person, crowd)
            except Exception:
                log.exception("what waits on disk cannot be read, trying again in %.0f s", PAUSE)
                await asyncio.sleep(PAUSE)
        return ()

    async def _call_in(self, person: int, crowd: _Crowd) -> Sequence[Waiting]:
        crowd.came = False
        free = SEATS - crowd.seated
        found = await self._shelf.waiting(person, crowd.last, free)
        crowd.seated += len(found)
        if found:
            crowd.last = found[-1].key
        crowd.more = crowd.came or len(found) == free
        return found

    def __len__(self) -> int:
        return len(self._crowds)
