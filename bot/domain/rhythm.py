"""How often the coach writes to somebody who does not answer: once a week, one question, then not at all."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.delivery import Delivery, DeliveryKind
from bot.domain.week import DayKind

WEEKLY_FROM = 2
ASKS_FROM = 4
A_WEEK = timedelta(weeks=1)
TOO_LATE_TO_COUNT = timedelta(hours=1)


class Brings(StrEnum):
    """What a day brings: its usual message, the week's one reminder, the question whether to pause, or nothing."""

    USUAL = "usual"
    WEEKLY = "weekly"
    PAUSE_ASKED = "pause_asked"
    NOTHING = "nothing"


def is_weekly(unanswered: int, *, chosen: bool) -> bool:
    """Tell whether one reminder a week is enough: they chose it, or let two go by unanswered (evidence 7, Frequency)."""
    return chosen or unanswered >= WEEKLY_FROM


def is_silent(unanswered: int) -> bool:
    """Tell whether nothing is sent until they write: the question after four unanswered reminders had no answer either."""
    return unanswered > ASKS_FROM


def brings(unanswered: int, kind: DayKind, day: date, last: date | None, *, chosen: bool) -> Brings:
    """Tell what a day brings to somebody who left so many reminders unanswered (evidence 7, Frequency).

    `kind` is what the day is for, `last` the day of the last weekly reminder, `chosen` when they want no more than one
    a week. That one comes on the first strength day a week or more after the last.
    """
    if not is_weekly(unanswered, chosen=chosen):
        return Brings.USUAL
    too_soon = last is not None and day - last < A_WEEK
    if is_silent(unanswered) or kind is not DayKind.STRENGTH or too_soon:
        return Brings.NOTHING
    return Brings.PAUSE_ASKED if unanswered == ASKS_FROM else Brings.WEEKLY


def waits_for_answer(delivery: Delivery, day_kind: DayKind, at: datetime) -> bool:
    """Tell whether a message that was sent at an instant counts as ignored when nothing comes back.

    Strength alone asks for an answer, and a reminder that came late blames nobody; the question comes once, late or not.
    """
    if delivery.kind is DeliveryKind.PAUSE_ASKED:
        return True
    strength = delivery.kind is DeliveryKind.WORKOUT and day_kind is DayKind.STRENGTH
    return (strength or delivery.kind is DeliveryKind.WEEKLY) and at - delivery.due_at <= TOO_LATE_TO_COUNT
