"""Whose turn it is: one update being handled, and the athlete it is from."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.athlete import Athlete


@dataclass(frozen=True, slots=True)
class Turn:
    """One update being handled: whose, under which key, when it happened, and what time it is now."""

    person: int
    key: str
    happened_at: datetime
    now: datetime
    language_code: str | None
    athlete: Athlete | None


class Stranger(LookupError):
    """The person has not started yet, or was forgotten: the first screen answers them."""


def known(turn: Turn) -> Athlete:
    """Return the turn's athlete; raises Stranger where there is none."""
    if turn.athlete is None:
        raise Stranger
    return turn.athlete
