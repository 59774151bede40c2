"""Weekdays, dates, clock times and lists, as the reader's language writes them."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_skeleton, format_time, get_day_names, get_timezone_location
from babel.lists import format_list

from bot.domain.day import wall_clock
from bot.views.look import Look

_VARIANTS = {"en": "en_GB"}
"""Plain English is written for the whole world: 24 hours, and the day before the month."""


def day_words(day: date, language: str) -> str:
    """Return a date: `Wed 25 Nov`."""
    return format_skeleton("MMMEd", day, locale=_locale(language)).replace(",", "")


def next_day_words(day: date, look: Look) -> str:
    """Return a day to come as people call it: `today`, `tomorrow`, or its date."""
    today = look.athlete.day_at(look.now) if look.athlete else None
    when = "date"
    if today:
        when = {today: "today", today + timedelta(days=1): "tomorrow"}.get(day, when)
    return look.words.say("today-day", when=when, day=day_words(day, look.words.language))


def dated_words(day: date, language: str) -> str:
    """Return a date with its year: `Wed 24 Nov 2027`."""
    return format_skeleton("yMMMEd", day, locale=_locale(language)).replace(",", "")


def weekday_words(weekday: int, language: str) -> str:
    """Return a weekday's short name; 0 is Monday."""
    return str(get_day_names("abbreviated", "stand-alone", _locale(language))[weekday])


def weekday_list(weekdays: Iterable[int], language: str) -> str:
    """Return weekdays in their order: `Mon, Wed and Fri`."""
    return listed([weekday_words(weekday, language) for weekday in sorted(weekdays)], language)


def clock_words(at: time, language: str) -> str:
    """Return a time of day: `18:42`."""
    return str(format_time(at, "short", locale=_locale(language)))


def clock_in(zone: ZoneInfo, now: datetime, language: str) -> str:
    """Return what the clocks of a zone show now."""
    return clock_words(wall_clock(now, zone).time(), language)


def zone_words(zone: ZoneInfo, language: str) -> str:
    """Return the city that stands for a zone; zones of no place keep their own name."""
    if "/" not in zone.key or zone.key.startswith("Etc/"):
        return zone.key
    return str(get_timezone_location(zone, _locale(language), return_city=True))


def listed(items: Iterable[str], language: str) -> str:
    """Join a few things: `a, b and c`."""
    return str(format_list(list(items), locale=_locale(language)))


@cache
def _locale(language: str) -> Locale:
    code = language.replace("-", "_")
    return Locale.parse(_VARIANTS.get(code, code))
