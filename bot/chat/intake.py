"""Updates are on disk before Telegram may forget them; one athlete's are handled in order, once."""

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus
from typing import Any, Protocol
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor
from telegram.request import RequestData

from bot.chat.handling import App, Handling, begin
from bot.chat.pacing import Buckets
from bot.chat.requests import AioRequest
from bot.chat.waiting_room import Waiting, WaitingRoom
from bot.chat.watchdog import Watchdog
from bot.coach.reminders import Languages
from bot.coach.turn import Turn
from bot.domain.athlete import Athlete

log = logging.getLogger(__name__)

KEY = "inbox_key"
"""The field a stored update carries its inbox key in; PTB keeps unknown fields in `api_kwargs`."""

PERSON = "inbox_person"
"""The field with who it is from."""

FROM_DISK = "inbox_again"
"""The field that says that it waited on disk, perhaps since before a crash."""

TRIES = 3
MOST_IN_HAND = 2000
EVERY, BURST = 1 / 3, 30
"""Of one person: so many updates at once, then one every so many seconds."""


class Kept(Protocol):
    """An update that is on disk."""

    @property
    def key(self) -> str: ...
    @property
    def person(self) -> int | None: ...


class Inbox(Protocol):
    """Updates that Telegram gave us, kept until they are answered."""

    async def keep(self, bot_id: int, updates: Sequence[dict[str, Any]], received_at: datetime) -> Sequence[Kept]:
        """Commit updates, and return them with their keys in the same order; a known one changes nothing."""

    async def begin(self, key: str) -> tuple[str, datetime, Athlete | None]:
        """Return a row's state (open, applied, answered, set_aside), when it came, and the athlete it is from."""

    async def answered(self, key: str, live_message: int | None = ..., *, empty_body: bool = ...) -> None:
        """Mark a row as answered; keep which message has the live buttons when that is given (None: none)."""

    async def tried(self, key: str) -> int:
        """Count that an update from disk is begun; return how often that was."""

    async def set_aside(self, key: str) -> None:
        """Mark a row that failed too often."""


class Clock(Protocol):
    """What time it is for the domain."""

    def now(self) -> datetime: ...
    async def sync(self) -> datetime:
        """Ask the clock's source anew, if it has one."""


class StoringRequest(AioRequest):
    """The getUpdates connection: what it returns is committed, and carries its key."""

    def __init__(self, inbox: Inbox, bot_id: int, clock: Clock, flight: "Flight", room: WaitingRoom) -> None:
        super().__init__(connections=2, read_timeout=15.0)
        self._inbox, self._bot_id, self._clock, self._flight, self._room = inbox, bot_id, clock, flight, room
        self.watchdog = Watchdog()

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named: Any
    ) -> tuple[int, bytes]:
        """Commit the updates of an answer before it is handed on; ask for none while too many are in hand."""
        asks = url.endswith("/getUpdates")
        if asks:
            await self._flight.has_room()
            self.watchdog.called()
        status, payload = await super().do_request(url, method, request_data, *timeouts, **named)
        if asks and status == HTTPStatus.OK:
            answer = self.parse_json_payload(payload)
            if updates := answer.get("result"):
                payload = json.dumps({**answer, "result": await self._kept(updates)}).encode()
        elif asks and status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            self.watchdog.rejected()
        return status, payload

    async def _kept(self, updates: list[dict[str, Any]]) -> list[dict[str, Any]]:
        kept = await self._inbox.keep(self._bot_id, updates, await self._clock.sync())
        return [self._handed_on(update, row) for update, row in zip(updates, kept, strict=True)]

    def _handed_on(self, update: dict[str, Any], row: Kept) -> dict[str, Any]:
        """Return an update with its key; without one where it is to wait on disk, and only its number counts."""
        if row.person is not None and not self._room.enter(row.person, row.key):
            return {"update_id": update["update_id"]}
        self._flight.took_off()
        return {**readable(update), KEY: row.key, PERSON: row.person}


ESSENTIAL = ("message_id", "date", "chat", "from", "text", "caption")


def readable(update: dict[str, Any]) -> dict[str, Any]:
    """Return an update that PTB can read: as it is, else its message's essentials, else its number alone.

    A field that PTB requires and the server leaves out would otherwise end the polling for everybody.
    """
    message = update.get("message")
    essential = {key: message[key] for key in ESSENTIAL if key in message} if isinstance(message, dict) else None
    tries = (update, {"update_id": update["update_id"], "message": essential}) if essential else (update,)
    return next(filter(_is_readable, tries), {"update_id": update["update_id"]})


def _is_readable(update: dict[str, Any]) -> bool:
    try:
        Update.de_json(update, None)
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError, RecursionError) as error:
        log.warning("an update is not as the Bot API has it: %s", type(error).__name__)
        return False
    return True


class Flight:
    """How many updates are between the inbox and their answer."""

    def __init__(self) -> None:
        self._count = 0
        self._idle, self._room = asyncio.Event(), asyncio.Event()
        self._note()

    def took_off(self) -> None:
        """Count one that is in hand from now on."""
        self._count += 1
        self._note()

    def landed(self) -> None:
        """Count one that is done with."""
        self._count -= 1
        self._note()

    async def idle(self) -> None:
        """Wait until nothing is under way."""
        await self._idle.wait()

    async def has_room(self) -> None:
        """Wait until not too many are under way."""
        await self._room.wait()

    def _note(self) -> None:
        for event, holds in ((self._idle, self._count <= 0), (self._room, self._count < MOST_IN_HAND)):
            if holds:
                event.set()
            else:
                event.clear()


@dataclass(slots=True)
class Desk:
    """What the intake needs around a turn: the clock, the words, and what to do where the usual way does not help."""

    inbox: Inbox
    clock: Clock
    languages: Languages
    heard_from: Callable[[int], Awaitable[None]]
    show_again: Callable[[], Awaitable[None]]
    say_failed: Callable[[bool], Awaitable[None]]
    say_slowed: Callable[[], Awaitable[None]]


class InOrder(BaseUpdateProcessor):
    """One athlete's updates one by one, different athletes in parallel."""

    def __init__(self, desk: Desk, flight: Flight, room: WaitingRoom, *, paced: bool) -> None:
        super().__init__(max_concurrent_updates=1_000_000)  # waiting for one's turn must not take a slot
        self._desk, self._flight, self._room = desk, flight, room
        self._buckets = Buckets(EVERY, BURST) if paced else None
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._in_hand: set[asyncio.Task[Any]] = set()
        self._ending = False
        self.app: App | None = None

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
            if KEY in update.api_kwargs:  # else it waits on disk
                await self._in_turn(update, coroutine)
        finally:
            coroutine.close()

    def hand_on(self, waiting: Waiting) -> None:
        """Put an update from disk, for which there is a seat, before everything new."""
        if self.app is None:
            raise RuntimeError("the application is missing")
        marks = {KEY: waiting.key, PERSON: waiting.person, FROM_DISK: True}
        self._flight.took_off()
        self.app.update_queue.put_nowait(Update.de_json({**readable(waiting.body), **marks}, self.app.bot))

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
        if self._buckets and person is not None:
            await asyncio.sleep(self._buckets.take(person, time.monotonic()))
        task = asyncio.current_task()
        assert task
        if self._ending:
            return
        self._in_hand.add(task)
        try:
            await self._handle(update, coroutine)
        finally:
            self._in_hand.discard(task)

    async def _handle(self, update: Update, coroutine: Coroutine[Any, Any, Any]) -> None:
        key, person = str(update.api_kwargs[KEY]), person_of(update)
        state, received_at, athlete = await self._desk.inbox.begin(key)
        if state not in ("open", "applied"):
            return
        if athlete and athlete.blocked and update.my_chat_member is None:
            await self._desk.heard_from(athlete.id)
            athlete = replace(athlete, blocked=False)
        handling = self._handling(update, person, key, received_at, athlete)
        begin(handling)
        if FROM_DISK in update.api_kwargs and await self._desk.inbox.tried(key) > TRIES:
            await self._set_aside(handling, saved=state == "applied")
            return
        if self._room.is_news(update.api_kwargs[PERSON] or 0):
            await self._desk.say_slowed()
        if state == "applied":
            await self._again(handling)
        else:
            await coroutine
            await self._retried(update, handling)
        if handling.error is None:
            await self._answered(handling)

    async def _set_aside(self, handling: Handling, *, saved: bool) -> None:
        """Give an update up that would do harm again, and say so."""
        await self._desk.inbox.set_aside(handling.turn.key)
        log.error("an update was set aside: it failed too often")
        await self._desk.say_failed(saved)

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
            if handling.error is None or self.app is None or not await self._is_open(handling):
                break
            handling.error = None
            await self.app.process_update(update)
        if handling.error is None:
            return
        if await self._is_open(handling):
            await self._set_aside(handling, saved=False)
        else:
            await self._saved(handling)

    async def _saved(self, handling: Handling) -> None:
        """Say that it is saved where only the answer failed, and show where they stand."""
        handling.error = None
        await self._desk.say_failed(True)
        await self._again(handling)

    async def _is_open(self, handling: Handling) -> bool:
        state, _, _ = await self._desk.inbox.begin(handling.turn.key)
        return state == "open"

    async def _again(self, handling: Handling) -> None:
        try:
            await self._desk.show_again()
        except Exception as error:  # as PTB does for handlers: logged, the row stays for the next start
            handling.error = error
            log.exception("the state after an applied update could not be shown")

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def person_of(update: Update) -> int:
    """Return whose update it is, 0 for one without a person."""
    return update.effective_user.id if update.effective_user else 0


def sent_at(update: Update) -> datetime | None:
    """Return when a message was sent, as Telegram dates it."""
    message = update.effective_message
    if message is None or update.callback_query:
        return None
    return message.edit_date or message.date
