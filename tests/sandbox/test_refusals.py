"""Every refusal, with the words that Telegram has for it."""

from datetime import timedelta
from typing import Any

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.person import Person
from bot.sandbox.puppet import Puppet, Refused

JSON = dict[str, Any]

GO = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
KEYS = {"keyboard": [["Done"]]}
UNPARSED = "can't parse entities: "
UNREADABLE_BUTTON = "can't parse inline keyboard button: "
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
RESERVED = "is reserved and must be escaped with the preceding '\\'"


def button(**fields: Any) -> JSON:
    return {"reply_markup": {"inline_keyboard": [[fields]]}}


# What is sent to Ann (77) with sendMessage, and what is wrong with it.
BAD_MESSAGES: dict[str, tuple[JSON, str]] = {
    "no text": ({"text": ""}, "message text is empty"),
    "only white space": ({"text": " \n "}, "text must be non-empty"),
    "only markup": ({"text": "<b> </b>", "parse_mode": "HTML"}, "text must be non-empty"),
    "4,097 characters": ({"text": "x" * 4097}, "message is too long"),
    "2,049 emoji of two units each": ({"text": "😀" * 2049}, "message is too long"),
    "an unknown parameter": ({"txt": "x"}, 'unknown parameter "txt"'),
    "a number for a text": ({"text": 5}, 'field "text" must be of type String'),
    "a word for a flag": (
        {"disable_notification": "yes"},
        'field "disable_notification" must be of type Boolean',
    ),
    "an unknown field": (
        {"link_preview_options": {"disabled": True}},
        'unknown field "disabled"',
    ),
    "a mistyped field": (
        {"link_preview_options": {"is_disabled": "yes"}},
        'field "is_disabled" must be of type Boolean',
    ),
    "an unknown parse mode": ({"parse_mode": "BBCode"}, "unsupported parse_mode"),
    "an unknown chat": ({"chat_id": 5}, "chat not found"),
    "a chat by name": ({"chat_id": "@nobody"}, "chat not found"),
    "no chat": ({"chat_id": ""}, "chat_id is empty"),
    "a reply to nothing": (
        {"reply_parameters": {"message_id": 99}},
        "message to be replied not found",
    ),
    "a topic in a private chat": ({"message_thread_id": 3}, "message thread not found"),
    "a paid broadcast": ({"allow_paid_broadcast": True}, "FLOODSKIP_NOT_ALLOWED"),
    "HTML: a tag left open": (
        {"text": "<b>x", "parse_mode": "HTML"},
        UNPARSED + 'Can\'t find end tag corresponding to start tag "b"',
    ),
    "HTML: an unknown tag, at its byte": (
        {"text": "é <p>x</p>", "parse_mode": "html"},
        UNPARSED + 'Unsupported start tag "p" at byte offset 3',
    ),
    "HTML: a bare less-than": (
        {"text": "3 < 5", "parse_mode": "HTML"},
        UNPARSED + 'Unsupported start tag "" at byte offset 2',
    ),
    "HTML: crossed tags": (
        {"text": "<b><i>test</b></i>", "parse_mode": "HTML"},
        UNPARSED + 'Unmatched end tag at byte offset 10, expected "</i>", found "</b>"',
    ),
    "HTML: an end without a start": (
        {"text": "x</b>", "parse_mode": "HTML"},
        UNPARSED + "Unexpected end tag at byte offset 1",
    ),
    "HTML: a tag without an end": (
        {"text": "x<b", "parse_mode": "HTML"},
        UNPARSED + "Unclosed start tag at byte offset 1",
    ),
    "HTML: a span that hides nothing": (
        {"text": '<span class="x">y</span>', "parse_mode": "HTML"},
        UNPARSED + 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    ),
    "MarkdownV2: an unescaped dot": (
        {"text": "Well.", "parse_mode": "MarkdownV2"},
        UNPARSED + f"Character '.' {RESERVED}",
    ),
    "MarkdownV2: an open star": (
        {"text": "*bold _italic\\_*", "parse_mode": "MarkdownV2"},
        UNPARSED + "Can't find end of Bold entity at byte offset 15",
    ),
    "MarkdownV2: an open link target": (
        {"text": "[a](http://x.org", "parse_mode": "MarkdownV2"},
        UNPARSED + "Can't find end of a URL at byte offset 4",
    ),
    "Markdown: an open star": (
        {"text": "é *x", "parse_mode": "Markdown"},
        UNPARSED + "Can't find end of the entity starting at byte offset 3",
    ),
    "an entity of no known type": (
        {"entities": [{"type": "fat", "offset": 0, "length": 1}]},
        "can't parse MessageEntity: Unsupported type specified",
    ),
    "an entity beyond the text": (
        {"entities": [{"type": "bold", "offset": 9, "length": 1}]},
        "entity begins after the end of the text at UTF-16 offset 9",
    ),
    "an entity longer than the text": (
        {"entities": [{"type": "bold", "offset": 0, "length": 9}]},
        "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
    ),
    "a payload of 65 bytes": (button(text="é", callback_data="é" * 33), "BUTTON_DATA_INVALID"),
    "a button without a text": (
        button(callback_data="x"),
        UNREADABLE_BUTTON + 'Can\'t find field "text"',
    ),
    "a button with an empty text": (
        button(text="", callback_data="x"),
        UNREADABLE_BUTTON + "Text must be non-empty",
    ),
    "a button without an action": (
        button(text="x"),
        UNREADABLE_BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    "a button with an empty payload": (
        button(text="x", callback_data=""),
        UNREADABLE_BUTTON + "Text buttons are unallowed in the inline keyboard",
    ),
    "a button with two actions": (
        button(text="x", callback_data="x", url="https://x.org"),
        UNREADABLE_BUTTON + "exactly one action must be specified",
    ),
    "a button to nowhere": (
        button(text="x", url="not-a-url"),
        "inline keyboard button URL 'not-a-url' is invalid: Wrong HTTP URL",
    ),
    "a button to a file server": (
        button(text="x", url="ftp://x.org"),
        "inline keyboard button URL 'ftp://x.org' is invalid: Unsupported URL protocol",
    ),
    "a web app without encryption": (
        button(text="x", web_app={"url": "http://x.org"}),
        "inline keyboard button Web App URL 'http://x.org' is invalid: Only HTTPS links are allowed",
    ),
    "a button to pay without an invoice": (button(text="x", pay=True), "BUTTON_TYPE_INVALID"),
    "nothing to copy": (button(text="x", copy_text={"text": ""}), "BUTTON_COPY_TEXT_INVALID"),
    "101 buttons": (
        {"reply_markup": {"keyboard": [["x"]] * 101}},
        "reply markup is too long",
    ),
    "a markup of no kind": ({"reply_markup": {"x": 1}}, "object expected as reply markup"),
    "rows that are no list": (
        {"reply_markup": {"inline_keyboard": "x"}},
        'field "inline_keyboard" must be of type Array',
    ),
}


@pytest.mark.parametrize(("message", "reason"), BAD_MESSAGES.values(), ids=BAD_MESSAGES.keys())
async def test_sending_refuses(message: JSON, reason: str, bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    with pytest.raises(Refused) as refused:
        await bot("sendMessage", **{"chat_id": 77, "text": "x"} | message)
    assert str(refused.value) == f"Bad Request: {reason}"
    assert [call.broken for call in await sandbox.calls()] == [(f"Bad Request: {reason}",)]


# Message 2 is the bot's, with a button; 3 has a reply keyboard; 4 is a photo; 1 is Ann's.
BAD_EDITS: dict[str, tuple[str, JSON, str]] = {
    "the same text and buttons": (
        "editMessageText",
        {"message_id": 2, "text": "two", "reply_markup": GO},
        NOT_MODIFIED,
    ),
    "the same buttons": ("editMessageReplyMarkup", {"message_id": 2, "reply_markup": GO}, NOT_MODIFIED),
    "a message that is not there": (
        "editMessageText",
        {"message_id": 99, "text": "x"},
        "message to edit not found",
    ),
    "a message of somebody else": (
        "editMessageText",
        {"message_id": 1, "text": "x"},
        "message can't be edited",
    ),
    "a message with a reply keyboard": (
        "editMessageText",
        {"message_id": 3, "text": "x"},
        "message can't be edited",
    ),
    "a reply keyboard": (
        "editMessageText",
        {"message_id": 2, "text": "x", "reply_markup": KEYS},
        "inline keyboard expected",
    ),
    "the removal of a reply keyboard": (
        "editMessageReplyMarkup",
        {"message_id": 2, "reply_markup": {"remove_keyboard": True}},
        "inline keyboard expected",
    ),
    "the text of a photo": (
        "editMessageText",
        {"message_id": 4, "text": "x"},
        "there is no text in the message to edit",
    ),
    "the caption of a text": (
        "editMessageCaption",
        {"message_id": 2, "caption": "x"},
        "there is no caption in the message to edit",
    ),
    "a caption of 1,025 characters": (
        "editMessageCaption",
        {"message_id": 4, "caption": "x" * 1025},
        "message caption is too long",
    ),
    "no message": ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    "an empty text": ("editMessageText", {"message_id": 2, "text": ""}, "message text is empty"),
}


@pytest.mark.parametrize(("method", "edit", "reason"), BAD_EDITS.values(), ids=BAD_EDITS.keys())
async def test_editing_refuses(
    method: str, edit: JSON, reason: str, bot: Puppet, ann: Person, sandbox: Sandbox
) -> None:
    await bot("sendMessage", chat_id=77, text="two", reply_markup=GO)
    await bot("sendMessage", chat_id=77, text="three", reply_markup=KEYS)
    await bot.photo(77)
    with pytest.raises(Refused) as refused:
        await bot(method, chat_id=77, **edit)
    assert str(refused.value) == f"Bad Request: {reason}"


BAD_CALLS: dict[str, tuple[str, JSON, str]] = {
    "a method that is not there": ("sendKiss", {"chat_id": 77}, "Not Found"),
    "a webhook": (
        "setWebhook",
        {"url": "https://x.org"},
        "Bad Request: bad webhook: the sandbox offers getUpdates only",
    ),
    "deleting what is not there": (
        "deleteMessage",
        {"chat_id": 77, "message_id": 99},
        "Bad Request: message to delete not found",
    ),
    "an unknown chat action": (
        "sendChatAction",
        {"chat_id": 77, "action": "dancing"},
        "Bad Request: wrong parameter action in request",
    ),
    "an unknown query": (
        "answerCallbackQuery",
        {"callback_query_id": "1"},
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    ),
    "an answer of 201 characters": (
        "answerCallbackQuery",
        {"callback_query_id": "1", "text": "x" * 201},
        "Bad Request: MESSAGE_TOO_LONG",
    ),
    "a command with capitals": (
        "setMyCommands",
        {"commands": [{"command": "Start", "description": "x"}]},
        "Bad Request: BOT_COMMAND_INVALID",
    ),
    "a command of 33 letters": (
        "setMyCommands",
        {"commands": [{"command": "x" * 33, "description": "x"}]},
        "Bad Request: BOT_COMMAND_INVALID",
    ),
    "a command without a description": (
        "setMyCommands",
        {"commands": [{"command": "start", "description": ""}]},
        "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "a long name": ("setMyName", {"name": "x" * 65}, "Bad Request: bot name is too long"),
    "a long description": (
        "setMyDescription",
        {"description": "x" * 513},
        "Bad Request: bot description is too long",
    ),
    "a long short description": (
        "setMyShortDescription",
        {"short_description": "x" * 121},
        "Bad Request: bot short description is too long",
    ),
    "an unknown file": (
        "getFile",
        {"file_id": "x"},
        "Bad Request: wrong file_id or the file is temporarily unavailable",
    ),
}


@pytest.mark.parametrize(("method", "call", "reason"), BAD_CALLS.values(), ids=BAD_CALLS.keys())
async def test_it_refuses(method: str, call: JSON, reason: str, bot: Puppet, ann: Person) -> None:
    with pytest.raises(Refused) as refused:
        await bot(method, **call)
    assert str(refused.value) == reason


async def test_nobody_is_written_to_before_their_first_message(bot: Puppet, sandbox: Sandbox) -> None:
    bob = await sandbox.person("Bob")
    with pytest.raises(Refused, match="Forbidden: bot can't initiate conversation with a user"):
        await bot("sendMessage", chat_id=bob.id, text="x")


async def test_nobody_is_written_to_who_blocked_the_bot_and_that_breaks_no_rule(
    bot: Puppet, ann: Person, sandbox: Sandbox
) -> None:
    await ann.block()
    with pytest.raises(Refused, match="Forbidden: bot was blocked by the user"):
        await bot("sendMessage", chat_id=ann.id, text="x")
    await ann.unblock()
    await bot("sendMessage", chat_id=ann.id, text="x")
    assert [call.broken for call in await sandbox.calls()] == [(), ()]


async def test_old_messages_cannot_be_deleted(bot: Puppet, ann: Person, sandbox: Sandbox) -> None:
    await sandbox.advance(timedelta(hours=49))
    with pytest.raises(Refused, match="message can't be deleted for everyone"):
        await bot("deleteMessage", chat_id=77, message_id=1)
