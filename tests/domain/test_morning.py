"""When the morning after a pain is asked about."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.morning import asked_at

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("remind_at", "at"),
    [
        (time(18), time(8)),
        (time(9), time(8)),
        (time(8, 20), time(7, 20)),
        (time(8), time(7)),
        (time(6), time(7)),
        (time(1), time(7)),
    ],
)
def test_it_comes_at_nine_or_at_an_earlier_reminders_time_but_never_before_eight(remind_at: time, at: time) -> None:
    """In winter Berlin is an hour ahead of UTC."""
    assert asked_at(date(2026, 3, 3), remind_at, BERLIN) == datetime.combine(date(2026, 3, 3), at, tzinfo=UTC)


def test_a_day_that_does_not_exist_has_no_morning() -> None:
    assert asked_at(date(2011, 12, 30), time(18), ZoneInfo("Pacific/Apia")) is None
