"""The bot's life: it meets Telegram, goes on where it was, listens, and finishes what is in hand."""

import asyncio
import logging
from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol

from telegram import BotCommand, Update
from telegram.error import NetworkError, RetryAfter, TelegramError

from bot.chat.flight import Flight
from bot.chat.handling import App
from bot.chat.intake import InOrder
from bot.chat.outlet import Outlet, seconds_of
from bot.chat.ports import Clock
from bot.chat.ticker import Ticker
from bot.chat.timekeeping import TimeKeeper
from bot.chat.upkeep import Upkeep
from bot.chat.waiting_room import Waiting, WaitingRoom
from bot.chat.watchdog import Watchdog
from bot.coach.reminders import ReminderCoach
from bot.domain.words import Words
from bot.views.commands import COMMANDS

log = logging.getLogger(__name__)

ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.MY_CHAT_MEMBER]
FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
GRACE = 8.0
"""Seconds to finish what is in hand; the rest is in the inbox for the next start."""

PAGE = 200
ALONE = 5.0
"""Seconds that an update which may have killed the program has for itself."""


class Stopping(Protocol):
    """How the program is told to end."""

    @property
    def is_wanted(self) -> bool: ...
    async def wanted(self) -> None: ...
    def begins(self, code: int) -> None: ...


class Left(Waiting, Protocol):
    """An update that was left without an answer: its place, and how often a start of the program began it."""

    @property
    def id(self) -> int: ...
    @property
    def tries(self) -> int: ...


class Inbox(Protocol):
    """What a crash left there."""

    async def suspects(self) -> Sequence[Left]:
        """Return what was in hand when the program died."""

    async def unanswered(self, after: int, most: int) -> Sequence[Left]:
        """Return what has no answer yet, oldest first, beyond a place."""


@dataclass(frozen=True, slots=True)
class Running:
    """The bot, built."""

    app: App
    inbox: Inbox
    flight: Flight
    room: WaitingRoom
    processor: InOrder
    outlet: Outlet
    ticker: Ticker
    upkeep: Upkeep
    time_keeper: TimeKeeper
    watchdog: Watchdog
    reminders: ReminderCoach
    clock: Clock
    languages: Mapping[str, Words]

    async def until(self, stopping: Stopping) -> None:
        """Run until told to stop; what is in hand is finished first.

        Stalled says that Telegram is not asked any more, and that a new start may help.
        """
        await _cut_short(self._connect(), stopping)
        if not stopping.is_wanted:
            await self._serve(stopping)

    async def _connect(self) -> None:
        """Meet Telegram, however long its servers take; a rejected token raises InvalidToken."""
        pause = FIRST_PAUSE
        while True:
            try:
                await self.app.initialize()
            except NetworkError as error:
                log.warning("Telegram cannot be reached (%s), trying again in %.0f s", type(error).__name__, pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)
            except RetryAfter as error:
                log.warning("Telegram asks to wait before the first call: %.0f s", seconds_of(error))
                await asyncio.sleep(seconds_of(error))
            else:
                return

    async def _serve(self, stopping: Stopping) -> None:
        await self.clock.sync()
        await self.reminders.recover(self.clock.now())
        await self.app.start()
        listening = asyncio.ensure_future(self._listen())
        await _first(stopping, listening)
        stopping.begins(1)  # where nobody asked for it, something is wrong
        await self._end(listening)
        log.info("the coach is down")
        await _ended(listening)

    async def _listen(self) -> None:
        """Ask Telegram for updates, and keep the time, until cancelled."""
        updater = self.app.updater
        if updater is None:
            raise RuntimeError("the updater is missing")
        await self._replay()
        await updater.start_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1, error_callback=_poll_failed)
        await self._tell_commands()
        log.info("the coach is up")
        try:
            async with asyncio.TaskGroup() as together:
                together.create_task(self.time_keeper.run())
                together.create_task(self.watchdog.run())
        except ExceptionGroup as group:
            raise group.exceptions[0] from None

    async def _replay(self) -> None:
        """Put what a crash left without an answer before everything new; what was in hand then, one by one."""
        for suspect in await self.inbox.suspects():
            self._hand_on(suspect)
            with suppress(TimeoutError):
                async with asyncio.timeout(ALONE):
                    await self.flight.idle()
        last = 0
        while left := await self.inbox.unanswered(last, PAGE):
            last = left[-1].id
            await self.flight.has_room()
            for waiting in left:
                if not waiting.tries:
                    self._hand_on(waiting)

    def _hand_on(self, waiting: Left) -> None:
        if waiting.person is None or self.room.enter(waiting.person, waiting.key):
            self.processor.hand_on(waiting)

    async def _tell_commands(self) -> None:
        """Fill the command menu; nobody waits for it, so a refusal is no reason to stop."""
        try:
            for code, words in self.languages.items():
                commands = [BotCommand(name, words.say(f"command-{name}")) for name in COMMANDS]
                await self.app.bot.set_my_commands(commands, language_code=None if code == "en" else code)
        except TelegramError as error:
            log.warning("the command menu could not be set: %s", type(error).__name__)

    async def _end(self, listening: "asyncio.Task[None]") -> None:
        """Begin nothing, and finish what is in hand, as far as there is time."""
        self.outlet.wind_down()
        self.processor.wind_down()
        self.upkeep.stop()
        try:
            async with asyncio.timeout(GRACE):
                await self.ticker.finished()
                listening.cancel()
                await asyncio.wait({listening})
                await self._stop_app()
        except TimeoutError:
            listening.cancel()
            await self.processor.give_up()
            await self._stop_app()

    async def _stop_app(self) -> None:
        updater = self.app.updater
        if updater and updater.running:
            try:
                await updater.stop()
            except TelegramError as error:  # what had ended the polling is raised here once more
                log.warning("asking Telegram for updates had ended: %s", type(error).__name__)
        if self.app.running:
            await self.app.stop()


async def _cut_short(work: Coroutine[Any, Any, None], stopping: Stopping) -> None:
    """Do something until it is done or we are to stop; what it raises is raised here."""
    working = asyncio.ensure_future(work)
    await _first(stopping, working)
    working.cancel()
    await _ended(working)


async def _first(stopping: Stopping, working: "asyncio.Task[None]") -> None:
    """Wait until something is done or we are to stop."""
    stop = asyncio.ensure_future(stopping.wanted())
    await asyncio.wait({working, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    await asyncio.wait({stop})


async def _ended(working: "asyncio.Task[None]") -> None:
    """Wait for something that was cancelled, or is done; what it raises is raised here."""
    try:
        await working
    except asyncio.CancelledError:
        log.debug("stopped before it was done")


def _poll_failed(error: Exception) -> None:
    log.warning("asking Telegram for updates failed: %s", type(error).__name__)
