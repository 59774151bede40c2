"""What the bot says, before it knows about Telegram."""

from dataclasses import dataclass

from bot.domain.clip import Picture, Shown
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
    """A short message sent first: with the other kind of buttons, or a picture whose words the text says."""

    text: str
    keyboard: ReplyKeyboard | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: a text in Telegram's HTML (empty: nothing to send), its buttons, and a toast for a tap.

    `aside` is a short answer without buttons; the live message above keeps its own. A `clip` is shown with its `caption`
    below it in place of the text, which says the same and more for when it cannot be shown. A reply that `keeps_clip` asks
    about the move at hand: it may take the place of the words below that move's clip.
    """

    text: str
    rows: Rows = ()
    toast: str | None = None
    carrier: Carrier | None = None
    keyboard: ReplyKeyboard | None = None
    aside: bool = False
    clip: Shown | None = None
    caption: str = ""
    keeps_clip: bool = False

    def __post_init__(self) -> None:
        if self.rows and self.keyboard:
            raise ValueError("a message carries buttons or a keyboard, not both")
        if self.aside and (self.rows or self.keyboard or self.carrier):
            raise ValueError("an aside leaves all buttons as they are")
        if bool(self.clip) != bool(self.caption) or (self.clip and (self.keyboard or self.keeps_clip)):
            raise ValueError("a clip has a caption, and stands for itself")
