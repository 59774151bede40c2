"""`python -m tests.crash`: kill the bot 500 times while sets arrive, and 100 times while reminders go out.

Exits with 1 when anything was lost, doubled, left without an answer or broken. A seed makes the same choices again.
"""

import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Protocol

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from .killing import Window
from .reminders import IN_FLIGHT, reminders_under_kills
from .sets import sets_under_kills

AT_LEAST = 0.15
"""Of all kills, in each window: 3 in 20."""


class Counted(Protocol):
    """A report under way."""

    kills: int


def main(sets: int = 500, reminders: int = 100, seed: Annotated[int, typer.Option(min=0)] = 1) -> None:
    """Run both, show how far they are, and print what they found."""
    with tempfile.TemporaryDirectory(prefix="crash-") as folder, bar("sets", sets) as shown:
        trained = asyncio.run(sets_under_kills(Path(folder), kills=sets, seed=seed, shown=shown))
    print(trained)
    with tempfile.TemporaryDirectory(prefix="crash-") as folder, bar("reminders", reminders) as shown:
        reminded = asyncio.run(reminders_under_kills(Path(folder), kills=reminders, seed=seed, shown=shown))
    print(reminded)
    spread = all(trained.hit[window] >= AT_LEAST * sets for window in Window)
    few = max(reminded.uncertain, default=0) <= IN_FLIGHT
    sys.exit(0 if trained.is_clean and reminded.is_clean and spread and few else 1)


@contextmanager
def bar(what: str, kills: int) -> Iterator[Callable[[Counted], None]]:
    """Show the kills as they come."""
    columns = (TextColumn(f"kills, {what}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns) as progress:
        task = progress.add_task(what, total=kills)
        yield lambda report: progress.update(task, completed=report.kills)


if __name__ == "__main__":
    typer.run(main)
