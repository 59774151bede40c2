"""A workout as a person does it: reads, moves, rests, answers, and takes the time that it takes."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.sandbox.life import reading
from bot.sandbox.life.answers import answer
from bot.sandbox.life.body import Body, effort, seconds_of
from bot.sandbox.life.diary import Diary, Hurt, Workout
from bot.sandbox.life.persona import Persona
from bot.sandbox.life.phone import Phone, Stuck
from bot.sandbox.life.reading import SetAsked
from bot.sandbox.life.talking import Talking

WORDS_A_SECOND = 4
GLANCE = 3
TAP = 2
CHANGE_OF_POSITION = 10
HURTS_FROM = 3
MOST_TURNS = 200
_AT_REST = re.compile(r"^(Rest day|Today's workout is done|Moved to|I'll be quiet)", re.MULTILINE)


class Training:
    """Does workouts; what a version is called at which step, and which cards are known, stays from one to the next."""

    def __init__(self, persona: Persona, talking: Talking, diary: Diary) -> None:
        self.persona, self.talking, self.diary = persona, talking, diary
        self.phone: Phone = talking.phone
        self.body: Body = persona.body()
        self._steps: dict[str, tuple[int, int] | None] = {}
        self._read: set[str] = set()
        self._tells_sides = False
        self._rest = 0
        self._workout: Workout | None = None
        self._left = 0  # good reps, or seconds, after the last set
        self._was_hold = False
        self._busy_for = 0  # seconds
        self._chose = False
        self._told: set[tuple[str, int]] = set()

    async def train(self, at_most: timedelta | None = None, reminder_said: int | None = None) -> None:
        """From the start card to the summary, or to whatever the coach offers instead."""
        self.body.rested(self.phone.now)
        self._workout, self._told, self._chose = None, set(), False
        await self.talking.to_start_card()
        for _ in range(MOST_TURNS):
            if await self._is_over():
                return
            await self._turn(at_most, reminder_said)
        raise Stuck(f"{MOST_TURNS} answers brought no end; now there is:\n{self.phone.text}")

    async def _is_over(self) -> bool:
        assert self.phone.screen
        found = reading.summary(self.phone.screen)
        if found and self._workout:
            self._workout.ended, self._workout.summary = self.phone.now, found
            for move in self._workout.moves:
                self.body.trained(move, self.phone.now)
        return bool(found or _AT_REST.search(self.phone.text))

    async def _turn(self, at_most: timedelta | None, reminder_said: int | None) -> None:
        """One answer to what the phone shows."""
        assert self.phone.screen
        card, asked = reading.start_card(self.phone.screen), reading.set_asked(self.phone.screen)
        if card:
            await self._start(card, reminder_said)
        elif asked and self._is_enough(at_most):
            await self.talking.say("stop")
        elif asked:
            await self._set(asked)
        elif re.search("how hard was that", self.phone.text):
            await self._answer_effort()
        else:
            await self._answer()

    async def _start(self, card: reading.StartCard, reminder_said: int | None) -> None:
        self._takes(len(self.phone.text.split()) // WORDS_A_SECOND // 2)
        await self._time_passes()
        wish = None if self._chose else self.persona.before_starting(self.phone.labels, self.talking.week)
        if wish:
            self._chose = True
            await self.talking.choose(wish)
            return
        self._workout = Workout(card, self.phone.now, reminder_said)
        self._rest = 0
        await self.talking.press("Start")
        if self.phone.screen and reading.set_asked(self.phone.screen):
            self.diary.workouts.append(self._workout)

    def _is_enough(self, at_most: timedelta | None) -> bool:
        return bool(at_most and self._workout and self.phone.now - self._workout.started >= at_most)

    async def _set(self, asked: SetAsked) -> None:
        """Get ready, do it, log it; the first set of a strength move is the target that the coach chose."""
        is_first = asked.set == 1
        self._get_ready(asked)
        if asked.phase == "Strength" and asked.name not in self._steps:
            await self._look_up(asked.name)
        known = self._steps.get(asked.name)
        asked = replace(asked, step=known[0] if known else None, steps=known[1] if known else None)
        if asked.phase == "Strength" and is_first and self._workout:
            self._note_target(asked)
        if await self._complains(asked):
            return
        can = self.body.can_do(asked, asked.step) if asked.phase == "Strength" else asked.amount
        done = min(can, asked.amount)
        self._left, self._was_hold = can - done, asked.is_hold
        self._takes(seconds_of(asked, done) + TAP)
        await self._time_passes()
        if self._workout:
            self._workout.sets += 1
            if asked.phase == "Strength":
                self._workout.moves.add(asked.move)
        await self._log(asked, done, weaker=min(done, max(1, can - self.persona.weaker_by(asked))))

    def _note_target(self, asked: SetAsked) -> None:
        assert self._workout
        others = [each for each in self._workout.targets if each.move != asked.move]
        self._workout.targets = [*others, asked]

    def _get_ready(self, asked: SetAsked) -> None:
        """Rest, and meanwhile read and get into position."""
        assert self.phone.screen
        new = asked.name not in self._read
        self._read.add(asked.name)
        reads = reading.words(self.phone.screen) // WORDS_A_SECOND if new else GLANCE
        moves = CHANGE_OF_POSITION if asked.set == 1 else 0
        self._takes(max(self._rest, reads + moves))
        self._rest = 0

    async def _look_up(self, name: str) -> None:
        """Read the whole page of a version that is new: it names the step."""
        await self.talking.press("More")
        assert self.phone.screen
        page = reading.set_asked(self.phone.screen)
        self._steps[name] = (page.step, page.steps) if page and page.step and page.steps else None
        self._tells_sides |= bool(re.search(r"\bL ?\d+ R ?\d+", self.phone.text))

    async def _complains(self, asked: SetAsked) -> bool:
        """Say that it hurts where it does, once for each version and set; True when that brought another screen."""
        pain = self.persona.pain(asked, self.talking.week)
        if pain < HURTS_FROM or (asked.name, asked.set) in self._told:
            return False
        self._told.add((asked.name, asked.set))
        await self.talking.say(f"hurts {pain}")
        said = next((line for line in self.phone.text.split("\n") if line.startswith("Noted")), self.phone.text[:200])
        self.diary.hurts.append(Hurt(self.phone.now, asked.name, pain, said))
        return True

    async def _log(self, asked: SetAsked, done: int, weaker: int) -> None:
        """Say what each side did where they differ and the coach is known to understand; else tap or write it."""
        if self._tells_sides and asked.each_side and weaker < done:
            await self.talking.say(f"L{weaker} R{done}")
            self._tells_sides = "didn't get that" not in self.phone.text
        elif done == asked.amount:
            label = self.phone.like("^✓ Done")
            assert label
            await self.talking.press(label)
        else:
            await self.talking.say(f"{done} s" if asked.is_hold else f"done {done}")
        self._rest = reading.rest_asked(self.phone.text) or 0

    async def _answer_effort(self) -> None:
        rest, word = self._rest, effort(self._left, is_hold=self._was_hold)
        label = self.phone.like(f"^{word}\\b")
        self._takes(GLANCE)
        await (self.talking.press(label) if label else self.talking.say(word.lower()))
        self._rest = max(0, rest - GLANCE)

    async def _answer(self) -> None:
        if "Your plan" in self.phone.text:  # a check that came first is over
            await self.talking.to_start_card()
            return
        going_on = self.phone.like("(?i)^go on") if "still open" in self.phone.text and self._workout else None
        chosen = going_on or answer(self.persona, self.phone) or next(iter(self.phone.labels), None)
        if chosen is None:
            raise Stuck(f"in a workout there is nothing to press in:\n{self.phone.text}")
        self._takes(GLANCE)
        await self.talking.reply(chosen)

    def _takes(self, seconds: int) -> None:
        self._busy_for += seconds

    async def _time_passes(self) -> None:
        """Let what was done take its time; whatever the coach writes meanwhile is put aside for the workout."""
        ends, self._busy_for = self.phone.now + timedelta(seconds=self._busy_for), 0
        while self.phone.now < ends:
            if await self.talking.wait_until(ends):
                await self.talking.say("/today")
