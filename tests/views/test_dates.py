"""Dates, times and lists in words."""

from datetime import time
from zoneinfo import ZoneInfo

import pytest

from bot.views.dates import clock_words, day_words, listed, weekday_list, zone_words

from .samples import TODAY


def test_dates_and_times_read_as_people_say_them() -> None:
    assert day_words(TODAY, "en") == "Wed 25 Nov"
    assert clock_words(time(18, 42), "en") == "18:42"
    assert clock_words(time(7), "en") == "07:00"
    assert weekday_list({4, 0, 2}, "en") == "Mon, Wed and Fri"
    assert listed([], "en") == ""


def test_dates_follow_the_language() -> None:
    assert day_words(TODAY, "de") == "Mi. 25. Nov."
    assert weekday_list({0, 2}, "pt-br") == "seg. e qua."


@pytest.mark.parametrize(
    ("zone", "words"),
    [("Europe/Berlin", "Berlin"), ("America/New_York", "New York"), ("UTC", "UTC"), ("Etc/GMT+2", "Etc/GMT+2")],
)
def test_a_zone_is_called_by_its_city(zone: str, words: str) -> None:
    assert zone_words(ZoneInfo(zone), "en") == words
