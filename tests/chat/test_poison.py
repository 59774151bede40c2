"""An update that kills the program is begun three times from disk, and then set aside; nobody else loses a thing."""

import sys
from contextlib import suppress
from pathlib import Path

import pytest

from bot.sandbox.launch import NotStarted, stage

from .acting import MONDAY, TRAINING, acted, bot_of, newcomer, rows

DEADLY = """
import os
from bot.__main__ import main
from bot.coach.workouts import WorkoutCoach
typed_done = WorkoutCoach.typed_done
async def deadly(self, turn, typed):
    if "66" in str(typed):
        os._exit(9)
    return await typed_done(self, turn, typed)
WorkoutCoach.typed_done = deadly
main()
"""


@pytest.mark.timeout(400)
async def test_an_update_that_kills_the_program_is_set_aside_after_three_starts(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY, command=(sys.executable, "-c", DEADLY, "run")) as on_stage:
        ann = await acted(on_stage, TRAINING)
        bob = await newcomer(on_stage, *TRAINING, name="Bob")
        bot = bot_of(on_stage)
        await bot.kill()
        await ann.person.say("done 66")
        for _ in range(3):
            await bob.person.say("done 7")
        await bot.start()
        assert await bot._ended() == 9
        for tries in range(1, 4):
            with suppress(NotStarted):
                await bot.start()
            assert await bot._ended() == 9
            assert rows(on_stage, "SELECT max(tries) FROM inbox") == [(tries,)]
        await bot.start()
        await on_stage.sandbox.quiet()
        assert "not saved" in (await ann.person.heard())[-1].text
        assert "4 of 11" in (await bob.person.heard())[-1].text
        assert rows(on_stage, "SELECT person, tries FROM inbox WHERE state = 'set_aside'") == [(ann.person.id, 4)]
        assert rows(on_stage, "SELECT count(*) FROM inbox WHERE state IN ('open', 'applied')") == [(0,)]
