"""Whom and what a call means: the chat it may write to, the message it may change."""

from bot.sandbox.api.parameters import Sending
from bot.sandbox.refusal import BadRequest, Forbidden
from bot.sandbox.shape import JSON
from bot.sandbox.world.messages import Chat, Message
from bot.sandbox.world.world import World


def known_chat(world: World, chat_id: int | str) -> Chat:
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise BadRequest("chat not found")
    return chat


def open_chat(world: World, chat_id: int | str) -> Chat:
    """A chat in which the bot may write."""
    chat = known_chat(world, chat_id)
    person = world.people.get(chat.id)
    if person and person.blocked:
        raise Forbidden("bot was blocked by the user")
    if person and not person.started:
        raise Forbidden("bot can't initiate conversation with a user", broken=True)
    return chat


def replied_to(chat: Chat, call: Sending) -> JSON:
    """The field that shows which message is answered, if any."""
    to, optional = call.reply_to_message_id, call.allow_sending_without_reply
    if call.reply_parameters:
        to = call.reply_parameters.message_id
        optional = bool(call.reply_parameters.allow_sending_without_reply)
    if to is None:
        return {}
    target = chat.find(to)
    if target is None and not optional:
        raise BadRequest("message to be replied not found")
    return {"reply_to_message": target.json()} if target else {}


def message_to_edit(world: World, chat_id: int | str, message_id: int) -> tuple[Chat, Message]:
    chat = open_chat(world, chat_id)
    message = chat.find(message_id)
    if message is None:
        raise BadRequest("message to edit not found", broken=False)
    if not message.from_bot or (message.markup and not message.inline):
        # Telegram: only messages "without reply_markup or with inline keyboards" can be edited.
        raise BadRequest("message can't be edited")
    return chat, message


def changed(world: World, chat: Chat, message: Message, content: JSON, markup: JSON | None) -> JSON:
    """The message after an edit that changed something."""
    if content == message.content and markup == message.markup:
        reason = (
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
        raise BadRequest(reason, broken=False)
    return world.keep(chat, message.edited(content, markup, world.now()), "edited").json()
