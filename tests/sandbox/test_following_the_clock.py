"""A bot that follows the clock and says when it is idle can be played to its next reminder."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.launch import Stage
from bot.sandbox.puppet import Puppet
from bot.sandbox.script import play
from bot.sandbox.serving import Serving


@dataclass
class Reminding:
    """Reminds everybody an hour after they write; reports idleness as the coach does."""

    bot: Puppet
    clock: str
    due: dict[int, float] = field(default_factory=dict)
    now: float = 0.0

    async def run(self) -> None:
        self.now = await self._ask()
        async with asyncio.TaskGroup() as loops:
            loops.create_task(self._listen())
            loops.create_task(self._remind())

    async def _listen(self) -> None:
        offset = 0
        while True:
            for update in await self.bot("getUpdates", offset=offset, timeout=20):
                offset = update["update_id"] + 1
                self.due[update["message"]["chat"]["id"]] = update["message"]["date"] + 3600

    async def _remind(self) -> None:
        while True:
            for person in [person for person, due in self.due.items() if due <= self.now]:
                del self.due[person]
                await self.bot("sendMessage", chat_id=person, text="time to train")
            earliest = str(min(self.due.values(), default=""))
            self.now = await self._ask(after=str(self.now), wait="20", idle="1", next=earliest)

    async def _ask(self, **query: str) -> float:
        async with self.bot.session.get(self.clock, params=query) as response:
            return float((await response.json())["now"])


@pytest.fixture
async def reminding(bot: Puppet, serving: Serving) -> AsyncIterator[None]:
    running = asyncio.create_task(Reminding(bot, f"{serving.url}/clock").run())
    yield
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_next_goes_to_the_reminder_and_nothing_is_left_to_do_after_it(sandbox: Sandbox, reminding: None) -> None:
    stage = Stage(sandbox, await sandbox.person())
    script = ["@2026-11-24T18:00Z", "> hi", "! time", "+59m", "! time", "@next", "= time to train", "+1d", "! time"]
    transcript = await play(script, stage, lambda line: None)
    assert transcript.lines[-3:] == [
        "-- Tue 24 Nov 2026 19:00 UTC --",
        "time to train",
        "-- Wed 25 Nov 2026 19:00 UTC --",
    ]
