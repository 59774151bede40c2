"""Updates are on disk before Telegram may forget them."""

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from telegram import Bot, Update
from telegram.request import RequestData

from bot.chat.flight import Flight
from bot.chat.handling import App
from bot.chat.ports import Clock, Inbox, Kept
from bot.chat.requests import AioRequest
from bot.chat.waiting_room import WaitingRoom
from bot.chat.watchdog import Watchdog

log = logging.getLogger(__name__)

KEY = "inbox_key"
"""The field a stored update carries its inbox key in; PTB keeps unknown fields in `api_kwargs`."""

PERSON = "inbox_person"
"""The field with who it is from."""

FROM_DISK = "inbox_again"
"""The field that says that it waited on disk, perhaps since before a crash."""


class StoringRequest(AioRequest):
    """The getUpdates connection: what it hears of is committed, and then handed on.

    PTB, who asks, is told the last number alone: it goes on from there, and reads no update a second time.
    """

    _app: App

    def __init__(self, inbox: Inbox, bot_id: int, clock: Clock, flight: Flight, room: WaitingRoom) -> None:
        super().__init__(connections=2, read_timeout=15.0)
        self._inbox, self._bot_id, self._clock, self._flight, self._room = inbox, bot_id, clock, flight, room
        self.watchdog = Watchdog()

    def join(self, app: App) -> None:
        """Hand on to this application."""
        self._app = app

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *timeouts: Any, **named: Any
    ) -> tuple[int, bytes]:
        """Commit and hand on the updates of an answer; ask for none while too many are in hand."""
        asks = url.endswith("/getUpdates")
        if asks:
            await self._flight.has_room()
            self.watchdog.called()
        status, payload = await super().do_request(url, method, request_data, *timeouts, **named)
        if asks and status == HTTPStatus.OK:
            answer = self.parse_json_payload(payload)
            if updates := answer.get("result"):
                await self._keep(updates)
                payload = json.dumps({**answer, "result": [{"update_id": updates[-1]["update_id"]}]}).encode()
        elif asks and status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND):
            self.watchdog.rejected()
        return status, payload

    async def _keep(self, updates: list[dict[str, Any]]) -> None:
        """Commit updates; hand on those for whom there is a seat, the others wait on disk."""
        kept = await self._inbox.keep(self._bot_id, updates, await self._clock.sync())
        for update, row in zip(updates, kept, strict=True):
            if row.person is None or self._room.enter(row.person, row.key):
                self._flight.took_off()
                self._app.update_queue.put_nowait(read(update, row, self._app.bot))


ESSENTIAL = ("message_id", "date", "chat", "from", "text", "caption")


def read(update: Mapping[str, Any], row: Kept, bot: Bot | None, **marks: Any) -> Update:
    """Return an update with its key: whole, else with its message's essentials, else its number alone.

    A field that PTB requires may be missing, and is no reason to be silent.
    """
    marks = {KEY: row.key, PERSON: row.person, **marks}
    message = update.get("message")
    essential = {key: message[key] for key in ESSENTIAL if key in message} if isinstance(message, dict) else None
    number = {"update_id": update["update_id"]}
    for tried in (update, {**number, "message": essential}) if essential else (update,):
        try:
            return Update.de_json({**tried, **marks}, bot)
        except (TypeError, ValueError, KeyError, AttributeError, OverflowError, OSError, RecursionError) as error:
            log.warning("an update is not as the Bot API has it: %s", type(error).__name__)
    return Update.de_json({**number, **marks}, bot)
