"""The card of a set carries its clip: uploaded once, changed in place, and words wherever it cannot be shown."""

from pathlib import Path

import pytest

from bot.content.pack import load
from bot.sandbox.launch import Stage, stage
from bot.sandbox.script import Player
from bot.sandbox.sight import Call, Message
from bot.sandbox.world.faults import Kind
from tests.clips import CONTENT, HEIGHT, PICTURE, WIDTH, filmed, filmed_content

from .acting import MONDAY, SIGNED_UP, TRAINING, acted, bot_of, does, newcomer, rows, sets

FIRST, SECOND, THIRD = "small_leg_swing", "toe_tap_half_circle", "split_stance_reach"
"""The first moves of a beginner's warm-up."""

IN_STRENGTH = (*TRAINING, *("> done",) * 5, "= Glute bridge, set 1 of 2")
SENT, STRIPPED, ANSWERED, RECAPTIONED = (
    "sendAnimation",
    "editMessageReplyMarkup",
    "answerCallbackQuery",
    "editMessageCaption",
)


def variations() -> list[str]:
    exercises = load(CONTENT).library.exercises.values()
    return sorted({v.id for exercise in exercises for v in (*exercise.ladder, *exercise.swaps)})


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real pack, with a clip of every variation."""
    return filmed_content(tmp_path_factory.mktemp("whole"), *variations())


def clips_of(pack: Path) -> dict[str, str]:
    return {"CONTENT_DIR": str(pack)}


async def calls_since(on_stage: Stage, before: int = 0) -> list[Call]:
    """What the bot asked of Telegram, but for the updates."""
    quiet = {"getUpdates", "getMe", "setMyCommands", "deleteWebhook"}
    return [call for call in await on_stage.sandbox.calls() if call.number > before and call.method not in quiet]


async def last_call(on_stage: Stage) -> int:
    return max(call.number for call in await on_stage.sandbox.calls())


async def methods(player: Player, *lines: str) -> list[str]:
    """What the bot called while somebody did these lines."""
    before = await last_call(player.stage)
    await does(player, *lines)
    return [call.method for call in await calls_since(player.stage, before)]


async def cards(player: Player) -> list[Message]:
    """All messages of the bot, oldest first, as they are now."""
    return [message for message in await player.person.heard() if message.from_bot]


async def shown(player: Player) -> list[str | None]:
    return [message.clip for message in await cards(player)]


async def live(player: Player) -> Message:
    """The one message with buttons."""
    [message] = [each for each in await cards(player) if each.buttons]
    return message


async def test_a_clip_goes_up_once_with_its_size_length_and_thumbnail(tmp_path: Path, whole: Path) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, TRAINING)
        [first] = [call for call in await calls_since(on_stage) if call.method == SENT]
        film, picture = whole / "media" / f"{FIRST}.mp4", PICTURE
        assert first.parameters["animation"] == {"file": film.name, "bytes": film.stat().st_size}
        assert first.parameters["thumbnail"] == {"file": f"{FIRST}.jpg", "bytes": picture.stat().st_size}
        told = {name: first.parameters[name] for name in ("width", "height", "duration")}
        assert told == {"width": WIDTH, "height": HEIGHT, "duration": 2}
        file_id = first.result["animation"]["file_id"]

        before = await last_call(on_stage)
        await newcomer(on_stage, *TRAINING, name="Ben")
        await bot_of(on_stage).restart()
        await newcomer(on_stage, *TRAINING, name="Cem")
        again = [call for call in await calls_since(on_stage, before) if call.method == SENT]
        assert [call.parameters["animation"] for call in again] == [file_id] * 2
        assert not {"width", "height", "duration", "thumbnail"} & set(again[0].parameters)
        assert rows(on_stage, "SELECT bot, file_id FROM sent_clips") == [(1234567890, file_id)]
        assert (await shown(ann))[-1] == FIRST


async def test_a_tap_changes_the_words_below_the_clip_and_the_next_move_is_a_new_card(
    tmp_path: Path, whole: Path
) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, IN_STRENGTH)
        card = await live(ann)
        assert await methods(ann, "[✓ Done: 8 reps]", "= set 2 of 2") == [ANSWERED, RECAPTIONED]
        assert await methods(ann, "[Something hurts]", "[Never mind]") == [ANSWERED, RECAPTIONED] * 2
        assert await methods(ann, "[✓ Done: 8 reps]", "= how hard was that") == [ANSWERED, RECAPTIONED]
        assert ((await live(ann)).id, (await live(ann)).clip) == (card.id, "glute_bridge")
        assert await methods(ann, "[OK: 3-4 more]", "= Clamshell") == [ANSWERED, STRIPPED, SENT]
        assert (await live(ann)).clip == "full_clamshell"
        assert await methods(ann, "[Undo]", "= how hard was that") == [ANSWERED, RECAPTIONED]
        assert await methods(ann, "[Undo]", "= Glute bridge, set 2 of 2") == [ANSWERED, STRIPPED, SENT]
        assert (await live(ann)).clip == "glute_bridge"


async def test_a_typed_answer_brings_a_new_card_with_its_clip(tmp_path: Path, whole: Path) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, IN_STRENGTH)
        assert await methods(ann, "> done", "= set 2 of 2") == [STRIPPED, SENT]
        assert (await live(ann)).clip == "glute_bridge"
        assert await methods(ann, "> done", "= how hard was that") == [STRIPPED, "sendMessage"]
        assert await methods(ann, "[OK: 3-4 more]") == [ANSWERED, STRIPPED, SENT]
        assert sets(ann)[-2:] == [8, 8]


async def test_everything_about_the_move_is_a_message_of_its_own_below_the_clip(tmp_path: Path, whole: Path) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, TRAINING)
        assert await methods(ann, "[More]", "= Easy to get wrong") == [ANSWERED, STRIPPED, "sendMessage"]
        assert (await live(ann)).clip is None
        assert await methods(ann, "[Less]") == [ANSWERED, STRIPPED, SENT]
        assert (await shown(ann))[-3:] == [FIRST, None, FIRST]
        await does(ann, "[More]", "[✓ Done: 8 each side]", "= 2 of 11")
        assert (await live(ann)).clip == SECOND


async def test_words_become_a_clip_and_a_clip_words_where_a_move_has_none(tmp_path: Path) -> None:
    pack = filmed_content(tmp_path, SECOND)
    async with stage(tmp_path, start=MONDAY, environment=clips_of(pack)) as on_stage:
        ann = await acted(on_stage, TRAINING)
        assert await methods(ann, "[✓ Done: 8 each side]") == [ANSWERED, STRIPPED, SENT]
        assert (await live(ann)).clip == SECOND
        assert await methods(ann, "[✓ Done: 5 each way, each side]") == [ANSWERED, STRIPPED, "sendMessage"]
        assert (await live(ann)).clip is None
        assert await methods(ann, "[✓ Done: 5 each side]", "= 4 of 11") == [ANSWERED, "editMessageText"]


async def test_no_call_of_a_whole_workout_breaks_a_rule(tmp_path: Path, whole: Path) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        await acted(on_stage, (*IN_STRENGTH, "repeat [1] until 11 moves"))
        assert [call.broken for call in await calls_since(on_stage) if call.broken] == []


@pytest.mark.parametrize("line", ["> done 7", "[✓ Done: 8 each side]"])
async def test_killed_before_the_clip_came_the_card_comes_again_with_its_clip(
    line: str, tmp_path: Path, whole: Path
) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, TRAINING)
        await on_stage.sandbox.faults("slow", SENT, seconds=30, times=9)
        card = await live(ann)
        if line.startswith(">"):
            await ann.person.say("done 7")
        else:
            await ann.person.tap(card.id, card.all_buttons[0].data or "")
        seen = 0
        while not any(call.fault for call in await on_stage.sandbox.calls()):
            seen = max([seen, *(event.number for event in await on_stage.sandbox.events(seen, wait=0.05))])
        await bot_of(on_stage).kill()
        await on_stage.sandbox.no_more_faults()
        await bot_of(on_stage).start()
        await on_stage.sandbox.quiet()
        assert len(sets(ann)) == 1
        assert (await shown(ann))[-2:] == [FIRST, SECOND]
        assert "2 of 11" in (await live(ann)).text


@pytest.mark.parametrize("kind", ["500", "502", "400", "drop_before", "truncated"])
async def test_a_clip_that_does_not_go_up_leaves_its_words_and_the_next_card_tries_again(
    kind: Kind, tmp_path: Path, whole: Path
) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, SIGNED_UP)
        await on_stage.sandbox.faults(kind, SENT)
        await does(ann, *TRAINING[len(SIGNED_UP) :])
        card = (await cards(ann))[-1]  # where only the answer was lost, the clip stands above it
        assert (card.clip, bool(card.buttons)) == (None, True)
        assert "Breathing:" in card.text
        assert f"the clip {FIRST} could not be sent" in bot_of(on_stage).log.read_text()
        await does(ann, "[✓ Done: 8 each side]", "= 2 of 11")
        assert (await shown(ann))[-1] == SECOND
        await does(ann, "[Undo]", "= 1 of 11")
        assert (await shown(ann))[-1] == FIRST


async def test_a_file_that_is_gone_leaves_its_words(tmp_path: Path) -> None:
    pack = filmed_content(tmp_path, FIRST, SECOND)
    async with stage(tmp_path, start=MONDAY, environment=clips_of(pack)) as on_stage:
        (pack / "media" / f"{FIRST}.mp4").unlink()
        ann = await acted(on_stage, TRAINING)
        assert (await live(ann)).clip is None
        await does(ann, "> done")
        assert (await live(ann)).clip == SECOND


async def test_a_changed_clip_goes_up_anew(tmp_path: Path) -> None:
    pack = filmed_content(tmp_path, FIRST, SECOND)
    async with stage(tmp_path, start=MONDAY, environment=clips_of(pack)) as on_stage:
        await acted(on_stage, TRAINING)
        film = pack / "media" / f"{FIRST}.mp4"
        before = film.read_bytes()
        filmed(pack, FIRST, changed="in another light")
        assert film.read_bytes() != before
        await bot_of(on_stage).restart()
        await newcomer(on_stage, *TRAINING, name="Ben")
        sent = [call.parameters["animation"] for call in await calls_since(on_stage) if call.method == SENT]
        assert [clip["bytes"] for clip in sent] == [len(before), film.stat().st_size]


async def test_who_wants_no_pictures_gets_words_from_the_next_card_on(tmp_path: Path, whole: Path) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, TRAINING)
        assert await methods(ann, "> no pictures", "= Words only") == ["sendMessage"]
        assert (await live(ann)).clip == FIRST
        assert await methods(ann, "[✓ Done: 8 each side]", "= 2 of 11") == [ANSWERED, STRIPPED, "sendMessage"]
        assert (await live(ann)).clip is None
        await does(ann, "> pictures", "= Pictures are on", "[✓ Done: 5 each way, each side]", "= 3 of 11")
        assert (await live(ann)).clip == THIRD
        await does(ann, "> /plan", "[Pictures: on]", "= words only", "[Pictures: off]", "! words only")
        await does(ann, "[Pictures: on]", "> done")
        assert (await live(ann)).clip is None
        await bot_of(on_stage).restart()
        await does(ann, "> done", "= 5 of 11")
        assert (await live(ann)).clip is None


async def twice(player: Player, label: str) -> int:
    """Tap a button of the live message twice at once; return how many messages that brought."""
    card, before = await live(player), len(await cards(player))
    await bot_of(player.stage).kill()
    for _ in range(2):
        await player.person.tap(card.id, card.button(label).data or "")
    await bot_of(player.stage).start()
    await player.stage.sandbox.quiet()
    return len(await cards(player)) - before


async def test_a_button_that_is_tapped_twice_brings_one_card(tmp_path: Path, whole: Path) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, IN_STRENGTH)
        assert await twice(ann, "More") == 1
        assert await twice(ann, "Less") == 1
        await does(ann, "> done", "> done", "= how hard was that")
        assert await twice(ann, "Show the next move") == 1
        assert (await live(ann)).clip == "full_clamshell"


async def test_a_question_of_the_workout_takes_no_lessons_picture(tmp_path: Path) -> None:
    async with stage(tmp_path, start=MONDAY) as on_stage:
        ann = await acted(on_stage, (*IN_STRENGTH, "> done", "> done", "= how hard was that"))
        await does(ann, "> /learn", "[Three glutes, layer by layer]", "= Gluteus minimus")
        back = (await live(ann)).all_buttons[-1].text
        assert await methods(ann, f"[{back}]", "= how hard was that") == [ANSWERED, STRIPPED, "sendMessage"]
        assert any("Gluteus minimus" in message.text for message in await cards(ann))


async def test_where_an_edit_is_refused_the_new_card_alone_has_buttons(tmp_path: Path, whole: Path) -> None:
    async with stage(tmp_path, start=MONDAY, environment=clips_of(whole)) as on_stage:
        ann = await acted(on_stage, IN_STRENGTH)
        await on_stage.sandbox.faults("400", RECAPTIONED)
        assert await methods(ann, "[✓ Done: 8 reps]", "= set 2 of 2") == [ANSWERED, RECAPTIONED, STRIPPED, SENT]
        assert (await live(ann)).clip == "glute_bridge"
