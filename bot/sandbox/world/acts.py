"""What people do: each act changes the world and queues the update that tells the bot."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.refusal import Impossible
from bot.sandbox.shape import JSON
from bot.sandbox.text.limits import typed
from bot.sandbox.world import samples
from bot.sandbox.world.files import Upload
from bot.sandbox.world.messages import Chat, Message, Person
from bot.sandbox.world.updates import Update
from bot.sandbox.world.world import GROUP_ID, World


def say(world: World, person: Person, text: str, reply_to: int | None = None) -> JSON:
    rich = typed(text)
    if not rich.text:
        raise Impossible("nobody can send an empty message")
    return _post(world, person, _replying(world, person, reply_to) | rich.content())


def send(world: World, person: Person, kind: str, extra: JSON | None = None) -> JSON:
    """Something other than text: a sticker, a voice message, a location, anything."""
    content = samples.content(kind, extra or {})
    for name, file_kind in samples.FILES.items():
        if name == kind:
            _give_files(world, content[kind], file_kind)
    return _post(world, person, content)


def edit(world: World, person: Person, message_id: int, text: str) -> JSON:
    chat, message = _message(world, person, message_id)
    if message.from_bot or "text" not in message.content:
        raise Impossible("a person can only edit an own text message")
    content = {key: message.content[key] for key in ("reply_to_message",) if key in message.content}
    message = message.edited(content | typed(text).content(), None, world.now())
    world.keep(chat, message, "edited")
    return _told(world.inject("edited_message", message.json()))


def tap(world: World, person: Person, message_id: int, data: str) -> JSON:
    """Press a button; the data may be forged, as a modified app could."""
    chat = world.chats[person.id]
    message = chat.messages.get(message_id)
    if message is None or not message.from_bot:
        raise Impossible(f"the bot sent no message {message_id}")
    query = world.ask(chat.id, message_id, data)
    update = world.inject(
        "callback_query",
        {
            "id": query.id,
            "from": person.user(),
            "message": _reachable(message),
            "chat_instance": str(chat.id * 1_000_003),
            "data": data,
        },
    )
    return {"callback_id": query.id} | _told(update)


def say_in_group(world: World, person: Person, text: str) -> JSON:
    chat = world.chats[GROUP_ID]
    message = world.write(chat, person.user(), typed(text).content())
    return {"message_id": message.id} | _told(world.inject("message", message.json()))


def block(world: World, person: Person) -> JSON:
    person.blocked = True
    return _membership(world, person, "member", "kicked")


def unblock(world: World, person: Person) -> JSON:
    person.blocked = False
    return _membership(world, person, "kicked", "member")


def react(world: World, person: Person, message_id: int, emoji: str) -> JSON:
    chat, message = _message(world, person, message_id)
    body = {
        "chat": chat.about,
        "message_id": message.id,
        "user": person.user(),
        "date": world.now(),
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": emoji}],
    }
    return _told(world.inject("message_reaction", body))


def pin(world: World, person: Person, message_id: int) -> JSON:
    _, message = _message(world, person, message_id)
    return _post(world, person, {"pinned_message": message.json()})


def _post(world: World, person: Person, content: JSON) -> JSON:
    if person.blocked:
        raise Impossible("a person who blocked the bot cannot write to it: unblock first")
    person.started = True
    message = world.write(world.chats[person.id], person.user(), content)
    return {"message_id": message.id} | _told(world.inject("message", message.json()))


def _replying(world: World, person: Person, reply_to: int | None) -> JSON:
    if reply_to is None:
        return {}
    _, message = _message(world, person, reply_to)
    return {"reply_to_message": message.json()}


def _message(world: World, person: Person, message_id: int) -> tuple[Chat, Message]:
    chat = world.chats[person.id]
    message = chat.find(message_id)
    if message is None:
        raise Impossible(f"there is no message {message_id} in this chat")
    return chat, message


def _reachable(message: Message) -> JSON:
    """A press on a deleted message comes with what is left of it."""
    if message.deleted:
        return {"chat": message.chat, "message_id": message.id, "date": 0}
    return message.json()


def _membership(world: World, person: Person, old: str, new: str) -> JSON:
    def member(status: str) -> JSON:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"status": status, "user": world.bot()} | until

    body = {
        "chat": person.chat(),
        "from": person.user(),
        "date": world.now(),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }
    return _told(world.inject("my_chat_member", body))


def _give_files(world: World, content: Any, kind: str) -> None:
    """Let the bot fetch what the message shows, photos in every size."""
    for shown in content if isinstance(content, list) else [content]:
        file = world.files.store(kind, Upload(f"{kind}.bin", samples.BYTES, ""))
        shown.setdefault("file_id", file.id)
        shown.setdefault("file_unique_id", file.unique_id)
        shown.setdefault("file_size", len(file.data))


def _told(update: Update | None) -> JSON:
    return {"update_id": update.id if update else None}


ACTS: dict[str, Callable[..., JSON]] = {
    act.__name__: act for act in (say, send, edit, tap, say_in_group, block, unblock, react, pin)
}
