"""The one place that writes to Telegram: replies to the update being handled, and messages of the coach's own."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Message
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.chat.calls import Calls
from bot.chat.clips import Clips, file_shown_by
from bot.chat.handling import Handling, current
from bot.chat.pacing import Pace, Rank
from bot.domain.clip import Clip, Shown
from bot.views.pages import fits_below_a_clip
from bot.views.reply import Carrier, Reply, Rows

log = logging.getLogger(__name__)

Result = TypeVar("Result")

PATIENCE = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 30.0, 30.0)
"""Seconds between tries of a reply: it states what is saved, so a repeat does no harm."""


class Outlet:
    """Sends, edits and answers, at Telegram's pace. Exactly one message of a chat has live buttons."""

    def __init__(self, calls: Calls, clips: Clips, pace: Pace) -> None:
        self._calls, self._clips, self._pace = calls, clips, pace

    def wind_down(self) -> None:
        """Start nothing of the coach's own any more: it stays due. Replies go on."""
        self._pace.wind_down()

    async def reply(self, reply: Reply) -> None:
        """Answer the update being handled: a tap on the live message edits it, all else is a new message below."""
        handling = current()
        try:
            await self._reply(handling, reply)
        except Forbidden:
            log.info("a reply was refused: the athlete has blocked the bot")
        except BadRequest as error:  # what was saved stays saved; sending the same again would be refused again
            log.error("Telegram refused a reply: %s", error.message)  # noqa: TRY400 -- the trace says no more

    async def _reply(self, handling: Handling, reply: Reply) -> None:
        query = handling.update.callback_query
        if query:
            await self._answer(query.id, reply.toast)
        if not reply.text:
            return
        if not _is_private(handling) or reply.aside:
            await self.send(_chat(handling), reply)
            return
        message = query.message if query else None
        chat, tapped, live = _chat(handling), message.message_id if message else None, handling.live
        if isinstance(message, Message) and live in (None, tapped) and self._fits(message, reply):
            sent = await self._edit(chat, message, reply)
        else:
            await self.strip(chat, live or tapped)
            sent = await self.send(chat, reply)
        handling.is_live_now(sent if reply.rows else None)

    def _fits(self, message: Message, reply: Reply) -> bool:
        """Tell whether a message can become a reply: the file that it shows, if any, stays what it is."""
        if reply.carrier or reply.keyboard:
            return False
        file = file_shown_by(message)
        if file is None:
            return reply.clip is None
        if reply.clip:
            return self._clips.is_shown(reply.clip, file)
        return reply.keeps_clip and message.animation is not None and fits_below_a_clip(reply.text)

    async def send(self, chat: int, reply: Reply) -> int:
        """Send a new message, after its carrier if it has one; return its id. Without its clip it is words."""
        if reply.carrier:
            await self._carry(chat, reply.carrier)
        shown = await self._show(chat, reply.clip, reply.caption, reply.rows) if reply.clip else None
        if shown is not None:
            return shown
        return await self._sent(chat, lambda: self._calls.send(chat, reply.text, reply.rows, reply.keyboard))

    async def _carry(self, chat: int, carrier: Carrier) -> None:
        """Send what goes before a reply; without its picture it is words."""
        if carrier.picture is None or await self._show(chat, carrier.picture, carrier.text, ()) is None:
            await self._sent(chat, lambda: self._calls.send(chat, carrier.text, keyboard=carrier.keyboard))

    async def _show(self, chat: int, clip: Shown, caption: str, rows: Rows) -> int | None:
        """Send a clip or picture, in one try but for the waits that Telegram asks for; None when it has to go without."""
        while True:
            try:
                await self._clips.arrived(clip)
                await self._pace.turn(chat, Rank.REPLY)
                sent = await self._heeding(chat, lambda: self._clips.send(chat, clip, caption, rows))
                if sent is not None:
                    return sent
            except RetryAfter as error:
                log.info("Telegram asks to wait: %.0f s", seconds_of(error))
            except Forbidden:
                raise
            except (TelegramError, OSError) as error:
                kind = "clip" if isinstance(clip, Clip) else "picture"
                log.error("the %s %s could not be sent, words have to do: %s", kind, clip.name, error)  # noqa: TRY400
                return None

    @property
    def holds_up_its_own(self) -> bool:
        """Whether no message of the coach's own can leave soon."""
        return self._pace.holds_up_its_own

    async def is_free(self, chat: int) -> None:
        """Wait until a chat can take a message of the coach's own; NotSent where that had better come later."""
        await self._pace.chat_is_free(chat, Rank.OWN)

    async def send_once(self, chat: int, reply: Reply) -> int:
        """Send a message of the coach's own when its turn comes, in one try; NotSent when it surely never left."""
        await self._pace.has_come_to(Rank.OWN)
        return await self._heeding(chat, lambda: self._calls.send(chat, reply.text, reply.rows, reply.keyboard))

    async def strip(self, chat: int, message: int | None) -> None:
        """Take the buttons off a message that is not the live one any more, unless there is better to do."""
        if message is None or self._pace.is_pressed(chat):
            return
        try:
            await self._heeding(chat, lambda: self._calls.strip(chat, message))
        except TelegramError as error:  # old buttons that stay do no harm: each carries what it is for
            log.debug("no buttons to take off: %s", type(error).__name__)

    async def _edit(self, chat: int, message: Message, reply: Reply) -> int:
        """Change a message; below a file that it shows, only its words."""
        edit, number = self._calls.edit_caption if file_shown_by(message) else self._calls.edit, message.message_id
        try:
            await self._patiently(chat, lambda: edit(chat, number, reply.caption or reply.text, reply.rows))
        except BadRequest as error:
            if "not modified" in error.message:
                return number
            log.info("a message could not be edited, sending anew: %s", error.message)
            await self.strip(chat, number)
            return await self.send(chat, reply)
        return number

    async def _answer(self, query: str, toast: str | None) -> None:
        """Stop the tap's little clock, in one try: what counts is the reply that follows."""
        try:
            await self._calls.answer(query, toast)
        except TelegramError as error:
            log.debug("a tap could not be answered: %s", type(error).__name__)

    async def _sent(self, chat: int, call: Callable[[], Awaitable[Result]]) -> Result:
        """Send a message to a person who waits for it."""

        async def in_turn() -> Result:
            await self._pace.turn(chat, Rank.REPLY)
            return await call()

        return await self._patiently(chat, in_turn)

    async def _patiently(self, chat: int, call: Callable[[], Awaitable[Result]]) -> Result:
        """Make a call that may be repeated: wait as long as Telegram asks, and out lost connections a few times."""
        pauses = iter(PATIENCE)
        while True:
            await self._pace.unpaused(chat)
            try:
                return await self._heeding(chat, call)
            except RetryAfter as error:
                log.info("Telegram asks to wait: %.0f s", seconds_of(error))
            except NetworkError as error:
                pause = next(pauses, None)
                if isinstance(error, BadRequest) or pause is None:
                    raise
                log.info("a call to Telegram failed, trying again in %.0f s: %s", pause, type(error).__name__)
                await asyncio.sleep(pause)

    async def _heeding(self, chat: int, call: Callable[[], Awaitable[Result]]) -> Result:
        """Make a call, and note when Telegram asks to wait."""
        try:
            return await call()
        except RetryAfter as error:
            self._pace.refused(chat, seconds_of(error))
            raise


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram asks to wait."""
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()


def _chat(handling: Handling) -> int:
    chat = handling.update.effective_chat
    return chat.id if chat else handling.turn.person


def _is_private(handling: Handling) -> bool:
    chat = handling.update.effective_chat
    return chat is None or chat.type == ChatType.PRIVATE
