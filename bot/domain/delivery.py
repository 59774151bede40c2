"""A dated promise to write to an athlete, who holds it just now, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

LEASE = timedelta(minutes=2)
"""How long a claimed delivery is left to whoever claimed it; sending takes seconds."""


class DeliveryKind(StrEnum):
    """What is sent: one message of its own a day at most, whatever changes meanwhile; and one question after a pain."""

    WORKOUT = "workout"
    REST = "rest"
    SNOOZE = "snooze"
    WEEKLY = "weekly"
    PAUSE_ASKED = "pause_asked"
    MORNING = "morning"


SLOWED = frozenset({DeliveryKind.WEEKLY, DeliveryKind.PAUSE_ASKED})
"""What comes only while one message a week is enough."""


class DeliveryState(StrEnum):
    """From due to an end: sent, perhaps sent (uncertain), too late (missed), or not needed any more."""

    DUE = "due"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    MISSED = "missed"
    NOT_NEEDED = "not_needed"


class Unneeded(StrEnum):
    """Why a delivery was not needed."""

    TRAINED = "trained"
    TRAINING = "training"
    PAUSED = "paused"
    BLOCKED = "blocked"
    HELD = "held"
    REST_OFF = "rest_off"
    MOVED = "moved"
    LET_GO = "let_go"
    NO_PLAN = "no_plan"
    REFUSED = "refused"
    NO_PAIN = "no_pain"
    WEEKLY = "weekly"
    SILENT = "silent"
    HEARD = "heard"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery; `ordinal` counts snoozes of a day, `wording` names the text that was chosen.

    Each claim raises the token: who holds an older one has lost it, and can neither send it nor mark it.
    """

    id: int
    athlete: int
    kind: DeliveryKind
    day: date
    ordinal: int
    due_at: datetime
    state: DeliveryState
    wording: str | None = None
    message_id: int | None = None
    because: Unneeded | None = None
    marked_at: datetime | None = None
    token: int = 0
