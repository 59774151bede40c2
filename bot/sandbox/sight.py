"""What can be seen of the world from outside: messages, answers, events and calls."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Self

from bot.sandbox.shape import JSON
from bot.sandbox.text.pretty import as_html


@dataclass(frozen=True)
class Button:
    """An inline button; one that does something else than call back has no data."""

    text: str
    data: str | None
    url: str | None = None


@dataclass(frozen=True)
class Message:
    """A message in its present state."""

    id: int
    from_bot: bool
    text: str  # or the caption
    buttons: tuple[tuple[Button, ...], ...]
    keyboard: tuple[tuple[str, ...], ...] | None  # what it sets; () removes it, None lets it be
    date: datetime
    edits: int
    deleted: bool
    kind: str  # "text", "photo", "animation", …
    markup: JSON | None = field(repr=False, compare=False)
    raw: JSON = field(repr=False, compare=False)

    @classmethod
    def read(cls, seen: JSON) -> Self:
        raw, markup = seen["message"], seen["markup"] or {}
        text = raw.get("text", raw.get("caption", ""))
        return cls(
            id=raw["message_id"],
            from_bot=raw["from"]["is_bot"],
            text=text,
            buttons=_rows(markup.get("inline_keyboard", [])),
            keyboard=_keyboard(markup),
            date=datetime.fromtimestamp(raw["date"], UTC),
            edits=seen["edits"],
            deleted=seen["deleted"],
            kind=_kind(raw),
            markup=seen["markup"],
            raw=raw,
        )

    @cached_property
    def html(self) -> str:
        return as_html(self.text, self.entities)

    @property
    def clip(self) -> str | None:
        """The name of the clip that it shows, if it shows one."""
        name: str | None = self.raw.get("animation", {}).get("file_name")
        return name.rpartition(".")[0] if name else None

    @property
    def entities(self) -> list[JSON]:
        entities: list[JSON] = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return entities

    @property
    def all_buttons(self) -> list[Button]:
        return [button for row in self.buttons for button in row]

    def button(self, label: str) -> Button:
        """The button of that label, or the only one whose label contains it."""
        exact = [button for button in self.all_buttons if button.text == label]
        close = [button for button in self.all_buttons if label.lower() in button.text.lower()]
        for found in (exact, close):
            if len(found) == 1:
                return found[0]
        labels = ", ".join(button.text for button in self.all_buttons) or "none"
        raise LookupError(f"not one button {label!r}, there are: {labels}")


@dataclass(frozen=True)
class CallbackAnswer:
    """What came up after a press: a toast, an alert, or (without text) just the end of waiting."""

    callback_id: str
    message_id: int
    data: str
    text: str
    alert: bool


@dataclass(frozen=True)
class Event:
    """Something that happened: sent, edited, deleted, answered or clock."""

    number: int
    kind: str
    chat_id: int | None
    at: datetime
    message: Message | None = None
    answer: CallbackAnswer | None = None

    @classmethod
    def read(cls, event: JSON) -> Self:
        return cls(
            event["number"],
            event["kind"],
            event["chat_id"],
            datetime.fromtimestamp(event["at"], UTC),
            Message.read(event) if "message" in event else None,
            CallbackAnswer(**event["answer"]) if "answer" in event else None,
        )


@dataclass(frozen=True)
class Call:
    """One call of the bot: what it asked, what it got, and which rules it broke."""

    number: int
    method: str
    parameters: JSON
    at: datetime
    seconds: float
    result: Any
    code: int | None
    error: str | None
    fault: str | None
    broken: tuple[str, ...]
    over: bool

    @classmethod
    def read(cls, call: JSON) -> Self:
        at = datetime.fromtimestamp(call["at"], UTC)
        return cls(**call | {"at": at, "broken": tuple(call["broken"])})


def _rows(rows: list[list[JSON]]) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        tuple(Button(button["text"], button.get("callback_data"), button.get("url")) for button in row) for row in rows
    )


def _keyboard(markup: JSON) -> tuple[tuple[str, ...], ...] | None:
    if "keyboard" in markup:
        return tuple(tuple(key["text"] for key in row) for row in markup["keyboard"])
    return () if markup.get("remove_keyboard") else None


def _kind(raw: JSON) -> str:
    plain = {
        "message_id",
        "from",
        "chat",
        "date",
        "edit_date",
        "reply_markup",
        "reply_to_message",
    }
    words = {"entities", "caption", "caption_entities"}
    return next((name for name in raw if name not in plain | words), "text")
