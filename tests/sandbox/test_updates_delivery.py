"""Updates are kept until confirmed, offered in order, and dropped when too old."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person
from bot.sandbox.puppet import Puppet, Refused
from bot.sandbox.serving import Serving
from bot.sandbox.world.world import World


def ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


async def test_an_update_comes_again_until_a_higher_offset_confirms_it(bot: Puppet, ann: Person) -> None:
    await ann.say("two")
    assert ids(await bot("getUpdates")) == [1, 2]
    assert ids(await bot("getUpdates", offset=2)) == [2]
    assert ids(await bot("getUpdates", offset=3)) == []


async def test_the_limit_holds(bot: Puppet, ann: Person) -> None:
    await ann.say("two")
    assert ids(await bot("getUpdates", limit=1)) == [1]


async def test_a_negative_offset_forgets_all_but_the_last(bot: Puppet, ann: Person) -> None:
    await ann.say("two")
    await ann.say("three")
    assert ids(await bot("getUpdates", offset=-1)) == [3]
    assert ids(await bot("getUpdates")) == [3]


async def test_a_long_poll_answers_when_something_comes(bot: Puppet, sandbox: Sandbox) -> None:
    polling = asyncio.create_task(bot("getUpdates", timeout=20))
    ann = await sandbox.person()
    await ann.say("hi")
    assert ids(await polling) == [1]


async def test_a_second_poll_ends_the_first(bot: Puppet, serving: Serving) -> None:
    first = asyncio.create_task(bot("getUpdates", timeout=20))
    await serving.world.bell.until(lambda: serving.world.polls == 1, 5)
    assert await bot("getUpdates") == []
    with pytest.raises(Refused, match="Conflict: terminated by other getUpdates request; make sure"):
        await first


async def test_a_caller_who_hung_up_has_no_conflict(bot: Puppet, sandbox: Sandbox, serving: Serving) -> None:
    first = asyncio.create_task(bot("getUpdates", timeout=20))
    await serving.world.bell.until(lambda: serving.world.polls == 1, 5)
    first.cancel()
    await bot("getUpdates")
    calls = await sandbox.calls(polls=True)
    assert [(call.error, call.broken) for call in calls] == [
        ("the caller hung up", ()),
        (None, ()),
    ]


async def test_kinds_that_are_not_allowed_are_never_queued(bot: Puppet, ann: Person) -> None:
    await bot("getUpdates", offset=2, allowed_updates=["callback_query"])
    assert await ann.raw({"message": {}}) is None
    assert await ann.raw({"callback_query": {}}) == 2


async def test_reactions_come_only_when_asked_for(bot: Puppet, ann: Person) -> None:
    await ann.react(1)
    await bot("getUpdates", offset=2, allowed_updates=["message_reaction"])
    await ann.react(1)
    [update] = await bot("getUpdates")
    assert update["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]


async def test_ids_count_from_a_chosen_start() -> None:
    world = World(first_update_id=900)
    update = world.inject("message", {})
    assert update
    assert update.id == 900


async def test_a_redelivered_update_has_its_old_id_and_is_not_confirmed_unseen(bot: Puppet, ann: Person) -> None:
    await bot("getUpdates", offset=2)
    await ann.redeliver(1)
    [again] = await bot("getUpdates", offset=2)
    assert (again["update_id"], again["message"]["text"]) == (1, "/start")
    assert await bot("getUpdates", offset=2) == []


async def test_presses_wait_150_seconds_and_messages_a_day(bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    go = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await bot("sendMessage", chat_id=77, text="x", reply_markup=go)
    await ann.press("Go")
    await sandbox.advance(timedelta(seconds=149))
    assert ids(await bot("getUpdates")) == [1, 2]
    await sandbox.advance(timedelta(seconds=2))
    assert ids(await bot("getUpdates")) == [1]
    await sandbox.advance(timedelta(hours=24))
    assert ids(await bot("getUpdates")) == []


async def test_a_press_can_be_answered_once(bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    await bot("sendMessage", chat_id=77, text="x")
    query = await ann.tap(2, "forged")
    await bot("answerCallbackQuery", callback_query_id=query, text="ok", show_alert=True)
    with pytest.raises(Refused, match="query is too old"):
        await bot("answerCallbackQuery", callback_query_id=query)
    [answer] = await ann.answers()
    assert (answer.text, answer.alert, answer.data, answer.message_id) == ("ok", True, "forged", 2)


async def test_a_press_can_be_answered_for_150_seconds_and_later_is_nobodys_fault(
    bot: Puppet, ann: Person, sandbox: Sandbox
) -> None:
    await bot("sendMessage", chat_id=77, text="x")
    query = await ann.tap(2, "x")
    await sandbox.advance(timedelta(seconds=151))
    with pytest.raises(Refused, match="query is too old"):
        await bot("answerCallbackQuery", callback_query_id=query)
    assert not [call for call in await sandbox.calls() if call.broken]


async def test_pending_updates_can_be_dropped(bot: Puppet, ann: Person) -> None:
    assert (await bot("getWebhookInfo"))["pending_update_count"] == 1
    await bot("deleteWebhook", drop_pending_updates=True)
    assert await bot("getUpdates") == []
