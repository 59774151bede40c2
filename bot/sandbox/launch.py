"""A stage: a sandbox and, as a process of its own, the bot that talks to it."""

import asyncio
import ctypes
import os
import secrets
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person
from bot.sandbox.serving import Serving, serve
from bot.sandbox.world.world import World

COMMAND = (sys.executable, "-m", "bot", "run")
STARTS_WITHIN = 30.0
STOPS_WITHIN = 12.0
TAIL = 20  # lines of the log that explain why a bot did not start
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_LIBC = ctypes.CDLL(None)
NOT_FOR_THE_BOT = ("WEBHOOK_URL", "WEBHOOK_SECRET", "CLOCK_URL", "PORT")


class NotStarted(Exception):
    """The bot ended, or did not ask for updates in time; the log's tail says why."""


class BotProcess:
    """The bot in a process and a process group of its own, with its log in a file."""

    def __init__(
        self,
        serving: Serving,
        folder: Path,
        command: tuple[str, ...] = COMMAND,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.log = folder / "bot.log"
        self._serving = serving
        self._command = command
        self._environment = _environment(serving, folder) | dict(environment or {})
        self._process: asyncio.subprocess.Process | None = None

    @property
    def is_up(self) -> bool:
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Return once the bot asks for updates; one that does not is ended."""
        polls = self._serving.world.polls
        process = await self.spawn()
        try:
            await self._polling(process, polls)
        except BaseException:
            await self.kill()
            raise

    async def spawn(self) -> asyncio.subprocess.Process:
        """Start it, whatever becomes of it."""
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self._command,
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )
        return self._process

    async def _polling(self, process: asyncio.subprocess.Process, polls: int) -> None:
        world = self._serving.world
        polling = asyncio.create_task(world.bell.until(lambda: world.polls > polls, STARTS_WITHIN))
        ended = asyncio.create_task(process.wait())
        try:
            await asyncio.wait({polling, ended}, return_when=asyncio.FIRST_COMPLETED)
            if ended.done():
                raise NotStarted(f"the bot ended with code {ended.result()}\n{self._tail()}")
            if not polling.result():
                raise NotStarted(f"the bot asked for no updates\n{self._tail()}")
        finally:
            for task in (polling, ended):
                task.cancel()
            await asyncio.gather(polling, ended, return_exceptions=True)

    async def stop(self) -> int | None:
        """Ask the bot to end, and make it end when it takes too long; gives its exit code."""
        self._signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(STOPS_WITHIN):
                return await self._ended()
        except TimeoutError:
            return await self.kill()

    async def kill(self) -> int | None:
        """End it at once, as a power cut would."""
        self._signal(signal.SIGKILL)
        return await self._ended()

    async def restart(self) -> None:
        await self.kill()
        await self.start()

    def _signal(self, number: signal.Signals) -> None:
        if self._process and self._process.returncode is None:
            with suppress(ProcessLookupError):  # it ended, and nobody has heard of it yet
                os.killpg(self._process.pid, number)

    async def _ended(self) -> int | None:
        return await self._process.wait() if self._process else None

    def _tail(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines()
        return "\n".join(f"  {line}" for line in lines[-TAIL:])


@dataclass(frozen=True)
class Stage:
    """A sandbox with somebody in it, and the bot if it is ours to stop and start."""

    sandbox: Sandbox
    person: Person
    bot: BotProcess | None = None


@asynccontextmanager
async def stage(
    folder: Path,
    *,
    start: datetime | None = None,
    world: World | None = None,
    command: tuple[str, ...] = COMMAND,
    environment: Mapping[str, str] | None = None,
) -> AsyncIterator[Stage]:
    """Everything from nothing: a sandbox, the bot with its database in the folder, a person."""
    async with serve(world or World(start=start)) as serving, Sandbox(serving.url) as sandbox:
        bot = BotProcess(serving, folder, command, environment)
        try:
            await bot.start()
            yield Stage(sandbox, await sandbox.person(), bot)
        finally:
            await bot.stop()


@asynccontextmanager
async def visit(url: str) -> AsyncIterator[Stage]:
    """A new person in a sandbox that runs already."""
    async with Sandbox(url) as sandbox:
        yield Stage(sandbox, await sandbox.person())


def _environment(serving: Serving, folder: Path) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name not in NOT_FOR_THE_BOT}
    return own | {
        "TELEGRAM_BOT_TOKEN": f"1234567890:{secrets.token_urlsafe(26)}",
        "TELEGRAM_API_URL": serving.url,
        "CLOCK_URL": f"{serving.url}/clock",
        "DATABASE_URL": f"sqlite:///{folder.resolve() / 'coach.db'}",
    }


def _die_with_parent() -> None:
    """Runs in the child: the kernel ends it when we end in whatever way."""
    _LIBC.prctl(DIE_WITH_PARENT, signal.SIGKILL)
