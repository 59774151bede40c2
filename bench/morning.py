"""Ten thousand people are due at the same minute, and fifty train meanwhile; Telegram takes thirty messages a second."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import Any

from bench import bots
from bench.running import Server, bot as running_bot, cpu_seconds, server as running_server
from bench.seeding import FIRST, seed_reminders, seed_training, the_library

TRAINING = 50
PACE = 30
LATENCY = 0.08
PAUSE = 20.0
"""Seconds between an answer and the next set, and so about 2.5 replies a second."""

SLEEPERS = FIRST + 100_000
FIRST_MINUTE = 70.0
SLOWEST = 4.0
"""How many times the limit's own time it is waited for."""


@dataclass(frozen=True, slots=True)
class Morning:
    """How the morning went: seconds from the first reminder to the last, and how replies fared meanwhile."""

    messages: int
    arrived: int
    seconds: float
    replies: int
    limit: float
    """Seconds that all messages take at the pace, replies included."""
    refused: int
    p50: float
    p99: float
    cpu: float
    stall: dict[str, Any]

    @property
    def ratio(self) -> float:
        """The time it took over the limit's own."""
        return self.seconds / self.limit


def morning(messages: int, tell: Callable[[str], None]) -> Morning:
    """Let the morning come, and watch it."""
    with TemporaryDirectory() as name, running_server() as server:
        folder, now = Path(name), datetime.now(UTC)
        training = list(range(FIRST, FIRST + TRAINING))
        asyncio.run(seed_training(folder / "coach.db", the_library(), training, now))
        asyncio.run(seed_reminders(folder / "coach.db", SLEEPERS, messages, messages, now - timedelta(seconds=30)))
        meter, ours = folder / "stalls.json", bots.metered(folder / "stalls.json")
        server.control(latency=LATENCY, most=PACE)
        with running_bot(ours.command, server, folder, {}) as process:
            server.first_call("getUpdates", process)
            os.kill(process.pid, signal.SIGUSR1)
            task = {"people": training, "at_once": TRAINING, "each": 10**6, "seconds": 10**6, "pause": PAUSE}
            server.control(task=task)
            used = cpu_seconds(process.pid)
            _watch(server, messages, tell)
            used, state = cpu_seconds(process.pid) - used, server.state(whole=True)
        return _judged(messages, state, used, json.loads(meter.read_text()))


def _watch(server: Server, messages: int, tell: Callable[[str], None]) -> None:
    until = time.monotonic() + SLOWEST * messages / PACE + FIRST_MINUTE
    while time.monotonic() < until:
        arrived = server.state()["unasked"]
        if arrived >= messages:
            return
        tell(f"{arrived} of {messages}")
        time.sleep(5)


def _judged(messages: int, state: dict[str, Any], used: float, stall: dict[str, Any]) -> Morning:
    at, tally = state["unasked_at"], state["tally"]
    percent = quantiles(tally["waits"], n=100)
    replies = sum(1 for _ in tally["waits"])
    return Morning(
        messages=messages,
        arrived=len(at),
        seconds=at[-1] - at[0],
        replies=replies,
        limit=(len(at) + replies) / PACE,
        refused=state["refused"],
        p50=percent[49],
        p99=percent[98],
        cpu=1000 * used / (len(at) + replies),
        stall=stall,
    )
