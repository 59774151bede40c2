"""Clips and pictures on their way to Telegram: a file goes up once, and is called by its id from then on."""

import asyncio
import logging
import re
from pathlib import Path
from typing import Any

from telegram import MaybeInaccessibleMessage, Message
from telegram.error import BadRequest

from bot.chat.calls import Calls
from bot.chat.ports import SentClip, SentClips
from bot.chat.requests import NotSent
from bot.domain.clip import Clip, Shown
from bot.views.reply import Rows

log = logging.getLogger(__name__)

UPLOAD_SECONDS = 15.0
"""So long may an upload take while somebody waits for their card; words are there at once."""

UNKNOWN_FILE = re.compile(r"wrong (remote )?file|file of type|file_?reference|file_id", re.IGNORECASE)
"""How Telegram refuses an id that it does not know, or not any more."""


class Clips:
    """Sends clips and pictures. What Telegram has is kept in memory, and on disk for the next start; files are read to be sent only."""

    def __init__(self, calls: Calls, sent: SentClips, media: Path, patience: float = UPLOAD_SECONDS) -> None:
        self._calls, self._sent, self._media, self._patience = calls, sent, media, patience
        self._known: dict[str, SentClip] = {}
        self._under_way: dict[str, asyncio.Event] = {}

    async def recall(self) -> None:
        """Take up what Telegram has from earlier."""
        self._known = dict(await self._sent.known())

    def is_shown(self, clip: Shown, unique_id: str) -> bool:
        """Tell whether a message that shows this file shows this clip."""
        known = self._known.get(clip.digest)
        return known is not None and known.unique_id == unique_id

    async def send(self, chat: int, clip: Shown, caption: str, rows: Rows) -> int:
        """Send a clip with words and buttons; return the message's id. TelegramError or OSError when it did not work."""
        known = self._known.get(clip.digest)
        sent = await self._send_known(chat, clip, known, caption, rows) if known else None
        return sent or await self._send_new(chat, clip, caption, rows)

    async def _send_known(self, chat: int, clip: Shown, known: SentClip, caption: str, rows: Rows) -> int | None:
        """Send what Telegram has; None when it says that it has not, and it is forgotten."""
        try:
            message = await self._send_again(chat, clip, known, caption, rows)
        except BadRequest as error:
            if not UNKNOWN_FILE.search(error.message):
                raise
            log.warning("Telegram does not know the clip %s any more: %s", clip.name, error.message)
            if self._known.get(clip.digest) is known:
                del self._known[clip.digest]
                await self._sent.forget(clip.digest)
            return None
        return int(message["message_id"])

    async def _send_again(self, chat: int, clip: Shown, known: SentClip, caption: str, rows: Rows) -> Any:
        send = self._calls.send_clip if isinstance(clip, Clip) else self._calls.send_picture
        return await send(chat, known.file_id, caption, rows)

    async def _send_new(self, chat: int, clip: Shown, caption: str, rows: Rows) -> int:
        """Upload a clip; where somebody else's card did so meanwhile, or is at it, make use of that."""
        if under_way := self._under_way.get(clip.digest):
            await under_way.wait()
            if clip.digest not in self._known:
                raise NotSent(f"the clip {clip.name} could not be uploaded")
        if known := self._known.get(clip.digest):
            message = await self._send_again(chat, clip, known, caption, rows)
            return int(message["message_id"])
        self._under_way[clip.digest] = asyncio.Event()
        try:
            message = await self._upload(chat, clip, caption, rows)
            await self._remember(clip, message.get("animation") or (message.get("photo") or [None])[-1])
        finally:
            self._under_way.pop(clip.digest).set()
        return int(message["message_id"])

    async def _upload(self, chat: int, clip: Shown, caption: str, rows: Rows) -> Any:
        if isinstance(clip, Clip):
            film, picture = await asyncio.gather(self._read(f"{clip.name}.mp4"), self._read(f"{clip.name}.jpg"))
            async with asyncio.timeout(self._patience):
                return await self._calls.upload_clip(chat, clip, film, picture, caption, rows)
        content = await self._read(f"{clip.name}.png")
        async with asyncio.timeout(self._patience):
            return await self._calls.upload_picture(chat, clip, content, caption, rows)

    async def _read(self, name: str) -> bytes:
        return await asyncio.to_thread((self._media / name).read_bytes)

    async def _remember(self, clip: Shown, file: Any) -> None:
        if file:
            file_id, unique_id = file["file_id"], file["file_unique_id"]
            self._known[clip.digest] = await self._sent.keep(clip.digest, file_id, unique_id)


def file_shown_by(message: MaybeInaccessibleMessage | None) -> str | None:
    """Return which file a message shows above its words, by Telegram's unique id; None for words alone."""
    if not isinstance(message, Message):
        return None
    file = message.animation or (message.photo[-1] if message.photo else None)
    return file.file_unique_id if file else None
