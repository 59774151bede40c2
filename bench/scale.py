"""What many reminders cost before anybody writes: the start, memory, and the ticker."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench import bots
from bench.running import bot as running_bot, cpu_seconds, megabytes, server as running_server
from bench.seeding import FIRST, opened, seed_reminders
from bot.coach.reminders import ReminderCoach
from bot.content.pack import load
from bot.settings import CONTENT

COUNTS = (0, 1_000, 100_000, 1_000_000)
SETTLING = 2.0


@dataclass(frozen=True, slots=True)
class Start:
    """The start with so many reminders: seconds to the first getUpdates, CPU until a little later, and memory then."""

    reminders: int
    seconds: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick of the ticker: what is due claimed in batches, nothing sent."""

    reminders: int
    due: int
    seconds: float
    longest_batch: float


def starts(counts: tuple[int, ...], rounds: int) -> Iterator[Start]:
    """Start the bot on databases of each size, taking turns; give the medians."""
    with TemporaryDirectory() as name:
        folders = {count: _folder(Path(name), count, 0) for count in counts}
        found: dict[int, list[Start]] = {count: [] for count in counts}
        for _ in range(rounds):
            for count in counts:
                found[count].append(_start(folders[count], count))
    for count in counts:
        runs = found[count]
        seconds, cpu = median(run.seconds for run in runs), median(run.cpu for run in runs)
        yield Start(count, seconds, cpu, median(run.memory for run in runs))


def _start(folder: Path, count: int) -> Start:
    with running_server() as server:
        before = time.time()
        with running_bot(bots.OURS.command, server, folder, {}) as process:
            at = server.first_call("getUpdates", process)
            time.sleep(SETTLING)
            return Start(count, at - before, cpu_seconds(process.pid), megabytes(process.pid))


def _folder(parent: Path, count: int, due: int) -> Path:
    folder = parent / f"{count}-{due}"
    folder.mkdir()
    asyncio.run(seed_reminders(folder / "coach.db", FIRST, count, due, datetime.now(UTC)))
    return folder


def ticks(counts: tuple[int, ...]) -> Iterator[Tick]:
    """Measure a tick with nothing due, and with one in a hundred due."""
    with TemporaryDirectory() as name:
        for count in counts:
            for due in (0, count // 100):
                folder = _folder(Path(name), count, due)
                yield asyncio.run(_tick(folder / "coach.db", count, due))


IDLE_TICKS = 200


async def _tick(file: Path, count: int, due: int) -> Tick:
    database = await opened(file)
    pack = load(CONTENT)
    coach = ReminderCoach(database, pack, pack.library)
    try:
        await coach.earliest()  # the first statement compiles what the others use
        batches = [await _tick_of(coach) for _ in range(IDLE_TICKS)] if not due else [await _batch(coach)]
        while due and batches[-1][1]:
            batches.append(await _batch(coach))
    finally:
        await database.close()
    took = [seconds for seconds, _ in batches]
    if sum(claimed for _, claimed in batches) != due:
        raise AssertionError("not everything that was due was claimed")
    return Tick(count, due, sum(took) if due else median(took), max(took))


async def _batch(coach: ReminderCoach) -> tuple[float, int]:
    before = time.perf_counter()
    claimed = await coach.claim(datetime.now(UTC))
    return time.perf_counter() - before, len(claimed)


async def _tick_of(coach: ReminderCoach) -> tuple[float, int]:
    """Look what is due, and note that the tick went well, which is a commit."""
    now = datetime.now(UTC)
    took, claimed = await _batch(coach)
    before = time.perf_counter()
    await coach.ticked(now, now)
    return took + time.perf_counter() - before, claimed
