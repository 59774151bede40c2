"""The people who write to a bot: each sends the next message once the last one was answered."""

import asyncio
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Update = dict[str, Any]


@dataclass
class Task:
    """What a crowd does: `at_once` of the people write `each` messages, for at most so many seconds.

    `opening` is the first message of somebody who has not written before. With `tap`, the first button of the last
    message is pressed where there is one. `pause` is how long somebody takes between an answer and the next message.
    """

    people: list[int]
    at_once: int
    each: int
    seconds: float
    text: str = "done"
    opening: str | None = None
    tap: bool = False
    pause: float = 0.0


@dataclass
class Tally:
    """What came of it."""

    said: int = 0
    answered: int = 0
    first: float = 0.0
    last: float = 0.0
    waits: list[float] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)


class Crowd:
    """Fills the queue of updates, and hears the answers."""

    def __init__(self, push: Callable[[Update], None]) -> None:
        self._push = push
        self._known = Counter[int]()
        self._numbers = 0
        self._sent_at: dict[int, float] = {}
        self._buttons: dict[int, tuple[int, str, dict[str, Any]]] = {}
        self._waiting = deque[int]()
        self.task: Task | None = None
        self.tally = Tally()
        self._left: dict[int, int] = {}
        self._until = 0.0

    def begin(self, task: Task) -> None:
        """Let people write from now on; what was counted before is forgotten."""
        now = time.monotonic()
        self.task, self.tally, self._until = task, Tally(first=now, last=now), now + task.seconds
        self._waiting, self._left, self._sent_at = deque(task.people), {}, {}
        for seat in range(min(task.at_once, len(task.people))):
            self._soon(self._seat, task.pause * seat / task.at_once)

    def flood(self, person: int, count: int) -> None:
        """Let somebody send far too much at once."""
        for number in range(1, count + 1):
            self._push(_written(person, number, "done 8"))

    @property
    def busy(self) -> bool:
        """Whether anybody still waits for an answer, or has something to say."""
        over = time.monotonic() >= self._until
        return bool(self._sent_at) or (not over and (any(self._left.values()) or bool(self._waiting)))

    def heard(self, person: int, message: int, button: str | None, content: dict[str, Any]) -> None:
        """Take an answer: a new message, or the edit that a tap asked for."""
        if button:
            self._buttons[person] = message, button, content
        asked = self._sent_at.pop(person, None)
        if asked is None or self.task is None:
            return
        now = time.monotonic()
        self.tally.answered += 1
        self.tally.last = now
        self.tally.waits.append(now - asked)
        self._soon(lambda: self._next(person), self.task.pause)

    def _soon(self, call: Callable[[], None], seconds: float) -> None:
        if seconds:
            asyncio.get_running_loop().call_later(seconds, call)
        else:
            call()

    def _seat(self) -> None:
        if self._waiting and self.task:
            person = self._waiting.popleft()
            self._left[person] = self.task.each
            self._next(person)

    def _next(self, person: int) -> None:
        if time.monotonic() >= self._until:
            return
        if not self._left.get(person):
            self._seat()
            return
        self._left[person] -= 1
        self._say(person)

    def _say(self, person: int) -> None:
        if self.task is None:
            raise RuntimeError("nobody has anything to say")
        self._known[person] += 1
        self._numbers += 1
        self.tally.said += 1
        self._sent_at[person] = time.monotonic()
        if self.task.tap and person in self._buttons:
            message, data, content = self._buttons[person]
            self._push(_tapped(person, self._numbers, message, data, content))
            return
        first = self._known[person] == 1 and self.task.opening
        self._push(_written(person, self._known[person], first or self.task.text))


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "Ann", "language_code": "en"}


def _written(person: int, number: int, text: str) -> Update:
    message: dict[str, Any] = {
        "message_id": 1_000_000 + number,
        "from": _user(person),
        "chat": {"id": person, "type": "private", "first_name": "Ann"},
        "date": int(time.time()),
        "text": text,
    }
    if text.startswith("/"):
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
    return {"message": message}


def _tapped(person: int, number: int, message: int, data: str, content: dict[str, Any]) -> Update:
    carried = {
        "message_id": message,
        "from": {"id": 1, "is_bot": True, "first_name": "Coach"},
        "chat": {"id": person, "type": "private", "first_name": "Ann"},
        "date": int(time.time()),
        **content,
    }
    query = {"id": str(number), "from": _user(person), "chat_instance": str(person), "message": carried, "data": data}
    return {"callback_query": query}
