"""`kill -9` in a window of our choice: the disk and the sandbox's journal tell when, and what was caught."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from random import Random

from bot.sandbox.launch import BotProcess
from bot.sandbox.world.faults import Fault
from bot.sandbox.world.journal import Call, Journal
from bot.sandbox.world.world import World
from bot.store.updates import key_of

from .disk import Disk

BOT_ID = 1234567890
TOKEN = f"{BOT_ID}:" + "crashing" * 4
GIVEN_UP_AFTER = 3.0
LATER = 0.02  # seconds that may pass between the sight of a window and the kill
FOREVER = 60.0
"""Seconds of a request that the kill ends."""


class Window(StrEnum):
    """Where an update is on its way."""

    FETCHED = "fetched"  # handed over, not in the inbox
    COMMITTED = "committed"  # in the inbox, its effect not committed
    APPLIED = "applied"  # the effect is committed; its answer has not left, or has come and is not noted
    SENDING = "sending"  # the effect is committed, and a request to Telegram is under way


OPEN = "SELECT 1 FROM inbox WHERE state = 'open'"
APPLIED = "SELECT 1 FROM inbox WHERE state = 'applied'"


@dataclass
class Killing:
    """The bot while it lives, from one start to the kill."""

    world: World
    bot: BotProcess
    disk: Disk
    rng: Random

    async def kill(self) -> Counter[Window]:
        """Kill the bot; tell how many updates were in which window."""
        under_way = self.chats_under_way()
        await self.bot.kill()
        self.disk.let_go()
        self.world.faults.clear()
        return self._caught(under_way)

    def _caught(self, under_way: set[int]) -> Counter[Window]:
        rows = self.disk.rows("SELECT update_key, state, person FROM inbox")
        kept = {key for key, _, _ in rows}
        caught = Counter(
            {
                Window.FETCHED: len(self.handed_over() - kept),
                Window.COMMITTED: sum(state == "open" for _, state, _ in rows),
            }
        )
        for _, state, person in rows:
            if state == "applied":
                caught[Window.SENDING if person in under_way else Window.APPLIED] += 1
        return caught

    def handed_over(self) -> set[str]:
        """The keys of the updates that getUpdates gave to the bot in this life."""
        secret = blake2b(TOKEN.encode()).digest()
        polls = (call.result for call in self.calls() if call.method == "getUpdates" and call.result)
        return {key_of(secret, BOT_ID, update) for updates in polls for update in updates}

    def calls(self) -> list[Call]:
        """What the bot asked of Telegram in this life."""
        return list(self.world.journal)

    def chats_under_way(self) -> set[int]:
        """The chats to which a request is not answered yet."""
        return {chat for call in self.calls() if call.seconds == 0 and (chat := self._chat_of(call))}

    def _chat_of(self, call: Call) -> int:
        if query := self.world.queries.get(str(call.parameters.get("callback_query_id"))):
            return query.chat_id
        return int(call.parameters.get("chat_id", 0))

    async def until(self, sight: Callable[[], bool]) -> bool:
        """Look all the time, for what another process does rings no bell; gives up after a while."""
        ends = time.monotonic() + GIVEN_UP_AFTER
        while not (seen := sight()) and time.monotonic() < ends:  # noqa: ASYNC110 -- there is no event to wait for
            await asyncio.sleep(0.001)
        return seen

    async def held(self, sight: Callable[[], bool]) -> bool:
        """Hold the disk where it shows what we look for, before the bot goes on."""
        while await self.until(sight):
            self.disk.hold()
            if sight():
                return True
            self.disk.let_go()
        return False

    async def at_random(self) -> None:
        await asyncio.sleep(self.rng.uniform(0, LATER))


async def revived(world: World, bot: BotProcess) -> None:
    """Start the bot, with a journal of its own for this life."""
    world.journal = Journal()
    await bot.start()


async def once_fetched(killing: Killing, arrive: Callable[[], None]) -> None:
    """The disk is held, so what comes cannot be kept."""
    killing.disk.hold()
    before = killing.handed_over()
    arrive()
    await killing.until(lambda: killing.handed_over() > before)
    await killing.at_random()


async def once_committed(killing: Killing, arrive: Callable[[], None]) -> None:
    """What is kept goes no further: the disk is held before its effect."""
    arrive()
    await killing.held(lambda: killing.disk.has(OPEN))
    await killing.at_random()


async def once_applied(killing: Killing, arrive: Callable[[], None]) -> None:
    """At once after the effect, or after the answer has come and before that is noted."""
    arrive()
    if killing.rng.random() < 0.5:
        await killing.until(lambda: killing.disk.has(APPLIED) and not killing.chats_under_way())
    elif await killing.held(lambda: killing.disk.has(APPLIED)):
        await killing.at_random()
        await killing.until(lambda: not killing.chats_under_way())


async def once_sending(killing: Killing, arrive: Callable[[], None]) -> None:
    """One of the requests that an answer needs stays under way."""
    method = killing.rng.choice((None, "sendAnimation"))
    killing.world.faults.add(Fault("slow", method, times=killing.rng.randint(1, 4), seconds=FOREVER))
    arrive()
    await killing.until(lambda: killing.disk.has(APPLIED) and bool(killing.chats_under_way()))
    await killing.at_random()


async def whenever(killing: Killing, arrive: Callable[[], None]) -> None:
    """Nothing is aimed at."""
    killing.world.faults.add(Fault("slow", times=1000, seconds=0.01))
    arrive()
    await asyncio.sleep(killing.rng.uniform(0, 0.1))


AIMS: dict[Window | None, Callable[[Killing, Callable[[], None]], Awaitable[None]]] = {
    Window.FETCHED: once_fetched,
    Window.COMMITTED: once_committed,
    Window.APPLIED: once_applied,
    Window.SENDING: once_sending,
    None: whenever,
}
