"""The chat on a terminal: formatting, numbered buttons, edits marked as such."""

from datetime import datetime

from rich.console import Console
from rich.control import Control
from rich.segment import ControlType
from rich.text import Text

from bot.sandbox.chatview import ChatView, Choice, Sighting
from bot.sandbox.sight import Event, Message
from bot.sandbox.text.spans import units

STYLES = {
    "bold": "bold",
    "italic": "italic",
    "underline": "underline",
    "strikethrough": "strike",
    "code": "cyan",
    "pre": "cyan",
    "blockquote": "italic dim",
    "expandable_blockquote": "italic dim",
    "spoiler": "dim",
    "bot_command": "blue",
    "text_link": "blue underline",
    "url": "blue underline",
}
ABOUT = (
    "A private chat with the bot. Type as in Telegram: /start, done, done 12.",
    "Press a button by its number: .1  Move the clock: +2h, @next  Leave: /quit",
)


class Screen:
    """Prints what happens; a terminal scrolls, so an edited message is printed again."""

    def __init__(self, console: Console, view: ChatView) -> None:
        self.console = console
        self.view = view
        self._keyboard = ""
        self._prompting = False

    def greet(self, now: datetime) -> None:
        for line in ABOUT:
            self.console.print(line, style="dim")
        self.clock(now)

    def clock(self, now: datetime) -> None:
        self.console.rule(f"{now:%a} {now.day} {now:%b %Y %H:%M} UTC", style="dim")

    def show(self, events: list[Event]) -> None:
        """What came since, and the reply keyboard when it changed."""
        self._take_prompt_back()
        for event in events:
            if event.kind == "clock":
                self.clock(event.at)
            elif sighting := self.view.take(event):
                self._show(sighting)
        self._show_keyboard()

    def prompt(self) -> None:
        self._take_prompt_back()
        self._prompting = True
        count = len(self.view.choices())
        picks = {0: "", 1: ".1 "}.get(count, f".1-.{count} ")
        self.console.print(Text(f"{picks}> ", style="green"), end="")

    def entered(self) -> None:
        """The line of the prompt was completed: it stays."""
        self._prompting = False

    def notice(self, text: str) -> None:
        self._take_prompt_back()
        self.console.print(Text(text, style="yellow"))

    def _take_prompt_back(self) -> None:
        if self._prompting:
            self._prompting = False
            erase = (ControlType.ERASE_IN_LINE, 2)
            self.console.control(Control(ControlType.CARRIAGE_RETURN, erase))

    def _show(self, sighting: Sighting) -> None:
        if sighting.answer:
            mark = "(!)" if sighting.answer.alert else "(i)"
            self.console.print(Text(f"{mark} {sighting.answer.text}", style="magenta"))
        elif sighting.message and sighting.kind in {"said", "edited"}:
            self._show_message(sighting.message, edited=sighting.kind == "edited")
        elif sighting.message and sighting.kind == "deleted":
            self.console.print(Text(f"(deleted) {sighting.message.text[:40]}", style="dim"))
        elif sighting.message and sighting.message.buttons:
            self._show_buttons(sighting.message)

    def _show_message(self, message: Message, *, edited: bool) -> None:
        mark = "edited " if edited else ""
        media = "" if message.kind == "text" else f"[clip: {message.clip}] " if message.clip else f"[{message.kind}] "
        self.console.print(Text(f"{message.date:%H:%M} {mark}{media}".rstrip(), style="dim"))
        self.console.print(styled(message))
        self._show_buttons(message)

    def _show_buttons(self, message: Message) -> None:
        live = self.view.with_buttons()
        number = 0
        for row in message.buttons:
            choices = [Choice(button.text) for button in row]
            first = number + 1 if live and live.id == message.id else None
            self.console.print(_buttons(choices, first))
            number += len(row)

    def _show_keyboard(self) -> None:
        keys = self.view.keys()
        line = _buttons(keys, len(self.view.choices()) - len(keys) + 1)
        if line.plain != self._keyboard:
            self._keyboard = line.plain
            self.console.print(line if keys else Text("(keyboard closed)", style="dim"))


def styled(message: Message) -> Text:
    """The message's text with its formatting."""
    text = Text(message.text)
    for entity in message.entities:
        start = _characters(message.text, entity["offset"])
        end = _characters(message.text, entity["offset"] + entity["length"])
        text.stylize(STYLES.get(entity["type"], ""), start, end)
    return text


def _characters(text: str, offset: int) -> int:
    """How many characters those UTF-16 units are."""
    length = 0
    while length < len(text) and units(text[:length]) < offset:
        length += 1
    return length


def _buttons(choices: list[Choice], first: int | None) -> Text:
    line = Text()
    for number, choice in enumerate(choices, first or 0):
        mark = f".{number} " if first else ""
        line.append(f" {mark}{choice.label} ", style="reverse" if first else "dim")
        line.append("  ")
    return line
