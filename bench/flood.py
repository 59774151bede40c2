"""One person sends five thousand messages at once, and fifty train meanwhile."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from bench import bots
from bench.running import bot as running_bot, megabytes, server as running_server
from bench.seeding import FIRST, seed_training, the_library

TRAINING = 50
LATENCY = 0.08
PAUSE = 10.0
"""Seconds between an answer and the next set."""

SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Flood:
    """How much memory it took, and how the others fared."""

    messages: int
    fetched: int
    before: float
    peak: float
    replies: int
    p50: float
    p99: float


def flood(messages: int, tell: Callable[[str], None]) -> Flood:
    """Let the flood come, and watch it for a minute."""
    with TemporaryDirectory() as name, running_server() as server:
        folder, flooder = Path(name), FIRST + TRAINING
        people = list(range(FIRST, flooder))
        asyncio.run(seed_training(folder / "coach.db", the_library(), [*people, flooder], datetime.now(UTC)))
        server.control(latency=LATENCY)
        with running_bot(bots.OURS.command, server, folder, {}) as process:
            server.first_call("getUpdates", process)
            task = {"people": people, "at_once": TRAINING, "each": 10**6, "seconds": SECONDS, "pause": PAUSE}
            server.control(task=task)
            time.sleep(PAUSE)
            before = megabytes(process.pid)
            server.control(flood={"person": flooder, "count": messages})
            state = server.settled(SECONDS + PAUSE)
            peak, left = megabytes(process.pid, "VmHWM"), server.state()["queued"]
            tell(f"{messages - left} of {messages} fetched")
        percent = quantiles(state["tally"]["waits"], n=100)
        replies = len(state["tally"]["waits"])
        return Flood(messages, messages - left, before, peak, replies, percent[49], percent[98])
