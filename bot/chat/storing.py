"""Updates are on disk before Telegram may forget them."""

import json
import logging
from http import HTTPStatus
from typing import Any

from telegram import Update
from telegram.request import RequestData

from bot.chat.flight import Flight
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
    """The getUpdates connection: what it returns is committed, and carries its key."""

    def __init__(self, inbox: Inbox, bot_id: int, clock: Clock, flight: Flight, room: WaitingRoom) -> None:
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
