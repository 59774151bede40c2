"""The world's clock: real time plus an offset that can be moved."""

import time
from datetime import datetime

ROUNDING = 0.001  # a reader may keep milliseconds


class Clock:
    """Always runs; `move_to` lets it jump, forwards or back."""

    def __init__(self, start: datetime | None = None) -> None:
        self._zero = (start.timestamp() if start else time.time()) - time.monotonic()
        self.jumped_to = 0.0

    def now(self) -> float:
        return self._zero + time.monotonic()

    def move_to(self, instant: float) -> None:
        self._zero = instant - time.monotonic()
        self.jumped_to = instant

    def is_news(self, after: float) -> bool:
        """Whether the clock was moved since somebody read `after` from it."""
        return after < self.jumped_to - ROUNDING or after > self.now() + ROUNDING
