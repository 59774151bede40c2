"""A dated promise to write to an athlete, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class DeliveryKind(StrEnum):
    """What is sent. One workout or rest message a day at most, whatever changes meanwhile."""

    WORKOUT = "workout"
    REST = "rest"
    SNOOZE = "snooze"


class DeliveryState(StrEnum):
    """From due to an end: sent, perhaps sent (uncertain), too late (missed), or not needed any more."""

    DUE = "due"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    MISSED = "missed"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivery; `ordinal` counts snoozes of a day, `wording` names the text that was chosen."""

    id: int
    athlete: int
    kind: DeliveryKind
    day: date
    ordinal: int
    due_at: datetime
    state: DeliveryState
    wording: str | None = None
    message_id: int | None = None
