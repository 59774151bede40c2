"""Somebody who sends far too much waits, is told so once, and slows nobody else; nothing is lost or doubled."""

from pathlib import Path

import pytest

from bot.sandbox.launch import stage

from .acting import MONDAY, TRAINING, acted, bot_of, newcomer, rows, sets

FLOOD = 500


@pytest.mark.timeout(400)
async def test_a_flood_of_500_slows_only_who_sent_it(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, TRAINING)
        bob = await newcomer(on_stage, name="Bob")
        await bot_of(on_stage).kill()
        for number in range(FLOOD):
            await ann.person.say(f"done {5 + number % 9}")
        await bob.person.say("/start")
        before = len(await on_stage.sandbox.calls())
        await bot_of(on_stage).start()
        await on_stage.sandbox.quiet(wait=100)

        chats = [call.parameters.get("chat_id") for call in (await on_stage.sandbox.calls())[before:]]
        bobs = chats.index(str(bob.person.id) if str(bob.person.id) in chats else bob.person.id)
        assert bobs < 100 < FLOOD < len(chats)
        notices = [each for each in await ann.person.heard() if "a lot at once" in each.text]
        assert len(notices) == 1
        assert rows(on_stage, "SELECT state, count(*) FROM inbox GROUP BY state") == [
            ("answered", len(await on_stage.sandbox.updates()))
        ]
        logged = sets(ann)
        assert len(logged) >= 11
        assert logged == [5 + number % 9 for number in range(len(logged))]
