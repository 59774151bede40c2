"""From measurements to RESULTS.md: tables, ratios, and whether each target was met."""

import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from bench import bots
from bench.flood import Flood
from bench.morning import Morning
from bench.running import ROOT
from bench.scale import Start, Tick
from bench.speed import Speed, least_disturbed

RESULTS = ROOT / "bench" / "RESULTS.md"
FINDINGS = ROOT / "bench" / "findings.md"
OURS_PACKAGES = ("python-telegram-bot", "aiohttp", "aiosqlite", "uvloop")


@dataclass(slots=True)
class Run:
    """Everything one run measured."""

    speeds: list[Speed] = field(default_factory=list)
    loops: list[Speed] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    morning: Morning | None = None
    flood: Flood | None = None
    jitter: float = 0.0


def report(run: Run, command: str) -> str:
    """Write it all down."""
    parts = [
        "# What the coach costs",
        (
            f"Written by `{command}` on {datetime.now(UTC):%d %B %Y}; do not edit (findings.md is the part in words).\n"
            "Absolute numbers of a shared machine drift by half within an hour: trust the ratios, they are of one run."
        ),
        _machine(),
        "## Targets",
        table(("target", "measured", "met"), _targets(run)),
        _speed_part(run.speeds),
        _spread_part(run.speeds),
        _loop_part(run.loops),
        _scale_part(run.starts, run.ticks),
        _morning_part(run.morning),
        _flood_part(run.flood),
        FINDINGS.read_text(encoding="utf-8").strip(),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Make a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _machine() -> str:
    cpu = next((x for x in Path("/proc/cpuinfo").read_text().splitlines() if x.startswith("model name")), "")
    packages = [f"{name} {version(name)}" for name in OURS_PACKAGES]
    ask = "import importlib.metadata as m; print(m.version('aiogram'))"
    aiogram = subprocess.run([bots.PEERS_PYTHON, "-c", ask], capture_output=True, text=True, check=False).stdout.strip()
    return (
        f"Machine: {os.cpu_count()} cores ({cpu.partition(':')[2].strip()}), shared with others, load average "
        f"{os.getloadavg()[0]:.1f} at the end; {platform.system()} {platform.release()}; "
        f"Python {sys.version.split()[0]}; {', '.join(packages)}, aiogram {aiogram}."
    )


def _of(speeds: Iterable[Speed], bot: bots.Bot, latency: float) -> Speed | None:
    return next((s for s in speeds if s.bot == bot.name and s.latency == latency), None)


def _targets(run: Run) -> list[tuple[str, str, str]]:
    found = [*_speed_targets(least_disturbed(run.speeds)), *_scale_targets(run.starts, run.ticks)]
    stalls = [s.stall["longest"][-1] for s in run.loops if s.stall and s.bot.endswith("uvloop")]
    if stalls:
        said = f"{1000 * max(stalls):.0f} ms (an idle process here: {1000 * run.jitter:.0f} ms)"
        found.append(("longest event-loop stall while 200 train, under 50 ms", said, _met(max(stalls) < 0.05)))
    if run.morning:
        m = run.morning
        found.append(("the morning within 1.05 of the limit's own time", f"{m.ratio:.2f}", _met(m.ratio <= 1.05)))
        found.append(("p99 of replies that morning under 1 s", f"{m.p99:.2f} s", _met(m.p99 < 1)))
    return found


def _speed_targets(speeds: Sequence[Speed]) -> list[tuple[str, str, str]]:
    found = []
    ours, usual = _of(speeds, bots.OURS, 0.08), _of(speeds, bots.WORKOUT, 0.08)
    if ours and usual:
        times = ours.rate / usual.rate
        found.append(("at 80 ms at least 20 times (c)", f"{times:.1f} times", _met(times >= 20)))
    ours, echo = _of(speeds, bots.OURS, 0.0), _of(speeds, bots.ECHO, 0.0)
    if ours and echo:
        share = ours.cpu / echo.cpu
        said = f"{share:.2f} of it"
        found.append(("at 0 ms a logged set costs no more CPU than (a)'s echo", said, _met(share <= 1)))
    return found


def _scale_targets(starts: Sequence[Start], ticks: Sequence[Tick]) -> list[tuple[str, str, str]]:
    found = []
    if len(starts) > 1:
        none, most = starts[0], starts[-1]
        slower, larger = most.seconds - none.seconds, most.memory - none.memory
        name = f"{most.reminders:,} reminders add"
        said = f"{slower:+.2f} s ({most.cpu - none.cpu:+.2f} s of CPU)"
        found.append((f"{name} under 1 s to the start", said, _met(slower < 1)))
        found.append((f"{name} under 10 MB", f"{larger:+.1f} MB", _met(larger < 10)))
    if idle := [tick for tick in ticks if not tick.due]:
        slowest = max(tick.seconds for tick in idle)
        found.append(("an idle tick takes under 1 ms", f"{1000 * slowest:.2f} ms", _met(slowest < 0.001)))
    return found


def _met(met: bool) -> str:  # noqa: FBT001
    return "yes" if met else "**no**"


def _speed_part(runs: Sequence[Speed]) -> str:
    if not runs:
        return ""
    speeds = least_disturbed(runs)
    head = ("bot", "latency", "updates/s", "over (c)", "CPU ms/update", "over (a)", "calls/update", "p50", "p99", "MB")
    rows = [(*_speed_row(speed), *_ratios(speed, speeds)) for speed in speeds]
    ordered = [(r[0], r[1], r[2], r[8], r[3], r[9], *r[4:8]) for r in rows]
    logged = [s for s in speeds if s.logged is not None]
    sets, rows_in_log = sum(s.said for s in logged), sum(s.logged or 0 for s in logged)
    return "\n\n".join(
        (
            "## Speed",
            (
                "200 people at once; each writes again when the answer is there. Every bot starts anew on the same server "
                "(a process of its own), says one thing to each, and is then measured; all take turns, and a row is the fastest of its runs (neighbours only ever slow one down). "
                "Latency is added to every call but getUpdates. Ours runs as `python -m bot run` with the real content, everybody mid-workout."
            ),
            table(head, ordered),
            f"Sets sent to ours in these rows: {sets:,}; rows in its log: {rows_in_log:,}.",
        )
    )


def _spread_part(runs: Sequence[Speed]) -> str:
    """Show every run of those that the targets compare: how far this machine drifts."""
    compared = ((bots.WORKOUT, 0.08), (bots.OURS, 0.08), (bots.ECHO, 0.0), (bots.OURS, 0.0))
    rows = []
    for bot, latency in compared:
        found = [s for s in runs if (s.bot, s.latency) == (bot.name, latency)]
        rates, cpu = ", ".join(f"{s.rate:.0f}" for s in found), ", ".join(f"{s.cpu:.2f}" for s in found)
        rows.append((bot.name, f"{1000 * latency:.0f} ms", rates, cpu))
    return "Run by run:\n\n" + table(("bot", "latency", "updates/s", "CPU ms/update"), rows) if runs else ""


def _speed_row(s: Speed) -> tuple[str, ...]:
    return (
        s.bot,
        f"{1000 * s.latency:.0f} ms",
        f"{s.rate:.0f}",
        f"{s.cpu:.2f}",
        f"{s.calls:.2f}",
        f"{1000 * s.p50:.0f} ms",
        f"{1000 * s.p99:.0f} ms",
        f"{s.memory:.0f}",
    )


def _ratios(s: Speed, speeds: Sequence[Speed]) -> tuple[str, str]:
    usual, echo = _of(speeds, bots.WORKOUT, s.latency), _of(speeds, bots.ECHO, s.latency)
    return f"{s.rate / usual.rate:.1f}" if usual else "", f"{s.cpu / echo.cpu:.2f}" if echo else ""


def _loop_part(loops: Sequence[Speed]) -> str:
    if not loops:
        return ""
    rows = []
    for latency in dict.fromkeys(s.latency for s in loops):
        for bot in dict.fromkeys(s.bot for s in loops):
            runs = [s for s in loops if (s.bot, s.latency) == (bot, latency)]
            cpu = min(s.cpu for s in runs)
            stalls = [s.stall for s in runs if s.stall]
            longest, usual = max(x["longest"][-1] for x in stalls), median(x["p999"] for x in stalls)
            rate = max(s.rate for s in runs)
            rows.append(
                (
                    bot,
                    f"{1000 * latency:.0f} ms",
                    f"{rate:.0f}",
                    f"{cpu:.2f}",
                    f"{1000 * usual:.0f} ms",
                    f"{1000 * longest:.0f} ms",
                )
            )
    head = ("loop", "latency", "updates/s", "CPU ms/update", "stall, p99.9", "longest stall")
    said = (
        "The fastest of runs that took turns, and the longest stall of all of them, with a stall meter beside the bot (it "
        "costs some CPU itself)."
    )
    return f"## The event loop\n\n{said}\n\n{table(head, rows)}"


def _scale_part(starts: Sequence[Start], ticks: Sequence[Tick]) -> str:
    parts = []
    if starts:
        counted = [(f"{s.reminders:,}", f"{s.seconds:.2f} s", f"{s.cpu:.2f} s", f"{s.memory:.1f} MB") for s in starts]
        parts.append("## Many reminders\n\n" + table(("reminders", "start", "its CPU", "memory"), counted))
    if ticks:
        head = ("reminders", "due", "one tick's claims", "longest batch")
        rows = [
            (f"{t.reminders:,}", f"{t.due:,}", f"{1000 * t.seconds:.2f} ms", f"{1000 * t.longest_batch:.1f} ms")
            for t in ticks
        ]
        parts.append(table(head, rows))
    return "\n\n".join(parts)


def _morning_part(m: Morning | None) -> str:
    if m is None:
        return ""
    rows = [
        ("messages due in the same minute", f"{m.arrived:,} of {m.messages:,}"),
        ("replies to the 50 who trained meanwhile", f"{m.replies:,}"),
        ("the limit's own time for all (30 a second)", f"{m.limit:.0f} s"),
        ("time taken", f"{m.seconds:.0f} s, {m.ratio:.2f} of it"),
        ("refused with 429", f"{m.refused:,}"),
        ("replies, p50 and p99", f"{1000 * m.p50:.0f} ms, {1000 * m.p99:.0f} ms"),
        ("CPU per message", f"{m.cpu:.2f} ms"),
        ("longest event-loop stall", f"{1000 * m.stall['longest'][-1]:.0f} ms"),
    ]
    return "## The morning\n\n" + table(("at 80 ms latency", ""), rows)


def _flood_part(f: Flood | None) -> str:
    if f is None:
        return ""
    rows = [
        ("messages of one person at once", f"{f.messages:,}, of which {f.fetched:,} were fetched within the minute"),
        ("memory before, and at its highest", f"{f.before:.1f} MB, {f.peak:.1f} MB"),
        ("replies to the 50 who trained meanwhile", f"{f.replies:,}"),
        ("those, p50 and p99", f"{1000 * f.p50:.0f} ms, {1000 * f.p99:.0f} ms"),
    ]
    return "## The flood\n\n" + table(("at 80 ms latency", ""), rows)
