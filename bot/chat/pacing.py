"""Telegram's pace: thirty messages a second over all, one a second to a chat, and the waits that it asks for."""

import asyncio
import heapq
import time
from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count

from bot.chat.requests import NotSent

OVERALL = 30
WINDOW = 1.02
"""Seconds in which so many messages may leave; a little more than one, because the way there is not always as long."""

GAP = WINDOW / OVERALL
"""Seconds between messages of the coach's own: spread evenly, they leave room for a reply at any moment."""

CHAT_EVERY = 1.0
CHAT_BURST = 3
PRESSED = 30
"""So many messages waiting are too many for changes that nobody would miss."""

SOON = 5.0
"""Seconds that a message of the coach's own waits for its chat; for longer, the next minute is soon enough."""

SWEEP = 1024


class Rank(IntEnum):
    """Who goes first."""

    REPLY = 0
    OWN = 1


class Buckets:
    """A bucket for each key: `burst` at once, then one every so many seconds. Keys at rest are forgotten."""

    def __init__(self, every: float, burst: int) -> None:
        self._every, self._slack = every, every * (burst - 1)
        self._full_at: dict[int, float] = {}
        self._sweep_at = SWEEP

    def take(self, key: int, now: float) -> float:
        """Take one out; return how many seconds to wait before it may be used."""
        filled = max(self._full_at.get(key, now), now)
        self._full_at[key] = filled + self._every
        if len(self._full_at) > self._sweep_at:
            self._full_at = {each: at for each, at in self._full_at.items() if at > now}
            self._sweep_at = max(SWEEP, 2 * len(self._full_at))
        return max(0.0, filled - now - self._slack)

    def is_hurrying(self, key: int, now: float) -> bool:
        """Tell whether more than one was taken lately."""
        return self._full_at.get(key, now) - now > self._every

    def __len__(self) -> int:
        return len(self._full_at)


class Pauses:
    """The waits that Telegram asked for: of one chat, or of everybody."""

    def __init__(self) -> None:
        self._chats: dict[int, float] = {}
        self._at_rest: set[int] = set()
        self._everybody = 0.0

    def add(self, chat: int, now: float, seconds: float, *, hurrying: bool) -> None:
        """Leave a chat alone for a while.

        Telegram does not say whom it means. One chat that was in no hurry may have trouble of its own; a second one at
        the same time means all of us.
        """
        self._chats = {each: until for each, until in self._chats.items() if until > now}
        self._at_rest &= self._chats.keys()
        self._chats[chat] = max(now + seconds, self._chats.get(chat, 0.0))
        if not hurrying:
            self._at_rest.add(chat)
        if len(self._at_rest) > 1:
            self._everybody = max(now + seconds, self._everybody)

    def left(self, chat: int, now: float) -> float:
        """Return how many seconds a chat is to be left alone yet."""
        return max(self._chats.get(chat, 0.0), self._everybody) - now

    def everybody_left(self, now: float) -> float:
        """Return how many seconds everybody is to be left alone yet."""
        return self._everybody - now


@dataclass(order=True, slots=True)
class _Waiting:
    rank: Rank
    number: int
    go: "asyncio.Future[None]" = field(compare=False)


class Line:
    """Everybody's messages, let go at Telegram's pace, the most urgent first."""

    def __init__(self, pauses: Pauses) -> None:
        self._pauses = pauses
        self._waiting: list[_Waiting] = []
        self._numbers = count()
        self._sent: deque[float] = deque([0.0] * OVERALL, maxlen=OVERALL)
        self._timer: asyncio.TimerHandle | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    async def turn(self, rank: Rank) -> None:
        """Wait for one's turn; NotSent where a message of the coach's own was sent away meanwhile."""
        waiting = _Waiting(rank, next(self._numbers), asyncio.get_running_loop().create_future())
        heapq.heappush(self._waiting, waiting)
        self._let_go()
        await waiting.go

    def send_away(self, rank: Rank) -> None:
        """Let nobody of a rank wait any longer: their turn would come too late."""
        for waiting in self._waiting:
            if waiting.rank is rank and not waiting.go.done():
                waiting.go.set_exception(NotSent("the messages of the coach's own are held up"))
        self._waiting = [waiting for waiting in self._waiting if waiting.rank is not rank]
        heapq.heapify(self._waiting)

    def _let_go(self) -> None:
        """Let go who may leave now, and come back when the next one may."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        while self._waiting:
            now = time.monotonic()
            wait = self._wait(self._waiting[0].rank, now)
            if wait > 0:
                self._timer = asyncio.get_running_loop().call_later(wait, self._let_go)
                return
            first = heapq.heappop(self._waiting)
            if not first.go.done():  # else its task was cancelled
                self._sent.append(now)
                first.go.set_result(None)

    def _wait(self, rank: Rank, now: float) -> float:
        wait = max(self._pauses.everybody_left(now), self._sent[0] + WINDOW - now)
        return max(wait, self._sent[-1] + GAP - now) if rank is Rank.OWN else wait


class Pace:
    """Says when a message may leave. Off, it only keeps the waits that Telegram asked for.

    Where everybody is to be left alone for long, or the end has come, messages of the coach's own are NotSent.
    """

    def __init__(self, *, on: bool = True) -> None:
        self._on = on
        self._chats = Buckets(CHAT_EVERY, CHAT_BURST)
        self._pauses = Pauses()
        self._line = Line(self._pauses)
        self._ending = False

    @property
    def holds_up_its_own(self) -> bool:
        """Whether no message of the coach's own can leave soon."""
        return self._ending or self._pauses.everybody_left(time.monotonic()) > SOON

    def wind_down(self) -> None:
        """Let no message of the coach's own leave any more."""
        self._ending = True
        self._line.send_away(Rank.OWN)

    async def turn(self, chat: int, rank: Rank) -> None:
        """Wait until a message may leave to a chat; NotSent where a message of the coach's own had better come later."""
        await self.chat_is_free(chat, rank)
        await self.has_come_to(rank)

    async def chat_is_free(self, chat: int, rank: Rank) -> None:
        """Wait until a chat can take one more message; NotSent as `turn`."""
        if self._on:
            await asyncio.sleep(self._chats.take(chat, time.monotonic()))
        await self.unpaused(chat, SOON if rank is Rank.OWN else None)

    async def has_come_to(self, rank: Rank) -> None:
        """Wait in line with everybody's messages; NotSent as `turn`."""
        if rank is Rank.OWN and self.holds_up_its_own:
            raise NotSent("the messages of the coach's own are held up")
        if self._on:
            await self._line.turn(rank)

    async def unpaused(self, chat: int, most: float | None = None) -> None:
        """Wait as long as Telegram asked to leave a chat alone; NotSent where that is longer than `most`."""
        while (left := self._pauses.left(chat, time.monotonic())) > 0:
            if most is not None and left > most:
                raise NotSent("Telegram wants this chat to be left alone")
            await asyncio.sleep(left)

    def refused(self, chat: int, seconds: float) -> None:
        """Note that Telegram asked to wait."""
        now = time.monotonic()
        self._pauses.add(chat, now, seconds, hurrying=self._on and self._chats.is_hurrying(chat, now))
        if self.holds_up_its_own:
            self._line.send_away(Rank.OWN)

    def is_pressed(self, chat: int) -> bool:
        """Tell whether this is no time for a change that nobody would miss."""
        return len(self._line) > PRESSED or self._pauses.left(chat, time.monotonic()) > 0
