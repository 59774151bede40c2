"""When the readiness check is asked again, and who starts at the beginning of the ladder after it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.athlete import Athlete
from bot.domain.day import training_day
from bot.domain.exercise import Level

LONG_BREAK = timedelta(days=56)
"""Without a session for so long, the check comes before the next one (evidence 2.7, 5.1)."""


class Recheck(StrEnum):
    """Why the readiness check is asked again."""

    YEAR = "year"
    BREAK = "break"


def recheck_due(athlete: Athlete, day: date, last_session: date | None) -> Recheck | None:
    """Tell why an athlete's check has to be asked again on a day, None while the last one counts (evidence 5.1).

    It counts until its own date (12 months), and for 56 days without a session. A hold is no break: nothing but that
    date brings a new check to somebody whose training waits.
    """
    readiness = athlete.readiness
    if readiness is None:
        return None
    if day >= readiness.recheck_on:
        return Recheck.YEAR
    latest = max(readiness.checked_on, last_session or readiness.checked_on)
    return Recheck.BREAK if readiness.hold is None and day - latest >= LONG_BREAK else None


def begun_anew(athlete: Athlete, at: datetime) -> Athlete:
    """Return an athlete whose targets start at the beginning of the ladder; what was done before says nothing."""
    return replace(athlete, level=Level.BEGINNER, level_since=at)


def after_break(athlete: Athlete, at: datetime, last_session: date | None) -> Athlete:
    """Return an athlete begun anew where 56 days went by since the last session (evidence 2.7), else as they were.

    Who has begun anew since that session, or chosen a level since, does not begin anew twice.
    """
    if last_session is None or athlete.day_at(at) - last_session < LONG_BREAK:
        return athlete
    since = athlete.level_since
    return athlete if since and training_day(since, athlete.zone) > last_session else begun_anew(athlete, at)
