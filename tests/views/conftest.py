"""The real content pack, and every example with its reply."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.coach.onboarding_results import Welcome
from bot.content.pack import Pack, load
from bot.views import Look, Reply, show

from .examples import examples
from .samples import ATHLETE, NOW, Example


@pytest.fixture(scope="session")
def pack() -> Pack:
    """Load content/ once."""
    return load(Path(__file__).parents[2] / "content")


@pytest.fixture
def look(pack: Pack) -> Look:
    """Give somebody who has a plan."""
    return Look(pack.words("en"), pack.library, "Kim", ATHLETE, NOW)


@dataclass(frozen=True)
class Shown:
    """All examples with their replies."""

    replies: tuple[tuple[Example, Reply], ...]


NAMES = ("Kim", "", "<b>x</b>", "🦵🏽" * 2000)


@pytest.fixture(scope="session")
def shown(pack: Pack) -> Shown:
    """Show every example, and the first screen to people of all kinds of names."""
    words = pack.words("en")
    replies = [
        (example, show(example.result, Look(words, pack.library, name, example.athlete, NOW)))
        for example in examples(pack.library, words)
        for name in (NAMES if isinstance(example.result, Welcome) else NAMES[:1])
    ]
    return Shown(tuple(replies))
