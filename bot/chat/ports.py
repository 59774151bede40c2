"""What the Telegram edge needs of the parts behind it: the inbox on disk, and a clock."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.domain.athlete import Athlete
from bot.domain.clip import SentClip


class Kept(Protocol):
    """An update that is on disk."""

    @property
    def key(self) -> str: ...
    @property
    def person(self) -> int | None: ...


class Inbox(Protocol):
    """Updates that Telegram gave us, kept until they are answered."""

    async def keep(self, bot_id: int, updates: Sequence[dict[str, Any]], received_at: datetime) -> Sequence[Kept]:
        """Commit updates, and return them with their keys in the same order; a known one changes nothing."""

    async def begin(self, key: str) -> tuple[str, datetime, Athlete | None]:
        """Return a row's state (open, applied, answered, set_aside), when it came, and the athlete it is from."""

    async def answered(self, key: str, live_message: int | None = ..., *, empty_body: bool = ...) -> None:
        """Mark a row as answered; keep which message has the live buttons when that is given (None: none)."""

    async def tried(self, key: str) -> int:
        """Count that an update from disk is begun; return how often that was."""

    async def set_aside(self, key: str) -> None:
        """Mark a row that failed too often."""


class SentClips(Protocol):
    """Clips that Telegram has from us already, by the digest of each clip's file."""

    async def known(self) -> Mapping[str, SentClip]:
        """Return what was sent before."""

    async def keep(self, digest: str, sent: SentClip) -> None:
        """Note under which ids a clip can be had from now on."""

    async def forget(self, digest: str) -> None:
        """Drop ids that Telegram does not take any more."""


class Clock(Protocol):
    """What time it is for the domain."""

    def now(self) -> datetime: ...
    async def sync(self) -> datetime:
        """Ask the clock's source anew, if it has one."""
