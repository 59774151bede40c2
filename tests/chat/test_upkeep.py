"""When the upkeep runs: soon after the start, then once a night, whatever the clock does."""

import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.upkeep import Upkeep, is_due

MIDNIGHT = datetime(2026, 11, 24, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass
class Remembered:
    at: datetime


@dataclass
class Notebook:
    """A keeper that writes down what it was asked for."""

    nights: list[datetime] = field(default_factory=list)
    hours: int = 0
    fault: str | None = None
    broken: bool = False
    stopped: bool = False

    async def last(self) -> Remembered | None:
        return Remembered(self.nights[-1]) if self.nights else None

    async def hourly(self) -> None:
        self.hours += 1
        if self.broken:
            raise OSError("no disk")

    async def nightly(self, now: datetime) -> str | None:
        self.nights.append(now)
        return self.fault

    def stop(self) -> None:
        self.stopped = True


@dataclass
class Hands:
    """A clock whose hands we move."""

    at: datetime

    def now(self) -> datetime:
        return self.at

    async def sync(self) -> datetime:
        return self.at


async def days(upkeep: Upkeep, hands: Hands, length: timedelta, step: timedelta = MINUTE) -> None:
    end = hands.at + length
    while hands.at < end:
        await upkeep.run()
        hands.at += step


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (None, MIDNIGHT, True),
        (MIDNIGHT, MIDNIGHT + DAY - MINUTE, False),
        (MIDNIGHT, MIDNIGHT + DAY, True),
        (MIDNIGHT, MIDNIGHT - MINUTE, True),
        (MIDNIGHT, MIDNIGHT + 3 * HOUR - MINUTE, False),
        (MIDNIGHT, MIDNIGHT + 3 * HOUR, True),
        (MIDNIGHT + 3 * HOUR - MINUTE, MIDNIGHT + 3 * HOUR, True),
        (MIDNIGHT + 3 * HOUR, MIDNIGHT + 4 * HOUR, False),
        (MIDNIGHT, MIDNIGHT + 5 * HOUR - MINUTE, True),
        (MIDNIGHT, MIDNIGHT + 5 * HOUR, False),
    ],
)
def test_it_is_due_in_the_night_or_when_a_day_went_by_without(last: datetime | None, now: datetime, due: bool) -> None:
    assert is_due(last, now) is due


@pytest.mark.parametrize("start", range(24))
async def test_it_runs_soon_after_the_first_start_and_then_once_each_night(start: int) -> None:
    hands, notebook = Hands(MIDNIGHT + start * HOUR + 17 * MINUTE), Notebook()
    begun = hands.at
    await days(Upkeep(notebook, hands), hands, 10 * DAY)
    assert notebook.nights[0] == begun
    assert [night.hour for night in notebook.nights[1:]] == [
        night.hour for night in notebook.nights[1:] if night.hour in (3, 4)
    ]
    by_day = [night.date() for night in notebook.nights[1:]]
    assert len(by_day) == len(set(by_day)) >= 9
    assert 239 <= notebook.hours <= 241


async def test_a_restart_after_a_short_while_does_not_run_it_again_and_after_a_long_one_does() -> None:
    hands, notebook = Hands(MIDNIGHT + 12 * HOUR), Notebook()
    await Upkeep(notebook, hands).run()
    hands.at += HOUR
    await Upkeep(notebook, hands).run()
    assert len(notebook.nights) == 1
    hands.at += 2 * DAY
    await Upkeep(notebook, hands).run()
    assert len(notebook.nights) == 2


async def test_a_clock_that_goes_back_keeps_it_from_nothing() -> None:
    hands, notebook = Hands(MIDNIGHT + 12 * HOUR), Notebook()
    upkeep = Upkeep(notebook, hands)
    await upkeep.run()
    hands.at -= 3 * DAY
    await upkeep.run()
    assert (notebook.hours, len(notebook.nights)) == (2, 2)


async def test_a_failure_is_logged_and_tried_again_the_hour_after(caplog: pytest.LogCaptureFixture) -> None:
    hands, notebook = Hands(MIDNIGHT), Notebook(broken=True)
    upkeep = Upkeep(notebook, hands)
    await days(upkeep, hands, HOUR)
    assert notebook.hours == 1 and "the next hour tries again" in caplog.text
    notebook.broken = False
    await upkeep.run()
    assert len(notebook.nights) == 1


async def test_at_the_end_a_failure_is_no_alarm(caplog: pytest.LogCaptureFixture) -> None:
    notebook = Notebook(broken=True)
    upkeep = Upkeep(notebook, Hands(MIDNIGHT))
    upkeep.stop()
    await upkeep.run()
    assert notebook.stopped
    assert [record for record in caplog.records if record.levelno > logging.INFO] == []


async def test_a_damaged_file_is_an_alarm(caplog: pytest.LogCaptureFixture) -> None:
    await Upkeep(Notebook(fault="Page 7 is wrong"), Hands(MIDNIGHT)).run()
    assert "Page 7 is wrong" in caplog.text and "hipcoach doctor" in caplog.text
