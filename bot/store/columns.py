"""How values stand in columns: instants as UTC seconds, days as ISO text, sets as sorted words."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from math import floor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def maybe(convert: Callable[[A], B], value: A | None) -> B | None:
    """Convert what is there; nothing stays nothing."""
    return None if value is None else convert(value)


def seconds_of(instant: datetime) -> int:
    """Return whole seconds since 1970 UTC; refuse a datetime without zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return floor(instant.timestamp())


def instant_of(seconds: int) -> datetime:
    """Return the instant, in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def minutes_of(at: time) -> int:
    """Return the minutes since midnight."""
    return at.hour * 60 + at.minute


def time_of(minutes: int) -> time:
    """Return the time of day."""
    return time(*divmod(minutes, 60))


def day_of(text: str) -> date:
    """Return the date an ISO text names."""
    return date.fromisoformat(text)


def words_of(values: Iterable[str]) -> str:
    """Join a set in sorted order, so that equal sets are equal texts; refuse words that would fall apart again."""
    words = sorted(values)
    if any(word.split() != [word] for word in words):
        raise ValueError(f"not single words: {words}")
    return " ".join(words)


def storable(text: str) -> str:
    """Replace lone surrogates, which a phone may send and no database takes."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
