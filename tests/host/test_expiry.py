"""What Telegram gave us is kept for a week, and what is left of somebody erased for a day; then it is gone."""

from datetime import timedelta
from pathlib import Path

from bot.sandbox.launch import stage

from .test_privacy import STAYS, everything_stored, plays

WEEK = timedelta(days=7)


async def test_updates_expire_after_a_week(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        await plays(on_stage, STAYS)
        assert 'INSERT INTO "inbox"' in everything_stored(tmp_path)
        await on_stage.sandbox.advance(WEEK + timedelta(hours=25))
        await on_stage.sandbox.quiet()
        assert 'INSERT INTO "inbox"' not in everything_stored(tmp_path)


async def test_what_is_left_of_somebody_erased_expires_after_a_day(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        await plays(on_stage, (*STAYS, "> /deleteme", "[Delete everything]"))
        await on_stage.sandbox.advance(timedelta(hours=49))
        await on_stage.sandbox.quiet()
        assert 'INSERT INTO "inbox"' not in everything_stored(tmp_path)
