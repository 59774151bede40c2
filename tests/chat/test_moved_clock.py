"""A system clock that is set by hours delays no tick, with APScheduler as it is and hours that pass in no time."""

import asyncio
import selectors
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given, settings, strategies as st
from telegram.ext import ApplicationBuilder, JobQueue

from bot.chat.flight import Flight
from bot.chat.handling import App
from bot.chat.minute_job import EVERY
from bot.chat.ticker import Ticker
from bot.chat.timekeeping import TimeKeeper
from bot.chat.upkeep import Upkeep
from bot.clock import GLANCE, SystemClock

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE = EVERY.total_seconds()
HOUR = 3600.0
Jumps = Sequence[tuple[float, float]]
"""When the clock is set, in seconds since the start, and by how many."""


class Hurrying(selectors.DefaultSelector):
    """Where others would wait, time has passed already."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.passed += timeout or 0.0
        return super().select(0)


class HurryingLoop(asyncio.SelectorEventLoop):
    """An event loop whose hours pass at once."""

    def __init__(self) -> None:
        self._hurrying = Hurrying()
        super().__init__(self._hurrying)

    def time(self) -> float:
        return self._hurrying.passed


class Noting(Ticker):
    """Notes when it ticks, by a clock that nobody sets."""

    ticks: list[float]

    async def tick(self) -> None:
        self.ticks.append(asyncio.get_running_loop().time())


class World:
    """A wall clock that is set, and APScheduler reading it."""

    def __init__(self, loop: HurryingLoop, jumps: Jumps) -> None:
        self.loop, self.jumps, self.ahead = loop, jumps, 0.0

    def now(self, zone: tzinfo = UTC) -> datetime:
        return (START + timedelta(seconds=self.loop.time() + self.ahead)).astimezone(zone)

    async def turns(self, end: float) -> None:
        for at, by in self.jumps:
            await asyncio.sleep(at - self.loop.time())
            self.ahead += by
        await asyncio.sleep(end - self.loop.time())


class Idle:
    """Keeps nothing: the ticker's time is what counts here."""

    async def last(self) -> None: ...
    async def hourly(self) -> None: ...
    async def nightly(self, _: datetime) -> None: ...
    def stop(self) -> None: ...


def ticks(jumps: Jumps, end: float, *, kept: bool = True, busy: bool = False) -> list[float]:
    """When the ticker ticks; `kept` by the time keeper or by APScheduler alone, `busy` with an update that hangs."""
    loop = HurryingLoop()
    world = World(loop, jumps)

    async def live() -> list[float]:
        app: App = ApplicationBuilder().token("1:a").job_queue(JobQueue()).build()
        clock = SystemClock(world.now, loop.time)
        ticker, flight = Noting(*[cast("Any", None)] * 6), Flight()
        ticker.ticks = []
        if busy:
            flight.took_off()
        upkeep = Upkeep(Idle(), clock)
        ticker.join(app)
        upkeep.join(app)
        assert app.job_queue
        await app.job_queue.start()
        keeping = asyncio.ensure_future(
            TimeKeeper(clock, flight, ticker, cast("Any", None), upkeep).run() if kept else _nothing()
        )
        await world.turns(end)
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)
        await app.job_queue.stop()
        return ticker.ticks

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("apscheduler.schedulers.base.datetime", SimpleNamespace(now=world.now))
        patched.setattr(JobQueue, "_tz_now", lambda _: world.now())
        try:
            return loop.run_until_complete(live())
        finally:
            loop.close()


async def _nothing() -> None:
    pass


def longest_gap(found: list[float], end: float) -> float:
    times = [0.0, *found, end]
    return max(after - before for before, after in pairwise(times))


def test_apscheduler_alone_ticks_each_minute_while_nobody_sets_the_clock() -> None:
    assert ticks([], 3.5 * MINUTE, kept=False) == pytest.approx([0, MINUTE, 2 * MINUTE, 3 * MINUTE])


def test_apscheduler_alone_is_silent_for_as_long_as_the_clock_was_set_back() -> None:
    """It wakes after a minute of the monotonic clock, finds nothing due by the wall clock, and sleeps the rest."""
    found = ticks([(90, -2 * HOUR)], 3 * HOUR, kept=False)
    assert 2 * HOUR < longest_gap(found, 3 * HOUR) <= 2 * HOUR + MINUTE + 1


def test_apscheduler_alone_notices_at_its_next_minute_that_the_clock_was_set_forward_and_runs_once() -> None:
    found = ticks([(90, 2 * HOUR)], 3.5 * MINUTE, kept=False)
    assert found == pytest.approx([0, MINUTE, 2 * MINUTE, 3 * MINUTE])


@pytest.mark.parametrize("by", [-26 * HOUR, -2 * HOUR, -61, -20, 20, 2 * HOUR, 26 * HOUR])
@pytest.mark.parametrize("busy", [False, True])
def test_a_clock_that_is_set_delays_no_tick_by_more_than_the_time_of_a_glance(by: float, busy: bool) -> None:
    found = ticks([(119, by)], 10 * MINUTE, busy=busy)
    assert longest_gap(found, 10 * MINUTE) <= MINUTE + GLANCE + 1
    assert any(119 <= tick <= 119 + GLANCE + 1 for tick in found)


def test_a_clock_set_back_little_by_little_is_noticed_too() -> None:
    found = ticks([(10.0 * n, -1.5) for n in range(1, 360)], HOUR)
    assert longest_gap(found, HOUR) <= MINUTE + GLANCE + 1


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.floats(1, 900), st.floats(-50 * HOUR, 50 * HOUR)), max_size=6).map(sorted))
def test_however_often_the_clock_is_set_a_tick_comes_each_minute(jumps: list[tuple[float, float]]) -> None:
    assert longest_gap(ticks(jumps, 1000), 1000) <= MINUTE + GLANCE + 1


def test_a_clock_that_nobody_sets_is_not_said_to_jump() -> None:
    found = ticks([], HOUR)
    assert len(found) <= HOUR / MINUTE + 2
