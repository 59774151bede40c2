"""`python -m bench`: measures everything, shows how far it is, and writes RESULTS.md."""

import time
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from bench import scale, speed
from bench.flood import flood
from bench.morning import morning
from bench.report import RESULTS, Run, report

A = TypeVar("A")

FLOODING = 5000


class Part(StrEnum):
    """What can be measured alone."""

    SPEED = "speed"
    LOOPS = "loops"
    SCALE = "scale"
    MORNING = "morning"
    FLOOD = "flood"


def main(
    part: Annotated[list[Part] | None, typer.Option(help="Only this; the result is shown, not written.")] = None,
    seconds: Annotated[float, typer.Option(help="How long each bot is measured.")] = 8,
    rounds: Annotated[int, typer.Option(help="How often bots, event loops and starts take turns.")] = 3,
    messages: Annotated[
        int, typer.Option(help="Messages of the morning; 10,000 take six minutes, 1,800 one.")
    ] = 10_000,
) -> None:
    """Measure the coach against its peers."""
    begun, parts, run = time.monotonic(), part or list(Part), Run()
    if Part.SPEED in parts:
        run.speeds = _shown(speed.all_bots(seconds, rounds))
    if Part.LOOPS in parts:
        run.jitter = speed.jitter(seconds)
        run.loops = _shown(speed.loops(seconds, rounds))
    if Part.SCALE in parts:
        run.starts = _shown(scale.starts(scale.COUNTS, rounds))
        run.ticks = _shown(scale.ticks(scale.COUNTS[1:]))
    if Part.MORNING in parts:
        run.morning = morning(messages, lambda said: _tell(f"the morning: {said}"))
    if Part.FLOOD in parts:
        run.flood = flood(FLOODING, lambda said: _tell(f"the flood: {said}"))
    text = report(run, f"make bench (--seconds {seconds:g} --rounds {rounds} --messages {messages})")
    if part:
        typer.echo(text)
    else:
        RESULTS.write_text(text, encoding="utf-8")
        typer.echo(f"{RESULTS.name} is written, after {(time.monotonic() - begun) / 60:.0f} minutes")


def _shown(measurements: Iterable[A]) -> list[A]:
    found = []
    for measurement in measurements:
        found.append(measurement)
        _tell(str(measurement))
    return found


def _tell(said: str) -> None:
    typer.echo(f"{time.strftime('%H:%M:%S')}  {said[:160]}")


if __name__ == "__main__":
    typer.run(main)
