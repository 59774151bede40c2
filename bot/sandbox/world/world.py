"""The world behind the Bot API: people, chats, messages, updates and the clock. No HTTP here."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.sandbox.refusal import Impossible
from bot.sandbox.shape import JSON
from bot.sandbox.world.bell import Bell
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.faults import Faults
from bot.sandbox.world.files import Files
from bot.sandbox.world.journal import Journal
from bot.sandbox.world.limits import Limits
from bot.sandbox.world.messages import Chat, Message, Person
from bot.sandbox.world.presence import Presence
from bot.sandbox.world.updates import Update, Updates

FIRST_PERSON_ID = 5_000_001
GROUP_ID = -1_001_000_000_001
GROUP = {"id": GROUP_ID, "type": "supergroup", "title": "Friends"}


@dataclass
class Query:
    """A button press that the bot may answer once, for a while."""

    id: str
    chat_id: int
    message_id: int
    data: str
    at: float
    answered: bool = False


class World:
    """Everything one bot can see and do; whatever its token, it is the same bot."""

    def __init__(
        self,
        *,
        start: datetime | None = None,
        first_update_id: int = 1,
        limits: bool = False,
    ) -> None:
        self.bot_id = 0
        self.stopping = False
        self.clock = Clock(start)
        self.bell = Bell()
        self.presence = Presence()
        self.updates = Updates(first_update_id)
        self.journal = Journal()
        self.faults = Faults()
        self.limits = Limits(limits)
        self.files = Files()
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {GROUP_ID: Chat(GROUP_ID, GROUP)}
        self.queries: dict[str, Query] = {}
        self.answers: list[JSON] = []
        self.events: list[JSON] = []
        self.profile: dict[tuple[str, ...], Any] = {}
        self.polls = 0
        self._last_message_id = 0

    def now(self) -> int:
        return int(self.clock.now())

    def bot(self) -> JSON:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": "Sandbox bot",
            "username": "sandbox_bot",
        }

    def add_person(self, first_name: str, language_code: str | None, person_id: int | None) -> Person:
        number = person_id or max(self.people, default=FIRST_PERSON_ID - 1) + 1
        if number in self.people:
            raise Impossible(f"there is a person {number} already")
        person = self.people[number] = Person(number, first_name, language_code)
        self.chats[number] = Chat(number, person.chat())
        return person

    def write(self, chat: Chat, sender: JSON, content: JSON, markup: JSON | None = None) -> Message:
        """A new message in the chat."""
        self._last_message_id += 1
        message = Message(self._last_message_id, chat.about, sender, self.now(), content, markup)
        return self.keep(chat, message, "sent")

    def keep(self, chat: Chat, message: Message, event: str) -> Message:
        """Put the message's new state in its chat and tell those who watch."""
        chat.messages[message.id] = message
        self.tell(event, chat.id, **message.seen())
        return message

    def tell(self, event: str, chat_id: int | None, **details: Any) -> None:
        self.events.append(
            {
                "number": len(self.events) + 1,
                "kind": event,
                "chat_id": chat_id,
                "at": self.clock.now(),
            }
            | details
        )
        self.bell.ring()

    def inject(self, kind: str, body: JSON) -> Update | None:
        """Queue something for the bot."""
        update = self.updates.add(kind, body, self.clock.now())
        self._stirred_by(update)
        return update

    def repeat(self, update_id: int) -> Update | None:
        update = self.updates.repeat(update_id, self.clock.now())
        self._stirred_by(update)
        return update

    def confirm(self, offset: int) -> None:
        if self.updates.confirm(offset):
            self.presence.release()
            self.bell.ring()

    def forget_updates(self) -> None:
        self.updates.clear()
        self.presence.release()
        self.bell.ring()

    def ask(self, chat_id: int, message_id: int, data: str) -> Query:
        query = Query(str(secrets.randbits(62)), chat_id, message_id, data, self.clock.now())
        self.queries[query.id] = query
        return query

    def answer(self, query: Query, text: str, *, alert: bool) -> None:
        """What the person sees after a press: a toast, an alert, or just the end of waiting."""
        answer = {
            "callback_id": query.id,
            "message_id": query.message_id,
            "data": query.data,
            "text": text,
            "alert": alert,
        }
        self.answers.append({"chat_id": query.chat_id} | answer)
        self.tell("answered", query.chat_id, answer=answer)

    def move_clock(self, instant: float) -> None:
        self.clock.move_to(instant)
        self.presence.release()
        self.tell("clock", None)

    def why_busy(self) -> str | None:
        """None when the bot is quiet: it has seen everything and has nothing left to do."""
        if self.updates.waiting(self.clock.now()):
            return "updates wait for the bot, or for its confirmation"
        return self.presence.why_busy(self.clock.is_news)

    def stop(self) -> None:
        """Let go of everybody who waits."""
        self.stopping = True
        self.bell.ring()

    def _stirred_by(self, update: Update | None) -> None:
        if update:
            self.presence.stir()
            self.bell.ring()
