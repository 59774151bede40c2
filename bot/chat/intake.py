"""One athlete's updates are handled in order, once; different athletes do not wait for one another."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, repeat
from typing import Any, Protocol
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import BadRequest, NetworkError
from telegram.ext import BaseUpdateProcessor

from bot.chat.flight import Flight
from bot.chat.handling import App, Handling, begin
from bot.chat.pacing import Buckets
from bot.chat.ports import Clock, Inbox
from bot.chat.storing import FROM_DISK, KEY, PERSON, read
from bot.chat.waiting_room import Waiting, WaitingRoom
from bot.coach.reminders import Languages
from bot.coach.turn import Turn
from bot.domain.athlete import Athlete

log = logging.getLogger(__name__)

TRIES = 3
PAUSES = (5.0, 15.0, 60.0)
"""Seconds until an update is handled again for which there was no disk or no network; the last one for ever."""

EVERY, BURST = 1 / 3, 30
"""Of one person: so many updates at once, then one every so many seconds."""


class Fallback(Protocol):
    """What is said where the usual way does not help."""

    async def show_again(self) -> None:
        """Show where somebody stands."""

    async def say_failed(self, *, saved: bool) -> None:
        """Own up to an update that failed for good, or whose answer did."""

    async def say_slowed(self) -> None:
        """Say that more comes than can be seen to at once."""


@dataclass(slots=True)
class Desk:
    """What the intake needs around a turn: the inbox, the clock, the words, and what to say when things go wrong."""

    inbox: Inbox
    clock: Clock
    languages: Languages
    heard_from: Callable[[int, datetime], Awaitable[None]]
    fallback: Fallback


class InOrder(BaseUpdateProcessor):
    """One athlete's updates one by one, different athletes in parallel."""

    _app: App
    _desk: Desk

    def __init__(self, flight: Flight, room: WaitingRoom, *, paced: bool) -> None:
        super().__init__(max_concurrent_updates=1_000_000)  # waiting for one's turn must not take a slot
        self._flight, self._room = flight, room
        self._buckets = Buckets(EVERY, BURST) if paced else None
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._in_hand: set[asyncio.Task[Any]] = set()
        self._ending = False

    def join(self, app: App, desk: Desk) -> None:
        """Take up the work, once the application that hands it on is built."""
        self._app, self._desk = app, desk

    def wind_down(self) -> None:
        """Begin nothing any more: it is in the inbox for the next start."""
        self._ending = True
        self._room.close()

    async def give_up(self) -> None:
        """Leave what is in hand as it is: it is in the inbox for the next start."""
        for task in self._in_hand:
            task.cancel()
        if self._in_hand:
            log.warning("updates that could not be finished in time: %d; the next start goes on", len(self._in_hand))
            await asyncio.wait(self._in_hand)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle one update when its athlete's turn has come."""
        if not isinstance(update, Update) or not isinstance(coroutine, Coroutine):
            raise TypeError("only updates come in here")
        try:
            if KEY in update.api_kwargs:  # else it is only the number that PTB was told
                await self._in_turn(update, coroutine)
        finally:
            coroutine.close()

    def hand_on(self, waiting: Waiting) -> None:
        """Put an update from disk, for which there is a seat, before everything new."""
        self._flight.took_off()
        self._app.update_queue.put_nowait(read(waiting.body, waiting, self._app.bot, **{FROM_DISK: True}))

    async def _in_turn(self, update: Update, coroutine: Coroutine[Any, Any, Any]) -> None:
        person = update.api_kwargs[PERSON]
        lock = self._locks.setdefault(person or 0, asyncio.Lock())
        try:
            async with lock:
                try:
                    await self._slowly(update, coroutine)
                finally:
                    if person is not None:
                        for waiting in await self._room.leave(person):
                            self.hand_on(waiting)
        finally:
            self._flight.landed()

    async def _slowly(self, update: Update, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Handle an update, not faster than a person may be in a hurry."""
        person = update.api_kwargs[PERSON]
        if self._buckets and person is not None and not self._ending:
            await asyncio.sleep(self._buckets.take(person, time.monotonic()))
        task = asyncio.current_task()
        assert task
        if self._ending:
            return
        self._in_hand.add(task)
        try:
            await self._until_answered(update, coroutine)
        finally:
            self._in_hand.discard(task)

    async def _until_answered(self, update: Update, coroutine: Coroutine[Any, Any, Any]) -> None:
        """Handle an update again, after a while, where the disk or the network was away; its athlete's others wait."""
        trouble = await self._tried(update, coroutine, again=False)
        for pause in chain(PAUSES, repeat(PAUSES[-1])):
            if not _passes(trouble) or self._ending:
                return
            log.warning("an update waits for better times: %s", type(trouble).__name__)
            await asyncio.sleep(pause)
            trouble = await self._tried(update, self._app.process_update(update), again=True)

    async def _tried(self, update: Update, coroutine: Coroutine[Any, Any, Any], *, again: bool) -> BaseException | None:
        """Handle an update; return what kept it from being answered."""
        try:
            return await self._handle(update, coroutine, again=again)
        except Exception as error:
            log.exception("an update could not be handled")
            return error
        finally:
            coroutine.close()

    async def _handle(
        self, update: Update, coroutine: Coroutine[Any, Any, Any], *, again: bool
    ) -> BaseException | None:
        key, person = str(update.api_kwargs[KEY]), person_of(update)
        state, received_at, athlete = await self._desk.inbox.begin(key)
        if state not in ("open", "applied"):
            return None
        if athlete and (athlete.blocked or athlete.unanswered) and update.my_chat_member is None:
            await self._desk.heard_from(athlete.id, self._desk.clock.now())
            athlete = replace(athlete, blocked=False, unanswered=0)
        handling = self._handling(update, person, key, received_at, athlete)
        begin(handling)
        if FROM_DISK in update.api_kwargs and not again and await self._desk.inbox.tried(key) > TRIES:
            await self._set_aside(handling, saved=state == "applied")
            return None
        if self._room.is_news(update.api_kwargs[PERSON] or 0):
            await self._desk.fallback.say_slowed()
        if state == "applied":
            await self._again(handling)
        else:
            await coroutine
            await self._retried(update, handling)
        if handling.error is None:
            await self._answered(handling)
        return handling.error

    async def _set_aside(self, handling: Handling, *, saved: bool) -> None:
        """Give an update up that would do harm again, and say so."""
        await self._desk.inbox.set_aside(handling.turn.key)
        log.error("an update was set aside: it failed too often")
        await self._desk.fallback.say_failed(saved=saved)

    async def _answered(self, handling: Handling) -> None:
        """Close the row; what it said is not needed any more, and may be private."""
        key = handling.turn.key
        if handling.live_changed:
            await self._desk.inbox.answered(key, handling.live_message, empty_body=True)
        else:
            await self._desk.inbox.answered(key, empty_body=True)

    def _handling(
        self, update: Update, person: int, key: str, received_at: datetime, athlete: Athlete | None
    ) -> Handling:
        user = update.effective_user
        code = user.language_code if user else None
        turn = Turn(person, key, sent_at(update) or received_at, self._desk.clock.now(), code, athlete)
        return Handling(update, turn, self._desk.languages.words(athlete.language if athlete else code))

    async def _retried(self, update: Update, handling: Handling) -> None:
        """Try a failed effect again at once, twice; then set it aside and say so. A failed reply is not an effect."""
        for _ in range(TRIES - 1):
            if handling.error is None or _is_network(handling.error) or not await self._is_open(handling):
                break
            handling.error = None
            await self._app.process_update(update)
        if handling.error is None or _is_network(handling.error):
            return
        if await self._is_open(handling):
            await self._set_aside(handling, saved=False)
        else:
            await self._saved(handling)

    async def _saved(self, handling: Handling) -> None:
        """Say that it is saved where only the answer failed, and show where they stand."""
        handling.error = None
        await self._desk.fallback.say_failed(saved=True)
        await self._again(handling)

    async def _is_open(self, handling: Handling) -> bool:
        state, _, _ = await self._desk.inbox.begin(handling.turn.key)
        return state == "open"

    async def _again(self, handling: Handling) -> None:
        try:
            await self._desk.fallback.show_again()
        except Exception as error:  # as PTB does for handlers: logged, the row stays for the next start
            handling.error = error
            log.exception("the state after an applied update could not be shown")

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def _passes(trouble: BaseException | None) -> bool:
    """Tell whether something will be over some time: a network, or a store, that does not answer."""
    return _is_network(trouble) or isinstance(trouble, TimeoutError)


def _is_network(trouble: BaseException | None) -> bool:
    return isinstance(trouble, NetworkError) and not isinstance(trouble, BadRequest)


def person_of(update: Update) -> int:
    """Return whose update it is, 0 for one without a person."""
    return update.effective_user.id if update.effective_user else 0


def sent_at(update: Update) -> datetime | None:
    """Return when a message was sent, as Telegram dates it."""
    message = update.effective_message
    if message is None or update.callback_query:
        return None
    return message.edit_date or message.date
