"""Where the time goes: samples our bot with py-spy while 200 people train, and adds the samples up by package.

`python -m bench.profiling SECONDS [LATENCY]`, the latency of each call in seconds.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import bots
from bench.speed import standing, train

RATE = 200


def profile(seconds: float, latency: float = 0.0) -> dict[str, list[tuple[str, float]]]:
    """Return the share of CPU samples by package (where it was spent) and by function of ours (what it was for)."""
    with standing(bots.OURS) as ground, TemporaryDirectory() as name:
        file = Path(name) / "stacks.txt"
        command = ["py-spy", "record", "--format", "raw", "--gil", "--rate", str(RATE), "--output", str(file)]
        pid = ["--duration", str(int(seconds)), "--pid", str(ground.pid)]
        path = Path(sys.executable).parent / command[0]
        spy = subprocess.Popen([str(path), *command[1:], *pid], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        train(ground, bots.OURS, ground.people, each=ground.sets, seconds=seconds, latency=latency)
        spy.wait(60)
        return shares(file.read_text().splitlines())


def shares(stacks: Iterable[str]) -> dict[str, list[tuple[str, float]]]:
    """Add up folded stacks."""
    spent, inside, total = Counter[str](), Counter[str](), 0
    for line in stacks:
        frames, _, count = line.rpartition(" ")
        found = frames.split(";")
        total += int(count)
        spent[_package(found[-1])] += int(count)
        for frame in {f for f in found if "bot/" in f}:
            inside[frame.replace("bot/", "", 1).rsplit(":", 1)[0] + ")"] += int(count)
    return {"spent": _ordered(spent, total), "inside": _ordered(inside, total)}


def _package(frame: str) -> str:
    """Return the package of a frame such as `name (telegram/_bot.py:12)`."""
    parts = frame.rpartition("(")[2].partition(":")[0].split("/")
    return "/".join(parts[:2]) if parts[0] == "bot" else parts[0]


def _ordered(counted: Counter[str], total: int) -> list[tuple[str, float]]:
    return [(name, count / total) for name, count in counted.most_common(60)]


if __name__ == "__main__":
    print(json.dumps(profile(*map(float, sys.argv[1:3])), indent=1))
