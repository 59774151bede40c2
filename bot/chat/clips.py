"""Clips and pictures on their way to Telegram: a file goes up once, and is called by its id from then on."""

import asyncio
import logging
import re
from pathlib import Path
from typing import Any

from telegram import Message
from telegram.error import BadRequest, Forbidden, RetryAfter

from bot.chat.calls import Calls
from bot.chat.ports import SentClips
from bot.chat.requests import NotSent
from bot.domain.clip import Clip, SentClip, Shown
from bot.views.reply import Rows

log = logging.getLogger(__name__)

PATIENCE = 15.0
"""Seconds that a clip may take while somebody waits for their card; words are there at once."""

UNKNOWN_FILE = re.compile(r"wrong (remote )?file|file of type|file_?reference|file_id", re.IGNORECASE)
"""How Telegram refuses an id that it does not know, or not any more."""


class Clips:
    """Sends clips and pictures.

    What Telegram has is kept in memory, and on disk for the next start; files are read to be sent only.
    """

    def __init__(self, calls: Calls, sent: SentClips, media: Path, patience: float = PATIENCE) -> None:
        self._calls, self._sent, self._media, self._patience = calls, sent, media, patience
        self._known: dict[str, SentClip] = {}
        self._under_way: dict[str, asyncio.Future[bool]] = {}

    async def recall(self) -> None:
        """Take up what Telegram has from earlier."""
        self._known = dict(await self._sent.known())

    def is_shown(self, clip: Shown, unique_id: str) -> bool:
        """Tell whether a message that shows this file shows this clip."""
        known = self._known.get(clip.digest)
        return known is not None and known.unique_id == unique_id

    async def arrived(self, clip: Shown) -> None:
        """Wait while a clip is on its way for somebody else; NotSent where the clip itself could not be uploaded."""
        while under_way := self._under_way.get(clip.digest):
            if not await asyncio.shield(under_way):
                raise NotSent(f"the clip {clip.name} could not be uploaded")

    async def send(self, chat: int, clip: Shown, caption: str, rows: Rows) -> int | None:
        """Send a clip with words and buttons; return the message's id. TelegramError or OSError when it did not work.

        None when nothing was sent and another try is right: Telegram did not know the clip any more, or somebody else
        began to upload it (`arrived` waits for that).
        """
        if known := self._known.get(clip.digest):
            return await self._send_known(chat, clip, known, caption, rows)
        return None if clip.digest in self._under_way else await self._send_new(chat, clip, caption, rows)

    async def _send_known(self, chat: int, clip: Shown, known: SentClip, caption: str, rows: Rows) -> int | None:
        """Send what Telegram has; None when it says that it has not, and it is forgotten."""
        send = self._calls.send_clip if isinstance(clip, Clip) else self._calls.send_picture
        try:
            async with asyncio.timeout(self._patience):
                message = await send(chat, known.file_id, caption, rows)
        except BadRequest as error:
            if not UNKNOWN_FILE.search(error.message):
                raise
            log.warning("Telegram does not know the clip %s any more: %s", clip.name, error.message)
            if self._known.get(clip.digest) is known:
                del self._known[clip.digest]
                await self._sent.forget(clip.digest)
            return None
        return int(message["message_id"])

    async def _send_new(self, chat: int, clip: Shown, caption: str, rows: Rows) -> int:
        """Upload a clip, while everybody else who wants it waits."""
        under_way = self._under_way[clip.digest] = asyncio.get_running_loop().create_future()
        another_may_try = False
        try:
            message = await self._upload(chat, clip, caption, rows)
            file = message.get("animation") or (message.get("photo") or [None])[-1]
            if file:
                self._known[clip.digest] = SentClip(file["file_id"], file["file_unique_id"])
            another_may_try = True
        except (RetryAfter, Forbidden, BadRequest):  # about this chat, not about the file
            another_may_try = True
            raise
        finally:
            del self._under_way[clip.digest]
            under_way.set_result(another_may_try)
        if known := self._known.get(clip.digest):
            await self._sent.keep(clip.digest, known)
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


def file_shown_by(message: Message) -> str | None:
    """Return which file a message shows above its words, by Telegram's unique id; None for words alone."""
    file = message.animation or (message.photo[-1] if message.photo else None)
    return file.file_unique_id if file else None
