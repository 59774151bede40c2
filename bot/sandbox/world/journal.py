"""A record of the bot's calls; a token never gets here."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.refusal import Refusal
from bot.sandbox.shape import JSON

KEPT = 50_000


@dataclass
class Call:
    """One call, filled in while it is answered."""

    number: int
    method: str
    parameters: JSON
    at: float
    seconds: float = 0.0
    result: Any = None
    code: int | None = None
    error: str | None = None
    fault: str | None = None
    broken: list[str] = field(default_factory=list)
    over: bool = False

    def refused(self, refusal: Refusal) -> None:
        self.code, self.error = refusal.code, refusal.description
        if refusal.broken:
            self.broken.append(refusal.description)


class Journal:
    """The last calls in order, numbered from 1."""

    def __init__(self) -> None:
        self._calls: deque[Call] = deque(maxlen=KEPT)
        self._last = 0

    def open(self, method: str, parameters: JSON, now: float) -> Call:
        self._last += 1
        call = Call(self._last, method, parameters, now)
        self._calls.append(call)
        return call

    def __iter__(self) -> Iterator[Call]:
        return iter(self._calls)
