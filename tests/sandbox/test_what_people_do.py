"""Every act of a person reaches the bot as an update that python-telegram-bot can read."""

from collections.abc import Awaitable, Callable

import pytest
from telegram import Message, Update
from telegram.ext import filters

from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person
from bot.sandbox.puppet import Puppet

KINDS = [
    "photo", "voice", "audio", "video", "video_note", "animation", "document", "sticker",
    "location", "venue", "contact", "dice", "poll",
]  # fmt: skip


async def received(bot: Puppet) -> Update:
    """The newest update."""
    update = Update.de_json((await bot("getUpdates", offset=-1))[0], None)
    assert update
    return update


@pytest.mark.parametrize("kind", KINDS)
async def test_anything_can_be_sent(kind: str, bot: Puppet, ann: Person) -> None:
    await ann.send(kind)
    message = (await received(bot)).message
    assert message
    assert getattr(message, kind)


async def test_a_text_has_a_sender_a_private_chat_and_its_commands(bot: Puppet, ann: Person) -> None:
    await ann.say("/log 12")
    message = (await received(bot)).message
    assert message
    assert message.from_user
    assert (message.from_user.first_name, message.from_user.language_code) == ("Ann", "en")
    assert (message.chat.type, message.chat.id) == ("private", 77)
    assert filters.COMMAND.check_update(Update(1, message=message))


async def test_an_edit_is_an_edited_message(bot: Puppet, ann: Person) -> None:
    await ann.edit(await ann.say("12"), "13")
    edited = (await received(bot)).edited_message
    assert edited
    assert (edited.text, edited.edit_date) == ("13", edited.date)


async def test_a_press_carries_the_message_and_data_even_forged(bot: Puppet, ann: Person) -> None:
    await bot("sendMessage", chat_id=77, text="Well?")
    await ann.tap(2, "forged")
    query = (await received(bot)).callback_query
    assert query
    assert isinstance(query.message, Message)
    assert (query.data, query.message.text, query.from_user.id) == ("forged", "Well?", 77)


async def test_a_press_on_a_deleted_message_finds_it_inaccessible(bot: Puppet, ann: Person) -> None:
    await bot("sendMessage", chat_id=77, text="Well?")
    await bot("deleteMessage", chat_id=77, message_id=2)
    await ann.tap(2, "x")
    query = (await received(bot)).callback_query
    assert query
    assert query.message
    assert not query.message.is_accessible


async def test_blocking_and_unblocking_are_told(bot: Puppet, ann: Person) -> None:
    await ann.block()
    change = (await received(bot)).my_chat_member
    assert change
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "kicked")
    await ann.unblock()
    change = (await received(bot)).my_chat_member
    assert change
    assert change.new_chat_member.status == "member"


async def test_a_group_is_another_chat(bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    await ann.say_in_group("hello all")
    message = (await received(bot)).message
    assert message
    assert message.chat.type == "supergroup"
    await bot("sendMessage", chat_id=message.chat.id, text="hi")
    assert [each.text for each in await sandbox.group_messages()] == ["hello all", "hi"]
    assert [each.text for each in await ann.messages()] == ["/start"]


async def test_a_reply_shows_what_it_replies_to(bot: Puppet, ann: Person) -> None:
    await ann.say("this one", reply_to=1)
    message = (await received(bot)).message
    assert message
    assert message.reply_to_message
    assert message.reply_to_message.text == "/start"


async def test_pins_and_raw_updates_pass(bot: Puppet, ann: Person) -> None:
    await ann.pin(1)
    message = (await received(bot)).message
    assert message
    assert message.pinned_message
    await ann.raw({"poll_answer": {"poll_id": "1", "option_ids": []}})
    assert (await bot("getUpdates", offset=-1))[0]["poll_answer"]["poll_id"] == "1"


async def test_a_chat_shows_edits_deletions_buttons_and_the_keyboard_in_force(bot: Puppet, ann: Person) -> None:
    go = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await bot("sendMessage", chat_id=77, text="a", reply_markup=go)
    await bot("sendMessage", chat_id=77, text="b", reply_markup={"keyboard": [["Done", "Stop"]]})
    await bot("editMessageText", chat_id=77, message_id=2, text="<b>c</b>", parse_mode="HTML")
    [first, second] = await ann.heard()
    assert (first.html, first.edits, first.buttons) == ("<b>c</b>", 1, ())
    assert second.keyboard == await ann.keyboard() == (("Done", "Stop"),)
    await bot("sendMessage", chat_id=77, text="bye", reply_markup={"remove_keyboard": True})
    assert await ann.keyboard() == ()
    await bot("deleteMessage", chat_id=77, message_id=2)
    assert [(message.id, message.deleted) for message in await ann.messages()] == [
        (1, False),
        (2, True),
        (3, False),
        (4, False),
    ]


async def test_events_come_in_order(bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    listen: Callable[..., Awaitable[object]] = bot
    await listen("sendMessage", chat_id=77, text="a")
    await listen("editMessageText", chat_id=77, message_id=2, text="b")
    await listen("deleteMessage", chat_id=77, message_id=2)
    events = await sandbox.events()
    assert [(event.kind, event.message and event.message.text) for event in events] == [
        ("sent", "/start"),
        ("sent", "a"),
        ("edited", "b"),
        ("deleted", "b"),
    ]
    assert await sandbox.events(after=4) == []
