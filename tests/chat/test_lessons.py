"""A lesson's picture goes up once; where it cannot be sent, the lesson is words."""

from pathlib import Path

import pytest

from bot.sandbox.launch import Stage, stage
from bot.sandbox.script import Player
from bot.sandbox.sight import Call, Message
from bot.sandbox.world.faults import Kind

from .acting import MONDAY, SIGNED_UP, acted, bot_of, does, rows

ANSWERED, STRIPPED, SENT, SHOWN = "answerCallbackQuery", "editMessageReplyMarkup", "sendMessage", "sendPhoto"
READING = (*SIGNED_UP, "> /learn")
GLUTES, DIPS = "[Three glutes, layer by layer]", "[What hip dips are]"


async def calls(on_stage: Stage, since: int = 0) -> list[Call]:
    quiet = {"getUpdates", "getMe", "setMyCommands", "deleteWebhook"}
    return [call for call in await on_stage.sandbox.calls() if call.number > since and call.method not in quiet]


async def methods(player: Player, *lines: str) -> list[str]:
    """What the bot called while somebody did these lines."""
    before = max(call.number for call in await player.stage.sandbox.calls())
    await does(player, *lines)
    return [call.method for call in await calls(player.stage, before)]


async def heard(player: Player) -> list[Message]:
    return [message for message in await player.person.heard() if message.from_bot]


async def test_a_short_lesson_is_one_message_with_its_picture_and_its_buttons(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, READING)
        assert await methods(ann, GLUTES, "= Gluteus minimus") == [ANSWERED, STRIPPED, SHOWN]
        assert ((await heard(ann))[-1].kind, bool((await heard(ann))[-1].buttons)) == ("photo", True)
        assert await methods(ann, "[All reads]", "= Short reads") == [ANSWERED, STRIPPED, SENT]
        assert [bool(message.buttons) for message in await heard(ann)].count(True) == 1


async def test_a_long_lesson_stands_below_its_picture(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, READING)
        assert await methods(ann, DIPS, "= hip dip") == [ANSWERED, STRIPPED, SHOWN, SENT]
        picture, lesson = (await heard(ann))[-2:]
        assert (picture.kind, picture.buttons) == ("photo", ())
        assert "The dip lies between the two" in picture.text
        assert lesson.text.startswith("What hip dips are")
        assert await methods(ann, "[All reads]", "= Short reads") == [ANSWERED, "editMessageText"]


async def test_a_picture_goes_up_once_also_over_a_restart(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, (*READING, GLUTES, "[All reads]", GLUTES))
        await bot_of(on_stage).restart()
        await does(ann, "[All reads]", GLUTES, "= Gluteus minimus")
        first, *again = [call for call in await calls(on_stage) if call.method == SHOWN]
        assert first.parameters["photo"]["file"] == "en_glutes.png"
        file_id = first.result["photo"][-1]["file_id"]
        assert [call.parameters["photo"] for call in again] == [file_id] * 2
        assert rows(on_stage, "SELECT file_id FROM sent_clips") == [(file_id,)]


ABOVE, BELOW = ["Three glutes, layer by layer"], ["The hips from the front.", "What hip dips are"]


@pytest.mark.parametrize(
    ("kind", "button", "words"), [("500", GLUTES, ABOVE), ("400", DIPS, BELOW), ("drop_before", DIPS, BELOW)]
)
async def test_a_picture_that_does_not_go_up_leaves_its_words_and_is_tried_again(
    kind: Kind, button: str, words: list[str], tmp_path: Path
) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, READING)
        await on_stage.sandbox.faults(kind, SHOWN)
        await does(ann, button, f"= {words[-1]}")
        messages = (await heard(ann))[-len(words) :]
        assert [message.kind for message in messages] == ["text"] * len(words)
        assert [message.text.startswith(start) for message, start in zip(messages, words, strict=True)] == [True] * len(
            words
        )
        assert messages[-1].buttons
        assert "could not be sent, words have to do" in bot_of(on_stage).log.read_text()
        assert SHOWN in await methods(ann, "[All reads]", button)
