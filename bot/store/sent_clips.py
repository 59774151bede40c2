"""Clips that Telegram has from us already."""

from collections.abc import Mapping

from bot.domain.clip import SentClip
from bot.store.database import Database
from bot.store.queries import read

_SQL = read("sent_clips")


class SentClips:
    """One row per bot and clip: each bot has its own ids."""

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
        async with self._database.alone() as connection:
            await connection.rows(_SQL["keep"], values)

    async def forget(self, digest: str) -> None:
        """Drop ids that Telegram does not take any more."""
        async with self._database.alone() as connection:
            await connection.rows(_SQL["forget"], {**self._bot, "digest": digest})
