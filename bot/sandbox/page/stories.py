"""The stories that can be tried from their end: scripts in a folder, and people who live with the coach for weeks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.sandbox.launch import Stage
from bot.sandbox.life.living import live
from bot.sandbox.life.persona import Persona
from bot.sandbox.people import PEOPLE
from bot.sandbox.script import play, read

FOLDER = Path(__file__).parents[1] / "stories"

Progress = Callable[[int], None]
"""Hears how many steps of a story are over."""


@dataclass(frozen=True)
class Story:
    """What came before somebody's chat can be taken over, as a script."""

    name: str
    title: str
    about: str
    lines: tuple[str, ...]

    @property
    def length(self) -> int:
        return len(self.lines)

    @property
    def unit(self) -> str:
        return "steps"

    async def play(self, stage: Stage, progress: Progress) -> None:
        await play(_counted(self.lines, progress), stage, out=lambda _: None)


@dataclass(frozen=True)
class LivedStory(Story):
    """The same, as somebody lives it."""

    persona: Persona

    @property
    def length(self) -> int:
        return self.persona.weeks * 7

    @property
    def unit(self) -> str:
        return "days"

    async def play(self, stage: Stage, progress: Progress) -> None:
        await live(self.persona, stage, progress)


def stories(folder: Path = FOLDER) -> Mapping[str, Story]:
    """All stories by name: those of the files in their order (`10_day_one.chat` is day_one), then the people."""
    found = (*(_story(path) for path in sorted(folder.glob("*.chat"))), *map(_lived, PEOPLE.values()))
    return {story.name: story for story in found}


def _story(path: Path) -> Story:
    lines = read(path)
    title, about = (line.removeprefix("#").strip() for line in lines[:2])
    return Story(path.stem.partition("_")[2], title, about, tuple(lines))


def _lived(persona: Persona) -> LivedStory:
    return LivedStory(persona.name, f"{persona.weeks} weeks: {persona.title.lower()}", persona.about, (), persona)


def _counted(lines: tuple[str, ...], progress: Progress) -> Iterator[str]:
    for done, line in enumerate(lines, 1):
        yield line
        progress(done)
