"""What the command line offers: phones in the browser, a chat in the terminal, a script, or somebody's twelve weeks."""

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
from rich.console import Console
from rich.progress import Progress

from bot.sandbox import script as scripts
from bot.sandbox.client import SandboxError
from bot.sandbox.launch import NotStarted, Stage, stage, visit
from bot.sandbox.life.living import live
from bot.sandbox.life.persona import Persona
from bot.sandbox.life.phone import Stuck
from bot.sandbox.life.report import report
from bot.sandbox.page.app import Page
from bot.sandbox.page.stories import stories
from bot.sandbox.page.worlds import Worlds, ZoneOf
from bot.sandbox.serving import offered
from bot.sandbox.terminal import chat, standard_input


def run_chat(script: Path | None = None, server: str | None = None, start: datetime | None = None) -> int:
    """Chat in the terminal, or play a script; with a server, in a sandbox that runs already."""
    return _run(_chat(script, server, start))


def _run(show: Coroutine[object, object, None]) -> int:
    """The show's exit code: 1 with a sentence when it went wrong, 0 when it was left."""
    try:
        asyncio.run(show)
    except KeyboardInterrupt:
        print()
    except (scripts.Surprise, Stuck, NotStarted, SandboxError, OSError, aiohttp.ClientError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def run_page(zone_of: ZoneOf, port: int = 0, *, open_browser: bool = True) -> int:
    """Offer phones in the browser until interrupted."""
    return _run(_page(zone_of, port, open_browser=open_browser))


async def _page(zone_of: ZoneOf, port: int, *, open_browser: bool) -> None:
    known = stories()
    ended = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    worlds = Worlds()
    async with (
        offered(Page(worlds, known, zone_of).app(), port) as url,
        worlds,
    ):  # worlds end first: they let go of who waits
        worlds.open(next(iter(known.values())))
        print(f"The coach's demo: {url}\nCtrl-C ends it, and throws its data away.", flush=True)
        if open_browser and _has_browser():
            await asyncio.to_thread(webbrowser.open, url)
        await ended.wait()


def run_simulation(persona: Persona) -> int:
    """Live through the weeks with the real bot, and print the report."""
    return _run(_simulation(persona))


async def _simulation(persona: Persona) -> None:
    console = Console(stderr=True)
    with (
        TemporaryDirectory(prefix="hipcoach-") as folder,
        Progress(console=console, transient=True, disable=not console.is_terminal) as shown,
    ):
        bar = shown.add_task(persona.title, total=persona.weeks * 7)
        async with stage(Path(folder), start=persona.start) as own:
            diary = await live(persona, own, lambda days: shown.update(bar, completed=days))
    print(report(persona, diary), end="")


def _has_browser() -> bool:
    """Whether a window can open here; a browser in the terminal would take the terminal."""
    return sys.stdout.isatty() and (sys.platform == "darwin" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ)))


async def _chat(script: Path | None, server: str | None, start: datetime | None) -> None:
    lines = scripts.read(script) if script else None
    async with _stage(server, start) as stage:
        if lines is None:
            await chat(stage, standard_input(), Console())
        else:
            await scripts.play(lines, stage)


@asynccontextmanager
async def _stage(server: str | None, start: datetime | None) -> AsyncIterator[Stage]:
    """The given sandbox, or an own one with an empty database."""
    if server:
        async with visit(server) as found:
            yield found
        return
    with TemporaryDirectory(prefix="hipcoach-") as temporary:
        async with stage(Path(temporary), start=start) as own:
            yield own
