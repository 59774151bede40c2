"""Somebody who lives with the coach for days: plays script lines, and lets time pass as it does."""

import re
import sqlite3
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.sandbox.client import JUST_PAST, Sandbox
from bot.sandbox.launch import BotProcess, Stage
from bot.sandbox.script import Player
from bot.sandbox.transcript import Transcript
from bot.settings import CONTENT

BERLIN = ZoneInfo("Europe/Berlin")
IN_BERLIN = (
    "> /start",
    "[I am 18 or older]",
    "[I read the list, none applies to me]",
    "> Berlin",
    "[Mon Wed Fri]",
    "[18:00]",
    "= Your plan is set",
)
Unasked = tuple[str, str, str]
"""A message of the coach's own accord: its calendar date, the wall clock's time, and its kind."""


class Persona:
    """A person, and the hours between what they do."""

    def __init__(self, on_stage: Stage, zone: ZoneInfo = BERLIN) -> None:
        self.sandbox: Sandbox = on_stage.sandbox
        self.zone = zone
        self._player = Player(on_stage, Transcript(print))
        self._bot = on_stage.bot

    @property
    def bot(self) -> BotProcess:
        assert self._bot
        return self._bot

    async def does(self, *lines: str) -> None:
        """Play lines of a script, one after the other."""
        for line in lines:
            await self._player.do(line)

    async def until(self, wall: str) -> None:
        """Let time pass until a wall time in the person's zone, stopping wherever the bot waits for something."""
        goal, before = self.instant(wall), None
        while (due := await self.sandbox.next_due()) and due + JUST_PAST <= goal:
            assert due != before, f"the bot still waits for {due}"
            before = due
            await self._player.do("@next")
        await self._player.do(f"@{goal.isoformat()}")

    async def away_until(self, wall: str) -> None:
        """The bot is dead from now on, and comes back at that time."""
        await self.bot.kill()
        await self.sandbox.move_to(self.instant(wall))
        await self.bot.start()
        await self.sandbox.quiet()

    async def unasked(self) -> list[Unasked]:
        """What the coach sent after the clock moved on and before the person did anything."""
        found, asked = [], True
        for event in await self.sandbox.events():
            by_person = event.kind == "answered" or (event.message is not None and not event.message.from_bot)
            asked = by_person or (asked and event.kind != "clock")
            if event.kind == "sent" and event.message and not asked:
                wall = event.at.astimezone(self.zone)
                found.append((f"{wall:%a %d %b}", f"{wall:%H:%M}", kind_of(event.message.text)))
        return found

    def instant(self, wall: str) -> datetime:
        """The instant of a wall time such as 2026-11-23 18:00; a trailing UTC leaves the zone aside."""
        if wall.endswith(" UTC"):
            return datetime.fromisoformat(wall.removesuffix(" UTC")).replace(tzinfo=UTC)
        return datetime.fromisoformat(wall).replace(tzinfo=self.zone).astimezone(UTC)


ONCE_A_WEEK, PAUSE_ASKED, AGAIN = (
    "only once a week",
    "Shall I pause",
    "\n\nYour usual days are back, and so are my messages.",
)


def kind_of(text: str) -> str:
    """The list in the content pack that a message stands in; weekly and pause_asked are told by what they say."""
    if PAUSE_ASKED in text:
        return "pause_asked"
    if ONCE_A_WEEK in text:
        return "weekly"
    if text.endswith(AGAIN):
        return f"{kind_of(text.removesuffix(AGAIN))}, again"
    plain = re.sub(r"\d+ minutes", "some minutes", text)
    return next((kind for kind, wordings in _wordings().items() if plain in wordings), f"? {text}")


@cache
def _wordings() -> dict[str, set[str]]:
    reminders = yaml.safe_load((CONTENT / "en" / "reminders.yaml").read_text(encoding="utf-8"))
    rest_days = yaml.safe_load((CONTENT / "en" / "rest_days.yaml").read_text(encoding="utf-8"))
    filled = {kind: {text.format(minutes="some") for text in texts} for kind, texts in reminders.items()}
    return {**filled, "rest": {message["text"] for message in rest_days["messages"]}}


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    """What stands in the database."""
    connection = sqlite3.connect(f"file:{folder / 'coach.db'}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()
