"""Whether the bot has anything left to do."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

SETTLED_AFTER = 0.3  # seconds without a call, for bots that never ask the clock


@dataclass(frozen=True)
class Listening:
    """A clock request that the bot holds open, and what it said of itself with it."""

    idle: bool
    after: float
    stirs: int
    releases: int


class Presence:
    """Counts what could make the bot busy, and keeps what it said about itself since."""

    def __init__(self) -> None:
        self.next_due: float | None = None
        self._asks_the_clock = False
        self._listening: list[Listening] = []
        self._stirs = 0
        self._releases = 0
        self._calls_open = 0
        self._last_call = time.monotonic()

    @property
    def held(self) -> int:
        """How many clock requests the bot holds open now."""
        return len(self._listening)

    def stir(self) -> None:
        """Something came for the bot: what it said before no longer counts."""
        self._stirs += 1
        self._last_call = time.monotonic()

    def release(self) -> None:
        """As `stir`, and the bot's held clock request is answered so that it reports anew."""
        self.stir()
        self._releases += 1

    def must_report_anew(self, listening: Listening) -> bool:
        return listening.releases != self._releases

    def hear_of_the_clock(self) -> None:
        """The bot knows of the clock: from now on only what it says of itself there counts."""
        self._asks_the_clock = True

    @property
    def report(self) -> int:
        """The number of the report that is wanted; a bot that sends it along cannot overtake what it has not heard of."""
        return self._releases

    @contextmanager
    def listening(self, *, idle: bool, after: float, report: int | None = None) -> Iterator[Listening]:
        listening = Listening(idle, after, self._stirs, self._releases if report is None else report)
        self._listening.append(listening)
        try:
            yield listening
        finally:
            self._listening.remove(listening)

    @contextmanager
    def calling(self) -> Iterator[None]:
        self._calls_open += 1
        try:
            yield
        finally:
            self._calls_open -= 1
            self._last_call = time.monotonic()

    def why_busy(self, is_news: Callable[[float], bool]) -> str | None:
        """None when the bot, with all updates confirmed, has nothing left to do."""
        if not self._asks_the_clock:
            settled = time.monotonic() - self._last_call >= SETTLED_AFTER
            return None if settled and not self._calls_open else "the bot called a moment ago"
        if not self._listening:
            return "the bot holds no clock request"
        return self._why_not_idle(self._listening[-1], is_news)

    def _why_not_idle(self, latest: Listening, is_news: Callable[[float], bool]) -> str | None:
        if latest.stirs != self._stirs or self.must_report_anew(latest) or is_news(latest.after):
            return "the bot has not asked the clock since the last thing happened"
        return None if latest.idle else "the bot says that it is not idle"
