"""When the readiness check is asked again, and who begins at the beginning after it (evidence 2.7, 5.1)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.athlete import Athlete, Readiness
from bot.domain.exercise import Level
from bot.domain.library import Hold
from bot.domain.readiness import Recheck, after_break, begun_anew, recheck_due

from .builders import day

CHECKED = Readiness(day(1), None, date(2027, 3, 2))
ANNA = Athlete(id=7, language="en", readiness=CHECKED, level=Level.ADVANCED)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def test_before_the_first_check_none_is_due_again() -> None:
    assert recheck_due(replace(ANNA, readiness=None), day(100), None) is None


def test_a_check_counts_for_twelve_months() -> None:
    last = date(2027, 3, 1)
    assert recheck_due(ANNA, date(2027, 3, 1), last) is None
    assert recheck_due(ANNA, date(2027, 3, 2), last) is Recheck.YEAR


@pytest.mark.parametrize(("days", "due"), [(0, None), (55, None), (56, Recheck.BREAK), (90, Recheck.BREAK)])
def test_after_56_days_without_a_session_the_check_is_due(days: int, due: Recheck | None) -> None:
    assert recheck_due(ANNA, day(20 + days), day(20)) is due


def test_who_never_trained_is_asked_again_56_days_after_the_check() -> None:
    assert recheck_due(ANNA, day(56), None) is None
    assert recheck_due(ANNA, day(57), None) is Recheck.BREAK


def test_a_check_after_the_break_counts_for_another_56_days() -> None:
    again = replace(ANNA, readiness=replace(CHECKED, checked_on=day(80)))
    assert recheck_due(again, day(135), day(1)) is None
    assert recheck_due(again, day(136), day(1)) is Recheck.BREAK


@pytest.mark.parametrize("hold", Hold)
def test_time_without_training_brings_no_new_check_to_whom_a_hold_keeps_from_it(hold: Hold) -> None:
    waiting = replace(ANNA, readiness=replace(CHECKED, hold=hold))
    assert recheck_due(waiting, day(200), day(1)) is None
    assert recheck_due(waiting, CHECKED.recheck_on, day(1)) is Recheck.YEAR


def test_who_begins_anew_begins_as_a_beginner_and_what_was_before_says_nothing() -> None:
    assert begun_anew(ANNA, noon(day(60))) == replace(ANNA, level=Level.BEGINNER, level_since=noon(day(60)))


@pytest.mark.parametrize(("days", "anew"), [(0, False), (55, False), (56, True), (400, True)])
def test_a_break_of_56_days_begins_anew(days: int, anew: bool) -> None:
    at = noon(day(10 + days))
    assert after_break(ANNA, at, day(10)) == (begun_anew(ANNA, at) if anew else ANNA)


def test_without_a_session_there_is_nothing_to_begin_anew() -> None:
    assert after_break(ANNA, noon(day(200)), None) == ANNA


def test_nobody_begins_anew_twice_for_one_break() -> None:
    begun = begun_anew(ANNA, noon(day(70)))
    strong = replace(begun, level=Level.INTERMEDIATE, level_since=noon(day(71)))
    for athlete in (begun, strong):
        assert after_break(athlete, noon(day(75)), day(10)) == athlete


def test_a_level_chosen_before_the_last_session_does_not_count_as_begun_anew() -> None:
    earlier = replace(ANNA, level_since=noon(day(10)) - timedelta(hours=1))
    assert after_break(earlier, noon(day(66)), day(10)).level is Level.BEGINNER
