"""What the command line offers: a chat in the terminal, or a script."""

import asyncio
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
from rich.console import Console

from bot.sandbox import script as scripts
from bot.sandbox.client import SandboxError
from bot.sandbox.launch import NotStarted, Stage, stage, visit
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
    except (scripts.Surprise, NotStarted, SandboxError, OSError, aiohttp.ClientError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


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
