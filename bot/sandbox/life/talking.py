"""Talking with the coach: presses and words, each counted; what comes unasked meanwhile goes into the diary."""

import re
from collections.abc import Awaitable
from datetime import datetime

from bot.sandbox.life.answers import AGREED, TYPE, answer
from bot.sandbox.life.diary import Diary, Did, Unasked
from bot.sandbox.life.persona import Persona
from bot.sandbox.life.phone import Phone, Stuck
from bot.sandbox.sight import Message

MOST_QUESTIONS = 30


class Talking:
    """One person's side of the chat."""

    def __init__(self, persona: Persona, phone: Phone, diary: Diary) -> None:
        self.persona, self.phone, self.diary = persona, phone, diary
        self.asked_to_come_back = False

    @property
    def week(self) -> int:
        """Which week it is, from 1."""
        return (self.phone.now - self.persona.start).days // 7 + 1

    async def say(self, text: str) -> None:
        self.diary.turns += 1
        await self.phone.say(text)

    async def press(self, label: str) -> None:
        self.diary.turns += 1
        await self.phone.press(label)

    async def reply(self, chosen: str) -> None:
        """Press that label, or type what comes after TYPE."""
        await (self.say(chosen.removeprefix(TYPE)) if chosen.startswith(TYPE) else self.press(chosen))

    async def wait_until(self, instant: datetime) -> list[Unasked]:
        """Let time go by until then, or until the coach writes of its own accord."""
        came = [self._heard(message) for message in await self.phone.until(instant)]
        self.diary.unasked += came
        return came

    async def answer_all(self, until: str | None = None) -> None:
        """Answer question after question, until one has to wait or there is none.

        With `until`, what is no question is read and gone on from, too, until those words come.
        """
        for _ in range(MOST_QUESTIONS):
            chosen = answer(self.persona, self.phone)
            if chosen is None and until and until not in self.phone.text and not self.phone.like(AGREED):
                chosen = next(iter(self.phone.labels), None)
            if chosen is None:
                return
            await self.reply(chosen)
        raise Stuck(f"{MOST_QUESTIONS} answers brought no end; now there is:\n{self.phone.text}")

    async def to_start_card(self) -> None:
        """Ask for today's workout, by the button where there is one."""
        start = self.phone.like("^Start")
        await (self.press(start) if start else self.say("/today"))

    async def do(self, line: str) -> None:
        """Play one line of an errand."""
        if line.startswith(TYPE):
            await self._note(line.removeprefix(TYPE), self.say(line.removeprefix(TYPE)))
        elif label := self.phone.like(line[1:-1]):
            await self.choose(label)

    async def choose(self, label: str) -> None:
        """Press a button that is worth a line in the diary, if it is there."""
        if label in self.phone.labels:
            await self._note(f"[{label}]", self.press(label))

    async def _note(self, what: str, doing: Awaitable[None]) -> None:
        await doing
        self.diary.did.append(Did(self.phone.now, what, self.phone.text.split("\n")[0]))

    def _heard(self, message: Message) -> Unasked:
        labels = [button.text for button in message.all_buttons]
        return Unasked(self.phone.now, self._kind(message.text, labels), message.text)

    def _kind(self, text: str, labels: list[str]) -> str:
        """What sort of message it is, to somebody who reads it."""
        if re.search("once a week", text):
            return "weekly reminder"
        if "Not today" in labels:
            return "reminder again" if self.asked_to_come_back else "reminder"
        if "Easy mobility" in labels:
            return "rest-day message"
        return "question" if labels else "message"
