"""The athlete's day starts at 03:00 on their own wall clock; a wall time on it is one instant, or none."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, strategies as st

from bot.domain.day import instant_of, is_quiet, latest_sending, training_day, wall_clock, week_of

BERLIN, NEW_YORK, APIA = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Apia")
KATHMANDU, LORD_HOWE, NUUK = ZoneInfo("Asia/Kathmandu"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/Nuuk")
ZONES = sorted(available_timezones() - {"Factory", "localtime"})


def wall(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(date(year, month, day), time(hour, minute))


def utc(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return wall(year, month, day, hour, minute).replace(tzinfo=UTC)


def in_berlin(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return wall(year, month, day, hour, minute).replace(tzinfo=BERLIN).astimezone(UTC)


# Which day it is


@pytest.mark.parametrize(
    ("hour", "minute", "wanted"), [(0, 0, date(2026, 3, 2)), (2, 59, date(2026, 3, 2)), (3, 0, date(2026, 3, 3))]
)
def test_the_day_starts_at_three_in_the_morning(hour: int, minute: int, wanted: date) -> None:
    assert training_day(in_berlin(2026, 3, 3, hour, minute), BERLIN) == wanted


def test_the_day_is_the_athletes_own() -> None:
    instant = utc(2026, 3, 3, 6)
    assert training_day(instant, BERLIN) == date(2026, 3, 3)
    assert training_day(instant, NEW_YORK) == date(2026, 3, 2)


def test_a_wall_clock_shows_the_zones_time_without_a_zone() -> None:
    assert wall_clock(utc(2026, 3, 3, 12), KATHMANDU) == wall(2026, 3, 3, 17, 45)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a zone"):
        wall_clock(wall(2026, 3, 3, 12, 0), BERLIN)


@pytest.mark.parametrize(("day", "monday"), [(2, 2), (5, 2), (8, 2), (9, 9)])
def test_a_week_starts_on_monday(day: int, monday: int) -> None:
    assert week_of(date(2026, 3, day)) == date(2026, 3, monday)


# When a wall time is


def test_a_wall_time_is_an_instant() -> None:
    assert instant_of(date(2026, 3, 3), time(7, 30), BERLIN) == utc(2026, 3, 3, 6, 30)
    assert instant_of(date(2026, 3, 3), time(7, 30), KATHMANDU) == utc(2026, 3, 3, 1, 45)


def test_a_time_before_three_falls_on_the_calendar_date_after_its_day() -> None:
    assert instant_of(date(2026, 3, 3), time(2, 59), BERLIN) == utc(2026, 3, 4, 1, 59)
    assert instant_of(date(2026, 3, 3), time(3, 0), BERLIN) == utc(2026, 3, 3, 2, 0)


def test_in_a_spring_gap_the_time_moves_forward_by_the_gap() -> None:
    moved = instant_of(date(2026, 3, 28), time(2, 30), BERLIN)
    assert moved == in_berlin(2026, 3, 29, 3, 30)
    half = instant_of(date(2026, 10, 3), time(2, 10), LORD_HOWE)
    assert half
    assert wall_clock(half, LORD_HOWE) == wall(2026, 10, 4, 2, 40)


def test_a_gap_that_ends_at_midnight_moves_the_time_past_it() -> None:
    moved = instant_of(date(2024, 3, 30), time(23, 30), NUUK)
    assert moved
    assert wall_clock(moved, NUUK) == wall(2024, 3, 31, 0, 30)


@pytest.mark.parametrize("fold", [0, 1])
def test_in_an_autumn_overlap_the_first_of_the_two_counts(fold: int) -> None:
    assert instant_of(date(2026, 10, 24), time(2, 30, fold=fold), BERLIN) == utc(2026, 10, 25, 0, 30)


def test_a_date_that_was_left_out_has_no_instant() -> None:
    skipped = date(2011, 12, 30)
    assert instant_of(skipped, time(7), APIA) is None
    assert instant_of(skipped, time(23, 59), APIA) is None
    assert instant_of(skipped - timedelta(days=1), time(1), APIA) is None
    assert instant_of(skipped + timedelta(days=1), time(7), APIA) == utc(2011, 12, 30, 17)


zones = st.sampled_from(ZONES).map(ZoneInfo)
days = st.dates(date(1971, 1, 1), date(2037, 12, 1))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(days, times, zones)
def test_a_wall_time_comes_back_as_it_was_or_moved_by_a_gap(day: date, at: time, zone: ZoneInfo) -> None:
    chosen = datetime.combine(day + timedelta(days=at < time(3)), at)
    instant = instant_of(day, at, zone)
    if instant is not None:
        shown = wall_clock(instant, zone)
        assert timedelta(0) <= shown - chosen <= timedelta(hours=3)
        assert shown != chosen or training_day(instant, zone) == day


def test_every_zone_has_every_day_of_the_year_at_seven() -> None:
    for name in ZONES:
        zone = ZoneInfo(name)
        for offset in range(365):
            instant = instant_of(date(2026, 1, 1) + timedelta(days=offset), time(7), zone)
            assert instant, name
            assert wall_clock(instant, zone).time() == time(7), name


# When nobody is written to


@pytest.mark.parametrize(
    ("at", "quiet"),
    [(time(20, 59), False), (time(21), True), (time(0), True), (time(7, 59), True), (time(8), False)],
)
def test_quiet_hours_are_from_21_to_8(at: time, quiet: bool) -> None:
    assert is_quiet(at) is quiet


@pytest.mark.parametrize(
    ("due", "until"),
    [
        ((8, 0), (11, 0)),
        ((18, 0), (21, 0)),
        ((18, 1), (21, 0)),
        ((17, 59), (20, 59)),
        ((20, 59), (21, 0)),
        ((21, 0), (21, 30)),
        ((7, 59), (8, 29)),
    ],
)
def test_a_late_message_has_three_hours_cut_at_21_and_half_an_hour_in_quiet_hours(
    due: tuple[int, int], until: tuple[int, int]
) -> None:
    assert latest_sending(in_berlin(2026, 3, 3, *due), BERLIN) == in_berlin(2026, 3, 3, *until)
