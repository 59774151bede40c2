"""Plays a script against a bot: says, presses, moves the clock, and notices surprises; lines.py tells how they are written."""

import re
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from bot.sandbox.chatview import ChatView, Sighting
from bot.sandbox.client import NotQuiet, SandboxError
from bot.sandbox.launch import NotStarted, Stage
from bot.sandbox.moves import NoMove, move_clock, press
from bot.sandbox.transcript import Transcript

NO_LINE = "this is no line of a script"
ENOUGH = 300
"""Times after which a repeated line will never bring what it is repeated for."""

KINDS = ("sticker", "voice", "photo", "video", "document", "contact", "dice", "poll")


class Surprise(Exception):
    """Something went otherwise than the script says."""

    def __init__(self, number: int, line: str, reason: str) -> None:
        super().__init__(f"line {number}: {line}\n{reason}")
        self.number = number


class Unexpected(Exception):
    """An expectation that was not met."""


async def play(lines: Iterable[str], stage: Stage, out: Callable[[str], None] = print) -> Transcript:
    """Play all lines; the first surprise ends it."""
    player = Player(stage, Transcript(out))
    await player.look()
    for number, line in enumerate(lines, 1):
        try:
            await player.do(line.strip())
        except (Unexpected, LookupError, NoMove, SandboxError, NotStarted) as error:
            reason = str(error.args[0])
            raise Surprise(number, line.strip(), reason) from error
    return player.transcript


class Player:
    """Does one line after the other, and waits after each for the bot to be quiet."""

    def __init__(self, stage: Stage, transcript: Transcript) -> None:
        self.stage = stage
        self.person = stage.person
        self.transcript = transcript
        self.view = ChatView(stage.person.id)
        self.seen: list[Sighting] = []
        self._events = 0

    async def do(self, line: str) -> None:
        if not line or line.startswith("#"):
            return
        for pattern, act in _LINES:
            if found := pattern.fullmatch(line):
                await act(self, found)
                return
        raise NoMove(NO_LINE)

    async def look(self) -> None:
        """Take in what happened so far, without a word."""
        self.transcript.clock(await self.stage.sandbox.now())
        await self._catch_up()

    async def say(self, line: re.Match[str]) -> None:
        self.transcript.add(line[0])
        await self._then(self.person.say(line[1]))

    async def pick(self, line: re.Match[str]) -> None:
        choice = self.view.choice(line[1])
        self.transcript.add(f"> [{choice.label}]")
        await self._then(press(self.person, choice))

    async def tap(self, line: re.Match[str]) -> None:
        choice = self.view.once_had(line[1], int(line[2] or 1))
        self.transcript.add(f"> [{choice.label}] of message {choice.message_id}")
        await self._then(press(self.person, choice))

    async def move(self, line: re.Match[str]) -> None:
        if not await move_clock(self.stage.sandbox, line[0]):
            raise NoMove(NO_LINE)
        self.transcript.clock(await self.stage.sandbox.now())
        await self._quieten()

    async def edit(self, line: re.Match[str]) -> None:
        mine = self.view.last_typed()
        if mine is None:
            raise NoMove("nothing was said that could be edited")
        self.transcript.add(f"> (edited) {line[1]}")
        await self._then(self.person.edit(mine.id, line[1]))

    async def locate(self, line: re.Match[str]) -> None:
        self.transcript.add(f"> (location) {line[1]}, {line[2]}")
        await self._then(self.person.share_location(float(line[1]), float(line[2])))

    async def send(self, line: re.Match[str]) -> None:
        self.transcript.add(f"> ({line[0]})")
        await self._then(self.person.send(line[0]))

    async def restart(self, _line: re.Match[str]) -> None:
        if self.stage.bot is None:
            raise NoMove("this bot is not ours to restart")
        self.transcript.add("-- restart --")
        await self.stage.bot.restart()
        await self._quieten()

    async def repeat(self, line: re.Match[str]) -> None:
        for _ in range(ENOUGH):
            await self.do(line[1])
            if self._has(line[2]):
                return
        raise Unexpected(f"{ENOUGH} times did not bring: {line[2]}\n{self._came()}")

    async def record(self, line: re.Match[str]) -> None:
        self.transcript.recording = line[1] == "on"

    async def expect(self, line: re.Match[str]) -> None:
        if not self._has(line[1]):
            raise Unexpected(f"expected: {line[1]}\n{self._came()}")

    async def expect_not(self, line: re.Match[str]) -> None:
        if self._has(line[1]):
            raise Unexpected(f"did not expect: {line[1]}\n{self._came()}")

    async def _then(self, act: Awaitable[object]) -> None:
        await act
        await self._quieten()

    async def _quieten(self) -> None:
        """Wait until the bot is done, and show what it did, even if it is never done."""
        self.seen = []
        try:
            await self.stage.sandbox.quiet()
        except NotQuiet as error:
            await self._catch_up()
            raise Unexpected(f"the bot does not come to rest {error}\n{self._came()}") from error
        await self._catch_up()

    async def _catch_up(self) -> None:
        for event in await self.stage.sandbox.events(self._events):
            self._events = event.number
            if sighting := self.view.take(event):
                self.seen.append(sighting)
        self.transcript.show(self.seen, self.view)

    def _has(self, wanted: str) -> bool:
        if wanted.startswith("["):
            label = re.sub(r"^\[(?:\d+\] *)?|\]$", "", wanted)
            return any(label == choice.label for choice in self.view.choices())
        said = " ".join(sighting.words for sighting in self.seen)
        return _flat(wanted) in _flat(said)

    def _came(self) -> str:
        words = "\n".join(sighting.words for sighting in self.seen if sighting.words)
        return "came: " + (words or "nothing").replace("\n", "\n      ")


def _flat(text: str) -> str:
    return " ".join(text.split())


_LINES: list[tuple[re.Pattern[str], Callable[[Player, re.Match[str]], Awaitable[None]]]] = [
    (re.compile(r"> ?(.+)"), Player.say),
    (re.compile(r"\[(.+)\]"), Player.pick),
    (re.compile(r"tap (.+?)(?:@(\d+))?"), Player.tap),
    (re.compile(r"[+@]\S+"), Player.move),
    (re.compile(r"= ?(.+)"), Player.expect),
    (re.compile(r"! ?(.+)"), Player.expect_not),
    (re.compile(r"edit (.+)"), Player.edit),
    (re.compile(r"location (-?[\d.]+), ?(-?[\d.]+)"), Player.locate),
    (re.compile("|".join(KINDS)), Player.send),
    (re.compile(r"restart"), Player.restart),
    (re.compile(r"(on|off) the record"), Player.record),
    (re.compile(r"repeat (.+?) until (.+)"), Player.repeat),
]


def read(script: Path) -> list[str]:
    """The lines of a script, those it includes in their place."""
    lines: list[str] = []
    for line in script.read_text(encoding="utf-8").splitlines():
        included = re.fullmatch(r"include (\S+)", line.strip())
        lines += read(script.parent / included[1]) if included else [line]
    return lines
