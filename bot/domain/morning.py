"""The morning after a pain: when it is asked about, and what can be answered (evidence 5.2: recheck in 24 h)."""

from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.day import QUIET_UNTIL, instant_of

USUAL = time(9, 0)


class Morning(StrEnum):
    """How it is the morning after: better or gone, the same, or worse."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


def asked_at(day: date, remind_at: time, zone: ZoneInfo) -> datetime | None:
    """Return the UTC instant at which a day's question comes, None where that calendar date does not exist.

    It comes at 09:00, or at the reminder's time where that is earlier, but never before 08:00.
    """
    return instant_of(day, max(QUIET_UNTIL, min(USUAL, remind_at)), zone)
