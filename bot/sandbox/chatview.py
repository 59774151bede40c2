"""One person's chat as their app shows it, kept up to date event by event."""

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.sight import Button, CallbackAnswer, Event, Message

Kind = Literal["said", "edited", "buttons", "deleted", "toast"]


@dataclass(frozen=True)
class Sighting:
    """Something new on the screen; "buttons" means that nothing else of the message changed."""

    kind: Kind
    message: Message | None = None
    answer: CallbackAnswer | None = None

    @property
    def words(self) -> str:
        """What the bot said with it."""
        if self.answer:
            return self.answer.text
        said = self.message and self.kind in {"said", "edited"}
        return self.message.text if said and self.message else ""


@dataclass(frozen=True)
class Choice:
    """A live button: inline under a message, or a key of the reply keyboard."""

    label: str
    message_id: int | None = None
    button: Button | None = None
    asks_for: Literal["text", "location", "contact"] = "text"


@dataclass
class ChatView:
    """What the person sees now, and which buttons there ever were."""

    chat_id: int
    messages: dict[int, Message] = field(default_factory=dict)
    _had: dict[tuple[int, str], Button] = field(default_factory=dict)

    def take(self, event: Event) -> Sighting | None:
        """Keep up with the event; gives what is new to see of the bot, if anything is."""
        if event.chat_id != self.chat_id:
            return None
        if event.answer:
            return Sighting("toast", answer=event.answer) if event.answer.text else None
        return self._take_message(event.kind, event.message) if event.message else None

    def _take_message(self, kind: str, message: Message) -> Sighting | None:
        before = self.messages.get(message.id)
        self.messages[message.id] = message
        self._had |= {(message.id, button.text): button for button in message.all_buttons}
        if not message.from_bot:
            return None
        if kind == "edited" and before and (before.text, before.entities) == (message.text, message.entities):
            return Sighting("buttons", message)
        kinds: dict[str, Kind] = {"sent": "said", "edited": "edited", "deleted": "deleted"}
        return Sighting(kinds[kind], message)

    def with_buttons(self) -> Message | None:
        """The newest message that has live buttons."""
        return next((message for message in self._newest() if message.buttons), None)

    def choices(self) -> list[Choice]:
        """All that can be pressed, in the order of the numbers it is shown with."""
        message = self.with_buttons()
        inline = message.all_buttons if message else []
        under = [Choice(button.text, message.id, button) for button in inline if message]
        return under + self.keys()

    def keys(self) -> list[Choice]:
        """The reply keyboard in force; it goes with the message that brought it."""
        newest_first = sorted(self.messages.values(), key=lambda message: -message.id)
        latest = next((each for each in newest_first if each.keyboard is not None), None)
        rows = [] if latest is None or latest.deleted else (latest.markup or {}).get("keyboard", [])
        return [_key(key) for row in rows for key in row]

    def choice(self, wanted: str) -> Choice:
        """A choice by its number, its label, or a part that only one label has."""
        choices = self.choices()
        if wanted.isdecimal() and 0 < int(wanted) <= len(choices):
            return choices[int(wanted) - 1]
        exact = [choice for choice in choices if choice.label == wanted]
        close = [choice for choice in choices if wanted.lower() in choice.label.lower()]
        if exact or len(close) == 1:
            return (exact or close)[0]
        labels = ", ".join(f"{n} {choice.label}" for n, choice in enumerate(choices, 1))
        raise LookupError(f"no single button {wanted!r}; there is {labels or 'none'}")

    def once_had(self, label: str, nth: int) -> Choice:
        """A button of the nth newest message that ever had it, gone by now or not."""
        found = sorted((id, text) for id, text in self._had if text == label)
        found = found or sorted((id, text) for id, text in self._had if label.lower() in text.lower())
        if not 0 < nth <= len(found):
            raise LookupError(f"{len(found)} messages had a button {label!r}")
        message_id, text = found[-nth]
        return Choice(text, message_id, self._had[message_id, text])

    def last_typed(self) -> Message | None:
        """The person's newest text message."""
        mine = (each for each in reversed(self.messages.values()) if not each.from_bot)
        return next((each for each in mine if each.kind == "text" and not each.deleted), None)

    def _newest(self) -> list[Message]:
        newest_first = sorted(self.messages.values(), key=lambda message: -message.id)
        return [each for each in newest_first if each.from_bot and not each.deleted]


def _key(key: dict[str, object]) -> Choice:
    if key.get("request_location"):
        return Choice(str(key["text"]), asks_for="location")
    if key.get("request_contact"):
        return Choice(str(key["text"]), asks_for="contact")
    return Choice(str(key["text"]))
