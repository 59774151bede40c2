"""Trouble on demand: the next calls of a method fail in a chosen way."""

from dataclasses import dataclass
from typing import Literal

from bot.sandbox.refusal import Refusal

Kind = Literal["429", "500", "502", "403", "400", "slow", "drop_before", "drop_after", "truncated"]

_ANSWERS = {
    "500": (500, "Internal Server Error"),
    "502": (502, "Bad Gateway"),
    "403": (403, "Forbidden: bot was blocked by the user"),
    "400": (400, "Bad Request: the sandbox was told to refuse this"),
}


@dataclass
class Fault:
    """What shall go wrong, where, and how often."""

    kind: Kind
    method: str | None = None  # None: any but getUpdates
    chat_id: int | None = None
    times: int = 1
    seconds: float = 1.0  # before a "slow" call is done; one whose caller left meanwhile is not
    retry_after: int = 1  # of "429"

    def refusal(self) -> Refusal | None:
        """The refusal to give instead of doing the call, if this kind is one."""
        if self.kind == "429":
            reason = f"Too Many Requests: retry after {self.retry_after}"
            return Refusal(429, reason, broken=False, retry_after=self.retry_after)
        if self.kind in _ANSWERS:
            return Refusal(*_ANSWERS[self.kind], broken=False)
        return None

    def hits(self, method: str, chat_id: object) -> bool:
        right_method = method == self.method if self.method else method != "getUpdates"
        right_chat = self.chat_id is None or str(self.chat_id) == str(chat_id)
        return right_method and right_chat


class Faults:
    """The faults that are switched on."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._waiting.append(fault)

    def clear(self) -> None:
        self._waiting.clear()

    @property
    def kinds(self) -> list[Kind]:
        """What is switched on, first come first."""
        return [fault.kind for fault in self._waiting]

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault that this call meets; it then has one time less to go."""
        for fault in self._waiting:
            if fault.hits(method, chat_id):
                fault.times -= 1
                self._waiting = [each for each in self._waiting if each.times > 0]
                return fault
        return None
