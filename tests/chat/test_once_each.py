"""Whatever happens between Telegram, the bot and its disk: what an athlete did counts, and counts once."""

from pathlib import Path

import pytest

from bot.sandbox.launch import Stage, stage
from bot.sandbox.world.faults import Kind
from bot.sandbox.world.world import World

from .acting import MONDAY, TRAINING, acted, bot_of, does, rows, sets

TOKEN = {"TELEGRAM_BOT_TOKEN": "1234567890:" + "another" * 5}


async def test_an_update_that_comes_again_logs_once_also_after_a_restart(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, TRAINING)
        done = (await ann.person.act("say", text="done 7"))["update_id"]
        await on_stage.sandbox.quiet()
        await ann.person.redeliver(done)
        await on_stage.sandbox.quiet()
        assert sets(ann) == [7]
        await bot_of(on_stage).kill()
        await ann.person.redeliver(done)
        await bot_of(on_stage).start()
        await on_stage.sandbox.quiet()
        assert sets(ann) == [7]


async def test_two_typed_dones_in_one_batch_are_two_sets_and_a_double_tap_is_one(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, TRAINING)
        await bot_of(on_stage).kill()
        await ann.person.say("done 6")
        await ann.person.say("done 5")
        await bot_of(on_stage).start()
        await does(ann, "> hm", "= 3 of 11")
        assert sets(ann) == [6, 5]
        card = next(each for each in reversed(await ann.person.heard()) if each.buttons)
        await bot_of(on_stage).kill()
        await ann.person.tap(card.id, card.all_buttons[0].data or "")
        await ann.person.tap(card.id, card.all_buttons[0].data or "")
        await bot_of(on_stage).start()
        await does(ann, "> hm", "= 4 of 11")
        assert len(sets(ann)) == 3


@pytest.mark.parametrize("kind", ["slow", "drop_before"])
async def test_killed_between_effect_and_answer_the_card_comes_again_and_nothing_counts_twice(
    kind: Kind, tmp_path: Path
) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, TRAINING)
        for method in ("sendAnimation", "sendMessage"):  # the card, and its words
            await on_stage.sandbox.faults(kind, method, seconds=30, times=9)
        await ann.person.say("done 7")
        await _called(on_stage, kind)
        await bot_of(on_stage).kill()
        await on_stage.sandbox.no_more_faults()
        heard = len(await ann.person.heard())
        assert rows(on_stage, "SELECT count(*) FROM inbox WHERE state = 'applied'") == [(1,)]
        await bot_of(on_stage).start()
        await on_stage.sandbox.quiet()
        cards = (await ann.person.heard())[heard:]
        assert ["2 of 11" in card.text for card in cards] == [True]
        assert sets(ann) == [7]
        assert rows(on_stage, "SELECT DISTINCT state FROM inbox") == [("answered",)]


async def test_update_numbers_that_start_anew_are_no_repetitions(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY, environment=TOKEN) as on_stage:
        ann = await acted(on_stage, (*TRAINING, "> done 7"))
        assert sets(ann) == [7]
    later = World(start=MONDAY.replace(hour=17))
    async with stage(tmp_path, world=later, environment=TOKEN) as on_stage:
        ann = await acted(on_stage, ["> done 6"] * 3)  # their numbers are 1 to 3
        assert sets(ann) == [7, 6, 6, 6]


async def _called(on_stage: Stage, fault: str) -> None:
    """Wait for the call that goes wrong."""
    seen = 0
    while not any(call.fault == fault for call in await on_stage.sandbox.calls()):
        seen = max([seen, *(event.number for event in await on_stage.sandbox.events(seen, wait=0.05))])
