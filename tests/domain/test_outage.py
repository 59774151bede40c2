"""When the coach was not there."""

from datetime import timedelta

from bot.domain.outage import PAUSE


def test_three_minutes_between_two_ticks_are_no_outage_yet() -> None:
    assert timedelta(minutes=3) == PAUSE
