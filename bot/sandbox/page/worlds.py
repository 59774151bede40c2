"""The worlds behind the page: each has its own server, bot and database file, and lives until it is closed."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Literal, Self

from bot.sandbox.api.control import control_app
from bot.sandbox.launch import NotStarted, Stage, stage
from bot.sandbox.life.phone import Stuck
from bot.sandbox.page.stories import Story
from bot.sandbox.refusal import Impossible
from bot.sandbox.script import Surprise
from bot.sandbox.world.world import World

log = logging.getLogger(__name__)

MOST = 6
"""Worlds at once: each has a bot of its own, of some 100 MB."""

ZoneOf = Callable[[Path, int], str | None]
"""Tells the zone of an athlete from the bot's database file, None while there is none."""


@dataclass(eq=False)
class Live:
    """A world that is being made, or can be played in; `done` of `of` steps of its story are over."""

    number: int
    story: Story
    title: str
    world: World = field(default_factory=World)
    state: Literal["starting", "ready", "failed"] = "starting"
    why: str = ""
    done: int = 0
    stage: Stage | None = None
    folder: Path | None = None
    closed: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.api = control_app(self.world)

    @property
    def of(self) -> int:
        """How many steps the story has."""
        return self.story.length

    def progress(self, done: int) -> None:
        """Hear how far the story is."""
        self.done = done

    @property
    def bot_is_up(self) -> bool:
        """Whether the bot's process runs."""
        return bool(self.stage and self.stage.bot and self.stage.bot.is_up)


class Worlds:
    """Opens and closes worlds; leaving the block closes all of them."""

    def __init__(self) -> None:
        self._live: dict[int, Live] = {}
        self._last = 0
        self._tasks = asyncio.TaskGroup()

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for live in self._live.values():
            live.closed.set()
        await self._tasks.__aexit__(kind, error, trace)

    def __iter__(self) -> Iterator[Live]:
        return iter(self._live.values())

    def __getitem__(self, number: int) -> Live:
        if number not in self._live:
            raise Impossible("this world was closed")
        return self._live[number]

    def open(self, story: Story) -> Live:
        """Begin to make a world; Impossible when there are too many."""
        if len(self._live) >= MOST:
            raise Impossible(f"{MOST} worlds are open: close one first")
        self._last += 1
        again = sum(live.story is story for live in self._live.values())
        title = f"{story.title} {again + 1}" if again else story.title
        live = self._live[self._last] = Live(self._last, story, title)
        self._tasks.create_task(self._life(live))
        return live

    def close(self, number: int) -> None:
        """End a world: its bot, its server and its data."""
        self[number].closed.set()
        del self._live[number]

    async def _life(self, live: Live) -> None:
        """Make the world and keep it until it is closed; one that is still being made is broken off then."""
        making = asyncio.create_task(self._made(live))
        await live.closed.wait()
        if live.state == "starting":
            making.cancel()
        await asyncio.gather(making, return_exceptions=True)

    async def _made(self, live: Live) -> None:
        try:
            with TemporaryDirectory(prefix="hipcoach-") as folder:
                live.folder = Path(folder)
                async with stage(live.folder, world=live.world) as live.stage:
                    await live.story.play(live.stage, live.progress)
                    live.state = "ready"
                    await live.closed.wait()
        except (NotStarted, Surprise, Stuck) as error:
            live.state, live.why = "failed", str(error)
        except Exception as error:
            log.exception("a world could not be made")
            live.state, live.why = "failed", f"{type(error).__name__}: {error}"
