"""A chat in plain text, as a script's player prints it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.chatview import ChatView, Choice, Sighting
from bot.sandbox.sight import Message


@dataclass
class Transcript:
    """The lines so far, while it is recording; each also goes to `out` at once."""

    out: Callable[[str], None]
    lines: list[str] = field(default_factory=list)
    recording: bool = True
    _keyboard: str = ""

    def add(self, *lines: str) -> None:
        for line in lines if self.recording else ():
            self.lines.append(line)
            self.out(line)

    def clock(self, now: datetime) -> None:
        self.add(f"-- {now:%a} {now.day} {now:%b %Y %H:%M} UTC --")

    def show(self, sightings: list[Sighting], view: ChatView) -> None:
        """What the bot did, and the reply keyboard if its numbers changed."""
        live = view.with_buttons()
        for sighting in sightings:
            self.add(*described(sighting, live.id if live else None))
        keyboard = keyboard_line(view)
        if keyboard != self._keyboard:
            self._keyboard = keyboard
            self.add(keyboard or "keyboard: gone")


def described(sighting: Sighting, live: int | None) -> list[str]:
    """One sighting as lines; buttons have numbers when they are the live ones."""
    if sighting.answer:
        return [f"({'alert' if sighting.answer.alert else 'toast'}) {sighting.answer.text}"]
    message = sighting.message
    assert message
    if sighting.kind == "deleted":
        return [f"(deleted) {_first_line(message)}"]
    if sighting.kind == "buttons":
        mark = "buttons" if message.buttons else "buttons gone"
        return [f"({mark}) {_first_line(message)}", *button_lines(message, live)]
    mark = "(edited) " if sighting.kind == "edited" else ""
    media = "" if message.kind == "text" or message.clip else f"({message.kind}) "
    clip = [f"(clip: {message.clip})"] if message.clip and not mark else []
    return [*clip, f"{mark}{media}{message.text}", *button_lines(message, live)]


def button_lines(message: Message, live: int | None) -> list[str]:
    lines, number = [], 0
    for row in message.buttons:
        marks = [str(number + n) if message.id == live else "-" for n in range(1, len(row) + 1)]
        lines.append("  ".join(f"[{mark}] {button.text}" for mark, button in zip(marks, row, strict=True)))
        number += len(row)
    return [f"  {line}" for line in lines]


def keyboard_line(view: ChatView) -> str:
    keys = view.keys()
    first = len(view.choices()) - len(keys) + 1
    return "keyboard: " + numbered(keys, first) if keys else ""


def numbered(choices: list[Choice], first: int = 1) -> str:
    return "  ".join(f"[{n}] {choice.label}" for n, choice in enumerate(choices, first))


def _first_line(message: Message) -> str:
    return message.text.partition("\n")[0] or f"({message.kind})"
