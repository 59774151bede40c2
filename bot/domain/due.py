"""When a reminder is due: walking the athlete's days, one instant for each (reliability research, rule 1.4)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.day import QUIET_FROM, instant_of, latest_sending, training_day

SNOOZE = timedelta(hours=1)
MOST_SNOOZES = 2


@dataclass(frozen=True, slots=True)
class Rule:
    """The athlete's rule: a local time in a zone, asked every day; the day itself decides what is sent."""

    at: time
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Due:
    """The next day a rule falls due, and the UTC instant."""

    day: date
    at: datetime


def first_due(rule: Rule, after: datetime, last_day: date | None) -> Due:
    """Return the first due instant after `after`, on a day later than the last one served."""
    day = training_day(after, rule.zone) - timedelta(days=1)
    if last_day is not None:
        day = max(day, last_day + timedelta(days=1))
    while True:
        at = instant_of(day, rule.at, rule.zone)
        if at is not None and at > after:
            return Due(day, at)
        day += timedelta(days=1)


def next_due(rule: Rule, served: date) -> Due:
    """Return the due instant of the first existing day after the one served."""
    day = served + timedelta(days=1)
    while (at := instant_of(day, rule.at, rule.zone)) is None:
        day += timedelta(days=1)
    return Due(day, at)


def is_too_late(due: datetime, zone: ZoneInfo, now: datetime) -> bool:
    """Tell whether a message due at an instant has to be counted as missed (DESIGN: three hours, cut at 21:00)."""
    return now > latest_sending(due, zone)


def snoozed_until(now: datetime, used: int, zone: ZoneInfo) -> datetime | None:
    """Return when a snoozed reminder comes again: an hour later to the minute, at most twice; else None.

    It never comes past 21:00: the minute that the ticker may take is counted in.
    """
    until = (now + SNOOZE).replace(second=0, microsecond=0)
    evening = instant_of(training_day(now, zone), QUIET_FROM, zone)
    if used >= MOST_SNOOZES or evening is None or until >= evening:
        return None
    return until
