"""What the bot says, before it knows about Telegram."""

from dataclasses import dataclass

from bot.views.buttons import Press


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    label: str
    press: Press


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class ReplyKeyboard:
    """Buttons in place of the phone's keyboard; each sends its text. Without any row it is taken away."""

    rows: tuple[tuple[str, ...], ...] = ()
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Carrier:
    """A short message sent first, because one message cannot carry both kinds of buttons."""

    text: str
    keyboard: ReplyKeyboard


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: a text in Telegram's HTML (empty: nothing to send), its buttons, and a toast for a tap.

    `aside` is a short answer without buttons; the live message above keeps its own.
    """

    text: str
    rows: Rows = ()
    toast: str | None = None
    carrier: Carrier | None = None
    keyboard: ReplyKeyboard | None = None
    aside: bool = False

    def __post_init__(self) -> None:
        if self.rows and self.keyboard:
            raise ValueError("a message carries buttons or a keyboard, not both")
        if self.aside and (self.rows or self.keyboard or self.carrier):
            raise ValueError("an aside leaves all buttons as they are")
