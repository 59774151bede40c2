"""The athlete's day: it starts at 03:00 on their own wall clock, and is the only meaning of "day" here."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY_START = time(3, 0)
QUIET_FROM = time(21, 0)
QUIET_UNTIL = time(8, 0)
LATE_AT_MOST = timedelta(hours=3)
LATE_AT_MOST_QUIET = timedelta(minutes=30)


def training_day(instant: datetime, zone: ZoneInfo) -> date:
    """Return the day an aware instant belongs to: the wall clock minus three hours, as a date."""
    return (wall_clock(instant, zone) - timedelta(hours=DAY_START.hour)).date()


def wall_clock(instant: datetime, zone: ZoneInfo) -> datetime:
    """Return what a clock on the athlete's wall shows, as a datetime without zone; refuse a naive instant."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(zone).replace(tzinfo=None)


def instant_of(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """Return the UTC instant of a wall time on a training day, None where that calendar date does not exist.

    A time before 03:00 falls on the calendar date after its day. In a spring gap the time moves forward by the gap,
    in an autumn overlap the first of the two counts.
    """
    calendar = day + timedelta(days=1) if at < DAY_START else day
    wall = datetime.combine(calendar, at).replace(fold=0)
    instant = wall.replace(tzinfo=zone).astimezone(UTC)
    return instant if wall_clock(instant, zone) - wall < timedelta(days=1) else None


def is_quiet(at: time) -> bool:
    """Tell whether a wall time lies between 21:00 and 08:00, when nobody is written to unasked."""
    return at >= QUIET_FROM or at < QUIET_UNTIL


def latest_sending(due: datetime, zone: ZoneInfo) -> datetime:
    """Return until when a late message may still go out: three hours, cut at 21:00; 30 minutes in quiet hours."""
    wall = wall_clock(due, zone)
    if is_quiet(wall.time()):
        return due + LATE_AT_MOST_QUIET
    evening = datetime.combine(wall.date(), QUIET_FROM, tzinfo=zone).astimezone(UTC)
    return min(due + LATE_AT_MOST, evening)


def week_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())
