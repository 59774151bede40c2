"""A chat with the bot in the terminal."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

from rich.console import Console

from bot.sandbox.chatview import ChatView
from bot.sandbox.client import NotQuiet, SandboxError
from bot.sandbox.launch import Stage
from bot.sandbox.moves import NoMove, move_clock, press
from bot.sandbox.screen import Screen
from bot.sandbox.typing_in import typed_lines

LONG = 25.0  # seconds to wait for the next event before asking again


async def chat(stage: Stage, lines: AsyncIterator[str], console: Console) -> None:
    """Talk until the lines end, or one is /quit."""
    terminal = Terminal(stage, console)
    await terminal.begin()
    async with AsyncExitStack() as stack:
        if console.is_terminal:
            watching = asyncio.create_task(terminal.watch())
            stack.push_async_callback(_ended, watching)
        async for line in lines:
            if line.strip() == "/quit":
                break
            await terminal.enter(line.strip())


async def _ended(watching: asyncio.Task[None]) -> None:
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)


class Terminal:
    """Does what is typed; on a real terminal, what happens is shown as it comes."""

    def __init__(self, stage: Stage, console: Console) -> None:
        self.stage = stage
        self.console = console
        self.view = ChatView(stage.person.id)
        self.screen = Screen(console, self.view)
        self._seen = 0

    async def begin(self) -> None:
        self.screen.greet(await self.stage.sandbox.now())
        for event in await self.stage.sandbox.events():
            self._seen = event.number
        self._ready()

    async def watch(self) -> None:
        while True:
            await self._show_new(LONG)

    async def enter(self, line: str) -> None:
        self.screen.entered()
        try:
            await self._do(line)
            if not self.console.is_terminal:
                await self._finish(line)
        except (NoMove, LookupError, SandboxError) as error:
            self.screen.notice(str(error.args[0]))
        self._ready()

    async def _do(self, line: str) -> None:
        if line.startswith(".") and len(line) > 1:
            await press(self.stage.person, self.view.choice(line[1:]))
        elif line and not await move_clock(self.stage.sandbox, line):
            await self.stage.person.say(line)

    async def _finish(self, line: str) -> None:
        """Nobody looks while it happens: show it all, once it is over."""
        self.console.print(f"> {line}", style="green", markup=False, highlight=False)
        try:
            await self.stage.sandbox.quiet()
        except NotQuiet as error:
            self.screen.notice(f"the bot does not come to rest {error}")
        await self._show_new(0)

    async def _show_new(self, wait: float) -> None:
        events = await self.stage.sandbox.events(self._seen, wait)
        if not events:
            return
        self._seen = events[-1].number
        self.screen.show(events)
        self._ready()

    def _ready(self) -> None:
        if self.console.is_terminal:
            self.screen.prompt()


def standard_input() -> AsyncIterator[str]:
    return typed_lines(sys.stdin.fileno())
