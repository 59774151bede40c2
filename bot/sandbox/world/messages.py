"""Chats and the messages in them, as both sides see them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.sandbox.shape import JSON


@dataclass(frozen=True)
class Message:
    """One message in its present state; an edit makes a new one under the same id."""

    id: int
    chat: JSON
    sender: JSON
    date: int
    content: JSON
    markup: JSON | None = None
    edit_date: int | None = None
    edits: int = 0
    reworded: bool = False
    deleted: bool = False

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    @property
    def inline(self) -> JSON | None:
        return self.markup if self.markup and "inline_keyboard" in self.markup else None

    def json(self) -> JSON:
        """The message as the Bot API shows it: of all markups only inline buttons."""
        body = {
            "message_id": self.id,
            "from": self.sender,
            "chat": self.chat,
            "date": self.date,
        }
        if self.edit_date is not None:
            body["edit_date"] = self.edit_date
        body |= self.content
        return body | ({"reply_markup": self.inline} if self.inline else {})

    def seen(self) -> JSON:
        """The message as its chat's people see it, any keyboard and its past included."""
        return {
            "message": self.json(),
            "markup": self.markup,
            "edits": self.edits,
            "reworded": self.reworded,
            "deleted": self.deleted,
        }

    def edited(self, content: JSON, markup: JSON | None, now: int) -> "Message":
        """Change it; new buttons alone are no edit that people see."""
        reworded = self.reworded or content != self.content
        return replace(self, content=content, markup=markup, edit_date=now, edits=self.edits + 1, reworded=reworded)

    def removed(self) -> "Message":
        return replace(self, deleted=True)


@dataclass
class Chat:
    """A private chat or a group, with all that was ever written in it."""

    id: int
    about: JSON
    messages: dict[int, Message] = field(default_factory=dict)

    def find(self, message_id: int) -> Message | None:
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message

    def __iter__(self) -> Iterator[Message]:
        return iter(self.messages.values())


@dataclass
class Person:
    """Somebody who may talk to the bot."""

    id: int
    first_name: str
    language_code: str | None
    started: bool = False
    blocked: bool = False

    def user(self) -> JSON:
        user: JSON = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | ({"language_code": self.language_code} if self.language_code else {})

    def chat(self) -> JSON:
        return {"id": self.id, "type": "private", "first_name": self.first_name}
