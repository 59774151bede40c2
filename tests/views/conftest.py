"""The real content pack, and a reader of it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.pack import Pack, load
from bot.domain.athlete import Athlete
from bot.views import Look
from tests.views.examples import ATHLETE

NOW = datetime(2026, 11, 25, 17, 42, tzinfo=UTC)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """Load content/ once."""
    return load(Path(__file__).parents[2] / "content")


@pytest.fixture
def look(pack: Pack) -> Look:
    """Give somebody who has a plan."""
    return look_of(pack, ATHLETE)


def look_of(pack: Pack, athlete: Athlete | None, name: str = "Kim") -> Look:
    """Give a reader."""
    return Look(pack.words("en"), pack.library, name, athlete, NOW)
