"""Whenever the bot is killed, a set that was sent is logged once and answered."""

import sys
from pathlib import Path

import pytest

from .killing import Window
from .sets import sets_under_kills

KILLS = 15
SEED = 20261123
WITHOUT_DEDUPLICATION = (sys.executable, "-m", "tests.crash.without_deduplication", "run")


@pytest.mark.timeout(900)  # fifteen starts, on a machine that may be busy with other tests
async def test_nothing_is_lost_or_doubled_or_left_unanswered_however_often_the_bot_is_killed(tmp_path: Path) -> None:
    report = await sets_under_kills(tmp_path, kills=KILLS, seed=SEED)
    print(report)
    assert report.is_clean, report
    assert all(report.hit[window] >= 3 for window in Window), report


@pytest.mark.timeout(900)
async def test_the_same_kills_lose_or_double_sets_where_updates_are_not_told_apart(tmp_path: Path) -> None:
    report = await sets_under_kills(tmp_path, kills=KILLS, seed=SEED, command=WITHOUT_DEDUPLICATION, until_found=True)
    print(report)
    assert report.lost + report.doubled, report
