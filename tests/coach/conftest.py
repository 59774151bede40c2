"""A database file for each test, the real content for all of them, and Anna, who trains in Berlin."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.content.pack import Pack

from . import people
from .people import MONDAY, Coach, Person, on

MEMORY = Path("/dev/shm")


@pytest.fixture(scope="session")
def pack() -> Pack:
    return people.pack()


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the machine has one: what a commit costs on a disk is no part of these rules."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
async def coach(quick: Path, pack: Pack) -> AsyncIterator[Coach]:
    coach = await Coach.open(quick / "coach.db", pack)
    yield coach
    await coach.store.close()


@pytest.fixture
def stranger(coach: Coach) -> Person:
    """Somebody who has not started yet."""
    return Person(coach, 48_213, "de", on(MONDAY, "09:00"))


@pytest.fixture
async def anna(coach: Coach) -> Person:
    """Beginner in Berlin; Monday, Wednesday and Friday at 18:00; nothing at home. It is Monday, 2 March 2026, 9:00."""
    anna = Person(coach, 48_213, "de", on(MONDAY, "09:00"))
    await anna.onboards()
    return anna


@pytest.fixture
async def brisk(quick: Path, pack: Pack) -> AsyncIterator[Person]:
    """Anna's twin, whose content pack has no cool-down: there a strength move is the last."""
    program = replace(pack.library.program, cool_down=())
    short = replace(pack, library=replace(pack.library, program=program))
    coach = await Coach.open(quick / "brisk.db", short)
    brisk = Person(coach, 48_214, "de", on(MONDAY, "09:00"))
    await brisk.onboards()
    yield brisk
    await coach.store.close()
