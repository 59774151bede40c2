"""The real content pack, every example, and what was said for it."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.coach.onboarding import Welcome
from bot.content.pack import Pack, load
from bot.domain.words import Words
from bot.views import Look, Reply, show

from .examples import examples
from .samples import ATHLETE, NOW, Example


@dataclass
class ListeningSay:
    """Says what the pack says, and remembers which texts were asked for."""

    words: Words
    asked: set[str]

    def __call__(self, key: str, /, **arguments: str | float) -> str:
        self.asked.add(key)
        return self.words.say(key, **arguments)


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
    """All examples with their replies, and the texts they took."""

    replies: tuple[tuple[Example, Reply], ...]
    asked: frozenset[str]


NAMES = ("Kim", "", "<b>x</b>", "🦵🏽" * 2000)


@pytest.fixture(scope="session")
def shown(pack: Pack) -> Shown:
    """Show every example, and the first screen to people of all kinds of names."""
    asked: set[str] = set()
    words = pack.words("en")
    words = replace(words, say=ListeningSay(words, asked))
    replies = [
        (example, show(example.result, Look(words, pack.library, name, example.athlete, NOW)))
        for example in examples(pack.library, words)
        for name in (NAMES if isinstance(example.result, Welcome) else NAMES[:1])
    ]
    return Shown(tuple(replies), frozenset(asked))
