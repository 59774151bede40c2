"""The stories that can be tried from their end: scripts in a folder, with a title and a sentence on top."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.script import read

FOLDER = Path(__file__).parents[1] / "stories"


@dataclass(frozen=True)
class Story:
    """What came before somebody's chat can be taken over."""

    name: str
    title: str
    about: str
    lines: tuple[str, ...]


def stories(folder: Path = FOLDER) -> Mapping[str, Story]:
    """All stories by their file's name, in its order; `10_day_one.chat` is the story day_one."""
    found = (_story(path) for path in sorted(folder.glob("*.chat")))
    return {story.name: story for story in found}


def _story(path: Path) -> Story:
    lines = read(path)
    title, about = (line.removeprefix("#").strip() for line in lines[:2])
    return Story(path.stem.partition("_")[2], title, about, tuple(lines))
