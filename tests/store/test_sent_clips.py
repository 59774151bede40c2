"""What Telegram calls a clip is kept for each bot, replaced, and forgotten."""

from bot.domain.clip import SentClip
from bot.store import Database
from bot.store.sent_clips import SentClips

from .samples import BOT, SECRET


async def test_ids_are_kept_for_the_next_start_and_for_one_bot(database: Database, url: str) -> None:
    clips = SentClips(database, BOT)
    await clips.keep("d1", SentClip("long", "short"))
    await clips.keep("d2", SentClip("longer", "shorter"))
    await database.close()
    reopened = await Database.open(url, SECRET)
    assert await SentClips(reopened, BOT).known() == {
        "d1": SentClip("long", "short"),
        "d2": SentClip("longer", "shorter"),
    }
    assert await SentClips(reopened, BOT + 1).known() == {}
    await reopened.close()


async def test_a_newer_id_takes_the_place_of_the_old_one(database: Database) -> None:
    clips = SentClips(database, BOT)
    await clips.keep("d", SentClip("old", "o"))
    await clips.keep("d", SentClip("new", "n"))
    assert await clips.known() == {"d": SentClip("new", "n")}


async def test_only_the_bot_that_was_refused_forgets(database: Database) -> None:
    clips, other = SentClips(database, BOT), SentClips(database, BOT + 1)
    for each in (clips, other):
        await each.keep("d", SentClip("long", "short"))
    await clips.forget("d")
    await clips.forget("never there")
    assert await clips.known() == {}
    assert await other.known() == {"d": SentClip("long", "short")}
