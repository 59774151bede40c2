"""Whenever the bot is killed, a reminder comes once, or it is known that it may not have come."""

from pathlib import Path

import pytest

from .reminders import IN_FLIGHT, reminders_under_kills

KILLS = 10
SEED = 20261124


@pytest.mark.timeout(600)  # ten starts, on a machine that may be busy with other tests
async def test_no_reminder_is_doubled_and_a_kill_leaves_no_more_uncertain_than_were_under_way(tmp_path: Path) -> None:
    report = await reminders_under_kills(tmp_path, kills=KILLS, seed=SEED)
    print(report)
    assert report.is_clean, report
    assert 0 < max(report.uncertain) <= IN_FLIGHT, report
    assert all(report.caught.values()), report
