"""Twelve weeks of somebody's life with the coach: the next thing to happen, then the next."""

import heapq
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from itertools import count

from bot.sandbox.launch import Stage
from bot.sandbox.life import reading
from bot.sandbox.life.answers import AGREED
from bot.sandbox.life.diary import Diary, Unasked
from bot.sandbox.life.persona import TRAIN, Ignore, Persona, Press, Reminder, Train
from bot.sandbox.life.phone import Phone
from bot.sandbox.life.talking import Talking
from bot.sandbox.life.training import Training

ANSWERS_AFTER = timedelta(minutes=5)
Act = Callable[[], Awaitable[None]]


async def live(persona: Persona, stage: Stage, lived: Callable[[int], None] = lambda _: None) -> Diary:
    """Live through it all; `lived` hears how many days are over."""
    return await Life(persona, stage, lived).live()


class Life:
    """What somebody still means to do, in the order of time."""

    def __init__(self, persona: Persona, stage: Stage, lived: Callable[[int], None]) -> None:
        self.persona, self.lived = persona, lived
        self.diary = Diary()
        self.phone = Phone(stage, persona.start)
        self.talking = Talking(persona, self.phone, self.diary)
        self.training = Training(persona, self.talking, self.diary)
        self._agenda: list[tuple[datetime, int, Act]] = []
        self._number = count()
        self._reminders = 0

    async def live(self) -> Diary:
        """From the first /start to the last look back."""
        await self.phone.until(self.persona.start)
        for errand in self.persona.errands:
            self._plan(self.persona.errand_at(errand), lambda errand=errand: self._run(errand.lines))  # type: ignore[misc]
        await self.talking.say("/start")
        await self._set_up()
        while self.phone.now < self.persona.end:
            await self._next()
            self.lived((self.phone.now - self.persona.start).days)
        await self._look_back()
        return self.diary

    def _plan(self, at: datetime, act: Act) -> None:
        heapq.heappush(self._agenda, (at, next(self._number), act))

    async def _next(self) -> None:
        """Wait for the next thing of one's own, or for the coach, whichever comes first."""
        mine = self._agenda[0][0] if self._agenda else self.persona.end
        came = await self.talking.wait_until(max(self.phone.now, min(mine, self.persona.end)))
        for message in came:
            self._answer_later(message)
        if not came and self._agenda and self._agenda[0][0] <= self.phone.now:
            await heapq.heappop(self._agenda)[2]()

    def _answer_later(self, message: Unasked) -> None:
        if "remind" in message.kind:
            self._answer_reminder(message)
        elif message.kind == "question":
            self._plan(self.phone.now + ANSWERS_AFTER, lambda: self._answer_question(message))

    def _answer_reminder(self, message: Unasked) -> None:
        again, self.talking.asked_to_come_back = self.talking.asked_to_come_back, False
        self._reminders += 1
        match self.persona.when_reminded(Reminder(self._reminders, self.talking.week, again)):
            case Train(after, at_most):
                said = reading.minutes_promised(message.text)
                self._plan(self.phone.now + after, lambda: self.training.train(at_most, said))
            case Press(label, after):
                self._plan(self.phone.now + after, lambda: self._press(label))
            case Ignore():
                pass

    async def _answer_question(self, message: Unasked) -> None:
        label = self.persona.when_asked(message.text, self.phone.labels) if self.phone.text == message.text else None
        if label:
            await self.talking.choose(label)

    async def _press(self, label: str) -> None:
        await self.talking.choose(label)
        self.talking.asked_to_come_back = "remind you at" in self.phone.text

    async def _run(self, lines: tuple[str, ...]) -> None:
        for line in lines:
            await (self.training.train() if line == TRAIN else self.talking.do(line))
        await self.talking.answer_all()

    async def _set_up(self) -> None:
        """Answer until there is a plan; where a clinician is to be asked first, go on once that was done."""
        await self.talking.answer_all(until="Your plan")
        if agreed := self.phone.like(AGREED):
            self._plan(self.phone.now + self.persona.asks_clinician, lambda: self._cleared(agreed))
            return
        for wish in self.persona.wishes:
            if label := self.phone.like(wish):
                await self.talking.press(label)
        self.diary.plan = self.phone.text
        self.diary.planned = reading.strength_days(self.phone.text) or 0

    async def _cleared(self, agreed: str) -> None:
        await self.talking.choose(agreed)
        await self._set_up()

    async def _look_back(self) -> None:
        await self.talking.say("/progress")
        self.diary.progress = self.phone.text
        await self.talking.say("/why")
        self.diary.why = self.phone.text
