"""Sets or echoes a second, and CPU per update, with 200 people who each wait for their answer."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bench import bots
from bench.bots import Bot
from bench.running import Server, bot as running_bot, cpu_seconds, megabytes, server as running_server
from bench.seeding import FIRST, logged_answers, seed_training, sets_of_a_workout, the_library

AT_ONCE = 200
PEOPLE = 400
LATENCIES = (0.0, 0.08)


@dataclass(frozen=True, slots=True)
class Speed:
    """One bot at one latency."""

    bot: str
    latency: float
    rate: float
    cpu: float
    """Milliseconds of CPU per update."""
    calls: float
    """Calls to Telegram per update."""
    p50: float
    p99: float
    memory: float
    answered: int
    said: int
    logged: int | None
    """Sets that the log has more than before, None for a bot without a log."""
    stall: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a bot runs: its folder, its process, its server, and its people."""

    folder: Path
    pid: int
    server: Server
    people: list[int]
    sets: int


@contextmanager
def standing(bot: Bot) -> Iterator[Ground]:
    """A bot that is up, with people who have said one thing already."""
    with TemporaryDirectory() as name, running_server() as server:
        folder, sets, people = Path(name), 1_000_000, list(range(FIRST, FIRST + AT_ONCE))
        if bot.ours:
            now, library = datetime.now(UTC), the_library()
            people, sets = list(range(FIRST, FIRST + PEOPLE)), sets_of_a_workout(library, now) - 2
            asyncio.run(seed_training(folder / "coach.db", library, people, now))
        with running_bot(bot.command, server, folder, bots.unpaced(bot, server)) as process:
            server.first_call("getUpdates", process)
            ground = Ground(folder, process.pid, server, people, sets)
            train(ground, bot, people[:AT_ONCE], each=1, seconds=30, latency=0)
            yield ground


def train(ground: Ground, bot: Bot, people: list[int], *, each: int, seconds: float, latency: float) -> dict[str, Any]:
    """Let people write, at most `each` messages in so many seconds; return what the server counted."""
    task = {"people": people, "at_once": AT_ONCE, "each": each, "seconds": seconds, "opening": bot.opening}
    ground.server.control(latency=latency, task={**task, "tap": bot.tap})
    return ground.server.settled()


def measured(bot: Bot, latency: float, seconds: float, meter: Path | None = None) -> Speed:
    """Measure one bot at one latency."""
    with standing(bot) as ground:
        database = ground.folder / "coach.db"
        before = logged_answers(database) if bot.ours else 0
        if meter:
            os.kill(ground.pid, signal.SIGUSR1)
        used = cpu_seconds(ground.pid)
        state = train(ground, bot, ground.people, each=ground.sets, seconds=seconds, latency=latency)
        used = cpu_seconds(ground.pid) - used
        memory = megabytes(ground.pid)
        time.sleep(0.3)  # the last row's commit
        logged = logged_answers(database) - before if bot.ours else None
    stall = json.loads(meter.read_text()) if meter else None
    return _speed(bot, latency, state["tally"], used, memory, logged, stall)


def _speed(
    bot: Bot, latency: float, tally: dict[str, Any], used: float, memory: float, logged: int | None, stall: Any
) -> Speed:
    answered, percent = tally["answered"], quantiles(tally["waits"], n=100)
    return Speed(
        bot=bot.name,
        latency=latency,
        rate=answered / (tally["last"] - tally["first"]),
        cpu=1000 * used / answered,
        calls=sum(tally["calls"].values()) / answered,
        p50=percent[49],
        p99=percent[98],
        memory=memory,
        answered=answered,
        said=tally["said"],
        logged=logged,
        stall=stall,
    )


def all_bots(seconds: float, rounds: int) -> Iterator[Speed]:
    """Measure every bot at every latency, taking turns."""
    for _ in range(rounds):
        for latency in LATENCIES:
            for bot in (*bots.PEER_BOTS, bots.OURS, bots.OURS_TAPPED):
                yield measured(bot, latency, seconds)


def least_disturbed(speeds: Iterable[Speed]) -> list[Speed]:
    """Return one row for each bot and latency: its fastest run, with the sum of what all runs sent and logged.

    Neighbours on the machine only ever slow a run down, here to half its pace for a minute at a time: the fastest of
    several is the one that says most about the bot.
    """
    runs: dict[tuple[str, float], list[Speed]] = {}
    for speed in speeds:
        runs.setdefault((speed.bot, speed.latency), []).append(speed)
    return [_least_disturbed(of_one) for of_one in runs.values()]


def _least_disturbed(runs: list[Speed]) -> Speed:
    best = max(runs, key=lambda run: run.rate)
    counts = ("said", "answered") if best.logged is None else ("said", "answered", "logged")
    summed = {name: sum(getattr(run, name) for run in runs) for name in counts}
    return replace(best, cpu=min(run.cpu for run in runs), **summed)


def loops(seconds: float, rounds: int) -> Iterator[Speed]:
    """Measure ours on both event loops, taking turns."""
    with TemporaryDirectory() as name:
        for _ in range(rounds):
            for latency in LATENCIES:
                for loop in ("asyncio", "uvloop"):
                    file = Path(name) / "stalls.json"
                    yield measured(bots.metered(file, loop), latency, seconds, file)


def jitter(seconds: float) -> float:
    """Return how late an idle process wakes up here: what of a stall is the machine's, not the bot's."""
    latest, until = 0.0, time.monotonic() + seconds
    while (before := time.monotonic()) < until:
        time.sleep(0.002)
        latest = max(latest, time.monotonic() - before - 0.002)
    return latest
