"""Whatever else arrives gets one short answer or silence, and changes nothing that counts. One bot for all of them."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.sandbox.launch import Stage, stage

from .acting import MONDAY, SIGNED_UP, TRAINING, does, kept_of, newcomer, rows, sets

pytestmark = pytest.mark.asyncio(loop_scope="module")

FORGED = [
    *("", "💥", "x" * 64, "done", "done:", ":", "done:1:0", "done:1:0:0:0", "done:-1:0:0", "done:1:0:100"),
    *(
        "done:99999999999999999999:0:0",
        "done: {workout}:0:0",
        "done:0{workout}:0:0",
        "zone:../../etc/passwd",
        "zone:Mars/Olympus",
    ),
    *("zone:Europe", "time:1440", "days:128", "days:3", "level:god:plan", "gear:sword:plan", "length:90:plan"),
    *("start:weights", "pain:1:11", "effort:1:0:epic", "topics:511:2", "ready:all", "delete:maybe", "later:0"),
    *("later:9999999", "tomorrow:-1", "learn:../secrets", "edit:admin", "choose:level:nowhere", "pause:-5"),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on_stage(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with stage(tmp_path_factory.mktemp("odd"), start=MONDAY) as on_stage:
        yield on_stage
        assert [
            call.method for call in await on_stage.sandbox.calls() if call.broken and "old" not in str(call.error)
        ] == []


async def test_a_group_gets_one_line_and_nothing_of_training_is_stored(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, *TRAINING)
    before, said = kept_of(ann), len(await on_stage.sandbox.group_messages())
    await ann.person.say_in_group("done 12")
    await on_stage.sandbox.quiet()
    _, answer = (await on_stage.sandbox.group_messages())[said:]
    assert answer.from_bot and len(answer.text) < 200 and not answer.buttons
    assert kept_of(ann) == before
    stranger = await newcomer(on_stage)
    await stranger.person.say_in_group("/start")
    await on_stage.sandbox.quiet()
    assert kept_of(stranger) == []


async def test_pins_and_reactions_are_quiet(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, *TRAINING)
    before, calls = kept_of(ann), len(await on_stage.sandbox.calls())
    card = (await ann.person.heard())[-1].id
    await ann.person.pin(card)
    await ann.person.react(card)
    await on_stage.sandbox.quiet()
    assert len(await on_stage.sandbox.calls()) == calls
    assert kept_of(ann) == before


async def test_somebody_who_blocks_the_bot_and_comes_back_is_remembered_so(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, *SIGNED_UP)
    blocked = "SELECT blocked FROM athletes WHERE id = ?"
    await ann.person.block()
    await on_stage.sandbox.quiet()
    assert rows(on_stage, blocked, ann.person.id) == [(1,)]
    await ann.person.unblock()
    await on_stage.sandbox.quiet()
    assert rows(on_stage, blocked, ann.person.id) == [(0,)]
    await does(ann, "> /plan", "= Your plan")


@pytest.mark.parametrize("payload", FORGED)
async def test_a_forged_button_changes_nothing(payload: str, on_stage: Stage) -> None:
    people = await on_stage.sandbox.people()
    forgers = [person for person in people if person.first_name == "Mallory"]
    mallory = await newcomer(on_stage, *TRAINING, name="Mallory") if not forgers else None
    person = mallory.person if mallory else forgers[0]
    plan = "SELECT zone, weekdays, remind_at, level, equipment, length, limits, hold, paused FROM athletes WHERE id = ?"
    log = "SELECT count(*) FROM entries JOIN workouts ON workouts.id = workout WHERE athlete = ?"
    before = rows(on_stage, plan, person.id) + rows(on_stage, log, person.id)
    heard = len(await person.heard())
    [(workout,)] = rows(on_stage, "SELECT id FROM workouts WHERE athlete = ?", person.id)
    await person.tap((await person.heard())[-1].id, payload.replace("{workout}", str(workout)))
    await on_stage.sandbox.quiet()
    assert rows(on_stage, plan, person.id) + rows(on_stage, log, person.id) == before
    assert len(await person.heard()) <= heard + 1
    assert rows(on_stage, "SELECT state FROM inbox WHERE person = ? ORDER BY id DESC LIMIT 1", person.id) == [
        ("answered",)
    ]


async def test_a_button_of_somebody_elses_workout_changes_nobodys_log(on_stage: Stage) -> None:
    ann, bob = await newcomer(on_stage, *TRAINING), await newcomer(on_stage, *TRAINING, name="Bob")
    [(workout,)] = rows(on_stage, "SELECT id FROM workouts WHERE athlete = ?", ann.person.id)
    before = kept_of(ann), sets(bob)
    mine = (await bob.person.heard())[-1].id
    for action in ("done:{}:0:0", "undo:{}", "stopnow:{}", "skip:{}:0:0", "pain:{}:7", "hurts:{}", "more:{}"):
        await bob.person.tap(mine, action.format(workout))
        await on_stage.sandbox.quiet()
        assert (kept_of(ann), sets(bob)) == before, action
    await does(bob, "> done", "= 2 of 11")


async def test_an_edited_done_never_logs(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, *TRAINING, "> done 7", "edit done 9", "! 3 of 11", "edit done")
    assert sets(ann) == [7]
    await does(ann, "> hm", "edit done", "> done", "= 3 of 11")
    assert len(sets(ann)) == 2


async def test_a_name_with_markup_is_only_a_name(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, "> /start", name="<b>Bo</b> & {x} %s")
    [welcome] = await ann.person.heard()
    assert "<b>Bo</b> & {x} %s" in welcome.text
    await does(ann, *SIGNED_UP[1:])


async def test_a_wall_of_emoji_gets_one_short_answer(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, *TRAINING)
    before, heard = kept_of(ann), len(await ann.person.heard())
    await ann.person.say("😀" * 4000)
    await on_stage.sandbox.quiet()
    assert len(await ann.person.heard()) == heard + 1
    assert kept_of(ann) == before
    await does(ann, "> done", "= 2 of 11")


async def test_a_tap_that_is_too_old_to_be_answered_still_counts_once(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, *TRAINING)
    card = (await ann.person.heard())[-1]
    tap = {"id": "4711", "from": {"id": ann.person.id, "is_bot": False, "first_name": "Ann"}, "chat_instance": "1"}
    body = {**tap, "message": card.raw, "data": card.all_buttons[0].data}
    await ann.person.raw({"callback_query": body})
    await on_stage.sandbox.quiet()
    [answer] = [call for call in await on_stage.sandbox.calls() if call.parameters.get("callback_query_id") == "4711"]
    assert "too old" in (answer.error or "")
    assert len(sets(ann)) == 1
    assert "2 of 11" in (await ann.person.heard())[-1].text


async def test_one_persons_updates_stay_in_order_while_others_go_on(on_stage: Stage) -> None:
    ann, bob = await newcomer(on_stage, *TRAINING), await newcomer(on_stage, *TRAINING, name="Bob")
    await on_stage.sandbox.faults("slow", "sendAnimation", seconds=0.4, chat_id=ann.person.id)
    for words in ("done 5", "done 4", "done 3"):
        await ann.person.say(words)
    await bob.person.say("done")
    await on_stage.sandbox.quiet()
    assert sets(ann) == [5, 4, 3]
    sent = [call for call in await on_stage.sandbox.calls() if call.method == "sendAnimation"][-4:]
    assert [call.parameters["chat_id"] for call in sent if call.fault] == [ann.person.id]
    texts = [message.text for message in (await ann.person.heard())[-3:]]
    assert ["2 of 11" in texts[0], "3 of 11" in texts[1], "4 of 11" in texts[2]] == [True] * 3
    done = {call.parameters["chat_id"]: call.at.timestamp() + call.seconds for call in reversed(sent)}
    assert done[bob.person.id] < done[ann.person.id]


POLL = {"id": "1", "question": "Ready?", "options": []}
UNREADABLE = {
    "a poll of another Bot API version": {"poll": POLL},
    "no date": {"date": None, "text": "hello"},
    "a date nobody lives to see": {"date": 10**15, "text": "hello"},
    "a story without its chat": {"story": {"id": 1}},
}
"""What PTB cannot make a message of; None takes a field away."""


@pytest.mark.parametrize("fields", UNREADABLE.values(), ids=UNREADABLE)
async def test_an_update_that_cannot_be_read_silences_nobody(fields: dict[str, object], on_stage: Stage) -> None:
    ann, bob = await newcomer(on_stage, *TRAINING), await newcomer(on_stage, *TRAINING, name="Bob")
    me = {"id": ann.person.id, "is_bot": False, "first_name": "Ann"}
    message = {"message_id": 9000, "date": 1, "chat": {"id": ann.person.id, "type": "private"}, "from": me, **fields}
    await ann.person.raw({"message": {key: value for key, value in message.items() if value is not None}})
    await on_stage.sandbox.quiet()
    state = rows(on_stage, "SELECT state FROM inbox WHERE person = ? ORDER BY id DESC LIMIT 1", ann.person.id)
    assert state == [("answered",)]
    await does(bob, "> done 7", "= 2 of 11")
    await does(ann, "> done 6", "= 2 of 11")
    assert (sets(ann), sets(bob)) == ([6], [7])


async def test_a_button_in_a_group_is_none_of_ours(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, *TRAINING)
    before, said = kept_of(ann), len(await on_stage.sandbox.group_messages())
    card = (await ann.person.heard())[-1]
    me = {"id": ann.person.id, "is_bot": False, "first_name": "Ann"}
    there = {**card.raw, "chat": {"id": -100500, "type": "supergroup", "title": "Hips"}}
    tap = {"id": "4712", "from": me, "chat_instance": "1", "message": there, "data": card.all_buttons[0].data}
    await ann.person.raw({"callback_query": tap})
    await on_stage.sandbox.quiet()
    assert kept_of(ann) == before
    assert len(await on_stage.sandbox.group_messages()) == said


async def test_a_red_flag_while_a_question_is_open_leaves_its_buttons(on_stage: Stage) -> None:
    ann = await newcomer(on_stage, "> /start", "[1]", "> i have chest pain", "= emergency", "> ok", "= tap one")
    await does(ann, "[I read the list]", "= Where do you live")
