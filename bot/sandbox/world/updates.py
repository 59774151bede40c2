"""The bot's queue of updates: kept until confirmed, or until too old."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.sandbox.shape import JSON

QUERY_LIFETIME = 150
UPDATE_LIFETIME = 24 * 3600
ONLY_IF_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Update:
    """What happened, once, under one id."""

    id: int
    kind: str
    body: JSON

    def json(self) -> JSON:
        return {"update_id": self.id, self.kind: self.body}


@dataclass
class _Waiting:
    update: Update
    since: float
    again: bool = False  # queued a second time, so an offset beyond it does not confirm it unseen
    delivered: bool = False

    def too_old(self, now: float) -> bool:
        lifetime = QUERY_LIFETIME if self.update.kind == "callback_query" else UPDATE_LIFETIME
        return now - self.since > lifetime

    def confirmed_by(self, offset: int) -> bool:
        return self.update.id < offset and (self.delivered or not self.again)


class Updates:
    """Updates in the order of their ids, as getUpdates serves them."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._waiting: list[_Waiting] = []
        self._made: dict[int, Update] = {}
        self.allowed: frozenset[str] = frozenset()

    def add(self, kind: str, body: JSON, now: float) -> Update | None:
        """Queue it, or None when the bot does not want to hear of this kind."""
        if not self._wanted(kind):
            return None
        update = Update(self._next_id, kind, body)
        self._next_id += 1
        self._made[update.id] = update
        self._waiting.append(_Waiting(update, now))
        return update

    def repeat(self, update_id: int, now: float) -> Update | None:
        update = self._made.get(update_id)
        if update:
            self._waiting.append(_Waiting(update, now, again=True))
            self._waiting.sort(key=lambda waiting: waiting.update.id)
        return update

    def confirm(self, offset: int) -> bool:
        """Forget what lies before the offset, or before the last `-offset` of the queue."""
        before = len(self._waiting)
        if offset < 0:
            self._waiting = self._waiting[offset:]
        else:
            self._waiting = [each for each in self._waiting if not each.confirmed_by(offset)]
        return len(self._waiting) < before

    def clear(self) -> None:
        self._waiting = []

    def deliver(self, limit: int, now: float) -> list[JSON]:
        chosen = self.waiting(now)[:limit]
        for each in chosen:
            each.delivered = True
        return [each.update.json() for each in chosen]

    def waiting(self, now: float) -> list[_Waiting]:
        self._waiting = [each for each in self._waiting if not each.too_old(now)]
        return self._waiting

    def made(self) -> Iterator[Update]:
        return iter(self._made.values())

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ONLY_IF_ASKED
