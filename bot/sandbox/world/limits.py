"""Telegram's pace: one message a second to a chat, thirty a second overall."""

import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.refusal import Refusal

PER_CHAT = 1
OVERALL = 30
WINDOW = 1.0


@dataclass
class Limits:
    """Refuses what comes too fast once switched on; pace is real time, never the world's."""

    on: bool = False
    now: Callable[[], float] = time.monotonic
    _sent: dict[int | None, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def count(self, chat_id: int) -> None:
        if not self.on:
            return
        now = self.now()
        wait = max(self._wait(chat_id, PER_CHAT, now), self._wait(None, OVERALL, now))
        if wait > 0:
            seconds = math.ceil(wait)
            raise Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        self._sent[chat_id].append(now)
        self._sent[None].append(now)

    def _wait(self, key: int | None, most: int, now: float) -> float:
        sent = self._sent[key]
        while sent and now - sent[0] >= WINDOW:
            sent.popleft()
        return 0.0 if len(sent) < most else sent[0] + WINDOW - now
