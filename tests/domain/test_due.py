"""When a reminder is due: once for each of the athlete's days, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, strategies as st

from bot.domain.day import instant_of, training_day
from bot.domain.due import Due, Rule, first_due, is_too_late, next_due, snoozed_until

BERLIN, APIA = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Apia")
AT_SEVEN = Rule(time(7), BERLIN)
TUESDAY = date(2026, 3, 3)


def berlin(hour: int, minute: int = 0, second: int = 0, day: int = 3) -> datetime:
    return datetime(2026, 3, day, hour, minute, second, tzinfo=BERLIN).astimezone(UTC)


def test_the_first_reminder_is_still_today_when_its_time_is_to_come() -> None:
    assert first_due(AT_SEVEN, berlin(6, 59, 59), None) == Due(TUESDAY, berlin(7))


@pytest.mark.parametrize("hour", [7, 8, 23])
def test_a_reminder_comes_strictly_after(hour: int) -> None:
    assert first_due(AT_SEVEN, berlin(hour), None) == Due(date(2026, 3, 4), berlin(7, day=4))


def test_a_time_before_three_belongs_to_the_evening_before() -> None:
    at_one = Rule(time(1), BERLIN)
    assert first_due(at_one, berlin(0, 59), None) == Due(date(2026, 3, 2), berlin(1))
    assert first_due(at_one, berlin(1), None) == Due(TUESDAY, berlin(1, day=4))


def test_a_time_that_a_gap_moved_into_the_new_day_still_comes() -> None:
    """On 29 March the clocks jump from 2 to 3: half past two is half past three, and it is a new day already."""
    gap = Rule(time(2, 30), BERLIN)
    jumped = datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN)
    assert first_due(gap, jumped - timedelta(minutes=1), None) == Due(date(2026, 3, 28), jumped)
    assert first_due(gap, jumped - timedelta(minutes=1), date(2026, 3, 28)).day == date(2026, 3, 29)


def test_a_day_that_was_served_is_not_served_again() -> None:
    assert first_due(AT_SEVEN, berlin(6), TUESDAY) == Due(date(2026, 3, 4), berlin(7, day=4))
    assert first_due(AT_SEVEN, berlin(6), date(2026, 3, 2)) == Due(TUESDAY, berlin(7))
    assert first_due(AT_SEVEN, berlin(6), date(2026, 3, 9)).day == date(2026, 3, 10)


def test_the_next_reminder_is_on_the_day_after() -> None:
    assert next_due(AT_SEVEN, TUESDAY) == Due(date(2026, 3, 4), berlin(7, day=4))


def test_a_day_that_was_left_out_is_passed_over() -> None:
    apia = Rule(time(7), APIA)
    last, first = date(2011, 12, 29), date(2011, 12, 31)
    served = instant_of(last, apia.at, APIA)
    assert served
    assert next_due(apia, last).day == first
    assert first_due(apia, served, None).day == first


rules = st.builds(
    Rule,
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"})).map(ZoneInfo),
)
days = st.dates(date(1971, 1, 1), date(2037, 12, 1))
WALLS = [datetime.combine(date(year, 1, 1), time()) for year in (1971, 2037)]
instants = st.datetimes(WALLS[0], WALLS[1], timezones=st.just(UTC))


@given(rules, instants, st.none() | days)
def test_the_first_due_is_strictly_after_and_on_a_day_not_yet_served(
    rule: Rule, now: datetime, last: date | None
) -> None:
    due = first_due(rule, now, last)
    assert due.at > now
    assert last is None or due.day > last
    assert due.at == instant_of(due.day, rule.at, rule.zone)


@given(rules, instants)
def test_no_due_is_left_out(rule: Rule, now: datetime) -> None:
    due = first_due(rule, now, None)
    earlier = (instant_of(due.day - timedelta(days=ago), rule.at, rule.zone) for ago in (1, 2, 3))
    assert all(at is None or at <= now for at in earlier)
    assert due.at - now <= timedelta(days=2, hours=3)


@given(rules, days)
def test_dues_strictly_increase_a_day_at_a_time(rule: Rule, day: date) -> None:
    first = next_due(rule, day)
    for _ in range(5):
        second = next_due(rule, first.day)
        assert second.day > first.day
        assert second.at > first.at
        assert first_due(rule, first.at, first.day) == second
        first = second


# Too late, and later


def test_three_hours_late_is_still_in_time_and_a_second_more_is_not() -> None:
    assert not is_too_late(berlin(9), BERLIN, berlin(12))
    assert is_too_late(berlin(9), BERLIN, berlin(12, 0, 1))


def test_a_snooze_takes_an_hour_to_the_minute() -> None:
    assert snoozed_until(berlin(18, 15), 0, BERLIN) == berlin(19, 15)
    assert snoozed_until(berlin(18, 15, 59), 0, BERLIN) == berlin(19, 15)


def test_a_snooze_that_was_promised_is_in_time_for_a_minute_more() -> None:
    promised = snoozed_until(berlin(19, 59, 59), 0, BERLIN)
    assert promised
    assert not is_too_late(promised, BERLIN, promised + timedelta(minutes=1))


def test_a_reminder_snoozes_twice() -> None:
    assert snoozed_until(berlin(18), 1, BERLIN) == berlin(19)
    assert snoozed_until(berlin(18), 2, BERLIN) is None
    assert snoozed_until(berlin(18), 3, BERLIN) is None


def test_a_snooze_never_comes_past_21() -> None:
    assert snoozed_until(berlin(19, 59, 59), 0, BERLIN) == berlin(20, 59)
    assert snoozed_until(berlin(20), 0, BERLIN) is None
    assert snoozed_until(berlin(1), 0, BERLIN) is None
    assert snoozed_until(berlin(2, 59), 0, BERLIN) is None
    assert snoozed_until(berlin(3), 0, BERLIN) == berlin(4)


def test_a_snooze_on_a_day_whose_evening_was_left_out_is_none() -> None:
    small_hours = datetime(2011, 12, 31, 1, tzinfo=APIA)
    assert training_day(small_hours, APIA) == date(2011, 12, 30)
    assert snoozed_until(small_hours, 0, APIA) is None
