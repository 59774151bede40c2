"""Sets that arrive, come again and come in any order while the bot is killed, and what became of them."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from bot.sandbox.launch import COMMAND, BotProcess, NotStarted, Stage, stage
from bot.sandbox.world.world import World
from tests.chat.acting import MONDAY, bot_of

from .disk import Disk, opened
from .killing import AIMS, LATER, TOKEN, Killing, Window, revived
from .trainee import Trainee, Verdict, trainee

TRAINING_AT_ONCE = 4
UNAIMED = 0.15
DIES_STARTING = 0.1
GLANCE = 0.002
SETTLES = 0.7
"""How often the bot comes to rest between two kills; else the next one meets it while it catches up."""

Shown = Callable[["Report"], None]


@dataclass
class Report:
    """What a run was, and what it found."""

    seed: int
    kills: int = 0
    starting: int = 0
    """Of them, so many while the bot was starting."""
    hit: Counter[Window] = field(default_factory=Counter)
    updates: Counter[Window] = field(default_factory=Counter)
    told: int = 0
    athletes: int = 0
    redelivered: int = 0
    unanswered_rows: int = 0
    verdicts: dict[int, Verdict] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)

    @property
    def lost(self) -> int:
        return sum(verdict.lost for verdict in self.verdicts.values())

    @property
    def doubled(self) -> int:
        return sum(verdict.doubled for verdict in self.verdicts.values())

    @property
    def disordered(self) -> list[int]:
        return [athlete for athlete, verdict in self.verdicts.items() if not verdict.in_order]

    @property
    def unanswered(self) -> list[int]:
        return [athlete for athlete, verdict in self.verdicts.items() if not verdict.answered]

    @property
    def is_clean(self) -> bool:
        faults = (self.lost, self.doubled, self.disordered, self.unanswered, self.unanswered_rows, self.broken)
        return not any(faults)

    def __str__(self) -> str:
        windows = ", ".join(f"{window} {self.hit[window]} ({self.updates[window]})" for window in Window)
        return (
            f"seed {self.seed}: {self.kills} kills, {self.starting} of them at the start; "
            f"kills that caught some update in a window (updates): {windows}\n"
            f"{self.told} sets of {self.athletes} athletes, {self.redelivered} updates sent again: "
            f"{self.lost} lost, {self.doubled} doubled, {len(self.disordered)} athletes out of order, "
            f"{len(self.unanswered)} without the right card, {self.unanswered_rows} updates left unanswered; "
            f"integrity {'; '.join(self.broken) or 'ok'}"
        )


@dataclass
class Course:
    """A run from the first set to the last verdict."""

    stage: Stage
    world: World
    folder: Path
    rng: Random
    report: Report
    trainees: list[Trainee] = field(default_factory=list)
    retired: list[Trainee] = field(default_factory=list)
    settled: bool = True

    @property
    def bot(self) -> BotProcess:
        return bot_of(self.stage)

    async def round(self) -> None:
        """Let sets come, kill the bot, let more come while it is dead, and start it."""
        await self._fill_up()
        with opened(self.folder) as disk:
            killing = Killing(self.world, self.bot, disk, self.rng)
            await AIMS[self._window()](killing, self._arrive)
            self._count(await killing.kill(), disk)
        if self.rng.random() < 0.5:
            self._arrive(fresh=False)
        while self.rng.random() < DIES_STARTING:
            await self._start_and_die()
        await revived(self.world, self.bot)
        self.settled = self.rng.random() < SETTLES
        if self.settled:
            await self.settle()

    async def settle(self) -> None:
        """Let the bot come to rest, and compare."""
        await self.stage.sandbox.quiet()
        with opened(self.folder) as disk:
            for each in self._present():
                self.report.verdicts[each.id] = each.verdict(self.world, disk)
            [(left,)] = disk.rows("SELECT count(*) FROM inbox WHERE state <> 'answered'")
            self.report.unanswered_rows = left
        self.retired += [each for each in self.trainees if each.is_done]
        self.trainees = [each for each in self.trainees if not each.is_done]
        self.settled = True

    async def _start_and_die(self) -> None:
        """Kill the bot a moment after its first call: it takes up what the kill before it left."""
        starting = asyncio.ensure_future(revived(self.world, self.bot))
        await asyncio.sleep(0)
        while not starting.done() and not any(self.world.journal):  # noqa: ASYNC110 -- there is no event to wait for
            await asyncio.sleep(GLANCE)
        if starting.done():  # a start that fails by itself is no kill of ours
            await starting
        await asyncio.sleep(self.rng.uniform(0, 2 * LATER))
        await self.bot.kill()
        with suppress(NotStarted):
            await starting
        self.report.kills += 1
        self.report.starting += 1
        with opened(self.folder) as disk:
            self.report.broken += disk.faults()

    def _window(self) -> Window | None:
        """The window that was met least often, or none in particular."""
        if self.rng.random() < UNAIMED:
            return None
        fewest = min(self.report.hit[window] for window in Window)
        return self.rng.choice([window for window in Window if self.report.hit[window] == fewest])

    def _count(self, caught: Counter[Window], disk: Disk) -> None:
        self.report.kills += 1
        self.report.updates += caught
        self.report.hit.update(window for window in Window if caught[window])
        self.report.broken += disk.faults()

    def _arrive(self, *, fresh: bool = True) -> None:
        """Some athletes do one or two sets, all mixed; some updates come once more."""
        ready = [each for each in self.trainees if not each.is_done]
        doing = self.rng.sample(ready, min(len(ready), self.rng.randint(2, 3)))
        turns = self._mixed([each for each in doing for _ in range(self.rng.randint(1, 2))])
        first = set[int]()
        for each in turns:
            taps = fresh and self.settled and each.id not in first and self.rng.random() < 0.3
            (each.taps_done if taps else each.says_done)(self.world)
            first.add(each.id)
            self.report.told += 1
            if self.rng.random() < 0.4:
                self._again()

    def _mixed(self, turns: list[Trainee]) -> Iterator[Trainee]:
        self.rng.shuffle(turns)
        return iter(turns)

    def _again(self) -> None:
        """Deliver an update a second time: mostly one of these days, sometimes one long done with."""
        self.world.repeat(self.rng.choice([update for each in self._present() for update in each.updates]))
        self.report.redelivered += 1

    def _present(self) -> list[Trainee]:
        """Those who train, and some who are through."""
        return [*self.retired[-TRAINING_AT_ONCE:], *self.trainees]

    async def _fill_up(self) -> None:
        """Let newcomers take the places of those who are nearly through."""
        if sum(not each.is_done for each in self.trainees) >= TRAINING_AT_ONCE - 1:
            return
        await self.settle()
        while len(self.trainees) < TRAINING_AT_ONCE:
            newcomer = replace(self.stage, person=await self.stage.sandbox.person())
            self.trainees.append(await trainee(newcomer, self.rng))
            self.report.athletes += 1


async def sets_under_kills(
    folder: Path,
    *,
    kills: int,
    seed: int,
    command: tuple[str, ...] = COMMAND,
    shown: Shown = lambda _: None,
    until_found: bool = False,
) -> Report:
    """Kill the bot so often; with `until_found` only until a set is lost or doubled."""
    world, report = World(start=MONDAY), Report(seed)
    token = {"TELEGRAM_BOT_TOKEN": TOKEN}
    async with stage(folder, world=world, command=command, environment=token) as on_stage:
        course = Course(on_stage, world, folder, Random(seed), report)
        while report.kills < kills and not (until_found and report.lost + report.doubled):
            await course.round()
            shown(report)
        await course.settle()
    return report
