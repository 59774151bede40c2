"""Runs the bot as `python -m bot run` does, with a meter of event-loop stalls beside it, on a loop of choice."""

import asyncio
import json
import signal
import sys
import time
from pathlib import Path

import uvloop

from bot.app import run
from bot.logs import set_up_logs
from bot.settings import settings_from_environment

BEAT = 0.002


async def measure(stalls: list[float]) -> None:
    """Sleep shortly, again and again, and note how much longer each sleep took."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(BEAT)
        stalls.append(time.perf_counter() - before - BEAT)


async def metered(file: Path) -> None:
    """Run the bot until it is stopped, then write what was measured since the last SIGUSR1."""
    settings = settings_from_environment()
    set_up_logs(settings.log_level)
    stalls: list[float] = [0.0]
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, stalls.clear)
    meter = asyncio.create_task(measure(stalls))
    try:
        await run(settings)
    finally:
        meter.cancel()
        ordered = sorted(stalls)
        file.write_text(json.dumps({"longest": ordered[-10:], "count": len(ordered), "p999": _at(ordered, 0.999)}))


def _at(ordered: list[float], share: float) -> float:
    return ordered[int((len(ordered) - 1) * share)]


if __name__ == "__main__":
    policy = uvloop.new_event_loop if sys.argv[2] == "uvloop" else asyncio.new_event_loop
    with asyncio.Runner(loop_factory=policy) as runner:
        runner.run(metered(Path(sys.argv[1])))
