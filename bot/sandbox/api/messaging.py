"""Methods that write, change and remove messages, and answer button presses."""

from bot.sandbox.api import parameters as takes
from bot.sandbox.api.addressing import (
    changed,
    known_chat,
    message_to_edit,
    open_chat,
    replied_to,
)
from bot.sandbox.api.keyboards import checked, checked_inline
from bot.sandbox.api.registry import method
from bot.sandbox.refusal import BadRequest
from bot.sandbox.shape import JSON
from bot.sandbox.text.limits import caption, message_text
from bot.sandbox.text.spans import units
from bot.sandbox.world.updates import QUERY_LIFETIME
from bot.sandbox.world.world import World

LONGEST_ANSWER = 200
DELETABLE_FOR = 48 * 3600
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
}  # fmt: skip


@method("sendMessage", takes.SendMessage)
def send_message(world: World, call: takes.SendMessage) -> JSON:
    text = message_text(call.text, call.parse_mode, call.entities)
    return send(world, call, text.content())


def send(world: World, call: takes.Sending, content: JSON) -> JSON:
    """Write the content to the chat, once it is clear that the bot may."""
    markup = checked(call.reply_markup)
    chat = open_chat(world, call.chat_id)
    content = replied_to(chat, call) | content
    world.limits.count(chat.id)
    return world.write(chat, world.bot(), content, markup).json()


@method("editMessageText", takes.EditText)
def edit_text(world: World, call: takes.EditText) -> JSON:
    text = message_text(call.text, call.parse_mode, call.entities)
    markup = checked_inline(call.reply_markup)
    chat, message = message_to_edit(world, call.chat_id, call.message_id)
    if "text" not in message.content:
        raise BadRequest("there is no text in the message to edit")
    return changed(world, chat, message, _with(message.content, text.content()), markup)


@method("editMessageCaption", takes.EditCaption)
def edit_caption(world: World, call: takes.EditCaption) -> JSON:
    text = caption(call.caption, call.parse_mode, call.caption_entities)
    markup = checked_inline(call.reply_markup)
    chat, message = message_to_edit(world, call.chat_id, call.message_id)
    if "text" in message.content:
        raise BadRequest("there is no caption in the message to edit")
    return changed(world, chat, message, _with(message.content, text.content("caption")), markup)


@method("editMessageReplyMarkup", takes.EditMarkup)
def edit_markup(world: World, call: takes.EditMarkup) -> JSON:
    markup = checked_inline(call.reply_markup)
    chat, message = message_to_edit(world, call.chat_id, call.message_id)
    return changed(world, chat, message, message.content, markup)


@method("deleteMessage", takes.OneMessage)
def delete_message(world: World, call: takes.OneMessage) -> bool:
    chat = known_chat(world, call.chat_id)
    message = chat.find(call.message_id)
    if message is None:
        raise BadRequest("message to delete not found", broken=False)
    if world.now() - message.date > DELETABLE_FOR:
        raise BadRequest("message can't be deleted for everyone", broken=False)
    world.keep(chat, message.removed(), "deleted")
    return True


@method("answerCallbackQuery", takes.AnswerQuery)
def answer_query(world: World, call: takes.AnswerQuery) -> bool:
    if units(call.text) > LONGEST_ANSWER:
        raise BadRequest("MESSAGE_TOO_LONG")
    if call.url and not call.url.startswith(("https://t.me/", "tg://")):
        raise BadRequest("URL_INVALID")
    query = world.queries.get(call.callback_query_id)
    if query is None or query.answered or world.clock.now() - query.at > QUERY_LIFETIME:
        reason = "query is too old and response timeout expired or query ID is invalid"
        raise BadRequest(reason, broken=query is None or query.answered)
    query.answered = True
    world.answer(query, call.text, alert=call.show_alert)
    return True


@method("sendChatAction", takes.ChatAction)
def send_chat_action(world: World, call: takes.ChatAction) -> bool:
    if call.action not in ACTIONS:
        raise BadRequest("wrong parameter action in request")
    chat = open_chat(world, call.chat_id)
    world.tell("action", chat.id, action=call.action)
    return True


def _with(content: JSON, text: JSON) -> JSON:
    """The content with other words: the rest of it stays."""
    words = {"text", "entities", "caption", "caption_entities"}
    return {key: value for key, value in content.items() if key not in words} | text
