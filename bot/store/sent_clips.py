"""Clips that Telegram has from us already."""

import logging
import sqlite3
from collections.abc import Mapping

from bot.domain.clip import SentClip
from bot.store.database import Database
from bot.store.queries import read

log = logging.getLogger(__name__)

_SQL = read("sent_clips")


class SentClips:
    """One row per bot and clip: each bot has its own ids.

    A change that the disk does not take is logged and no error: the card is out already, and the next start asks anew.
    """

    def __init__(self, database: Database, bot_id: int) -> None:
        self._database = database
        self._bot = {"bot": bot_id}

    async def known(self) -> Mapping[str, SentClip]:
        """Return what was sent before, by the digest of each clip's file."""
        async with self._database.alone() as connection:
            rows = await connection.rows(_SQL["known"], self._bot)
        return {row["digest"]: SentClip(row["file_id"], row["unique_id"]) for row in rows}

    async def keep(self, digest: str, sent: SentClip) -> None:
        """Note under which ids a clip can be had from now on."""
        values = {**self._bot, "digest": digest, "file_id": sent.file_id, "unique_id": sent.unique_id}
        await self._change("keep", values)

    async def forget(self, digest: str) -> None:
        """Drop ids that Telegram does not take any more."""
        await self._change("forget", {**self._bot, "digest": digest})

    async def _change(self, query: str, values: Mapping[str, object]) -> None:
        try:
            async with self._database.alone() as connection:
                await connection.rows(_SQL[query], values)
        except (sqlite3.Error, OSError) as error:
            log.error("what Telegram has of the clips could not be noted: %s", error)  # noqa: TRY400 -- the trace says no more
