"""Reminders that are due while the bot is killed, and what arrived of them."""

import asyncio
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from bot.sandbox.launch import Stage, stage
from bot.sandbox.script import Player
from bot.sandbox.transcript import Transcript
from bot.sandbox.world.faults import Fault
from bot.sandbox.world.world import World
from tests.chat.acting import MONDAY, SIGNED_UP, bot_of

from .disk import opened
from .killing import FOREVER, TOKEN, Killing, revived

ATHLETES = 8
IN_FLIGHT = 4
"""Requests of the ticker that may be under way at once, and so may leave as many uncertain."""

CLAIMED = "SELECT 1 FROM deliveries WHERE state = 'claimed'"
SENDING = "SELECT 1 FROM deliveries WHERE state = 'sending'"
LATER_AT_MOST = 0.1


@dataclass
class Report:
    """What a run was, and what it found."""

    seed: int
    kills: int = 0
    caught: Counter[str] = field(default_factory=Counter)
    """The kills that caught some delivery in a state; `delivered` is one that arrived and is not marked."""
    arrived: int = 0
    uncertain: list[int] = field(default_factory=list)
    """How many deliveries each kill left uncertain."""
    doubled: list[str] = field(default_factory=list)
    miscounted: list[str] = field(default_factory=list)
    """Where a kill left something else uncertain than what was being sent."""
    wrong: list[str] = field(default_factory=list)
    """Where the deliveries say something else than what arrived."""
    broken: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.doubled or self.miscounted or self.wrong or self.broken)

    def __str__(self) -> str:
        caught = ", ".join(f"{state} {self.caught[state]}" for state in ("claimed", "sending", "delivered"))
        return (
            f"seed {self.seed}: {self.kills} kills, that caught a reminder: {caught}\n"
            f"{self.arrived} reminders arrived, {len(self.doubled)} doubled {self.doubled[:3] or ''}, "
            f"{sum(self.uncertain)} uncertain, at most {max(self.uncertain, default=0)} by one kill; "
            f"{len(self.wrong) + len(self.miscounted)} not as in the ledger "
            f"{(self.wrong + self.miscounted)[:3] or ''}, integrity {'; '.join(self.broken) or 'ok'}"
        )


@dataclass
class Season:
    """Day after day, a kill at the hour of the reminders."""

    stage: Stage
    world: World
    folder: Path
    rng: Random
    report: Report
    athletes: list[int] = field(default_factory=list)
    written: int = 0
    """How many messages there were before the first reminder."""

    async def sign_up(self) -> None:
        people = [self.stage.person, *[await self.stage.sandbox.person() for _ in range(ATHLETES - 1)]]
        for person in people:
            player = Player(replace(self.stage, person=person), Transcript(lambda _: None))
            for line in SIGNED_UP:
                await player.do(line)
            self.athletes.append(person.id)
        self.written = len(self.world.events)

    async def day(self) -> None:
        """Go to the hour, kill the bot at its work, and look what became of it."""
        due = await self.stage.sandbox.next_due()
        assert due
        with opened(self.folder) as disk:
            killing = Killing(self.world, bot_of(self.stage), disk, self.rng)
            before = self._uncertain(killing)
            await self.rng.choice(AIMS)(killing, lambda: self.world.move_clock(due.timestamp() + 1))
            under_way = killing.chats_under_way()
            await killing.kill()
        with opened(self.folder) as disk:  # anew: only then a commit that the kill cut short is there, or is not
            sending = self._caught(Killing(self.world, bot_of(self.stage), disk, self.rng), under_way)
        self._forgive()
        await revived(self.world, bot_of(self.stage))
        await self.stage.sandbox.quiet()
        with opened(self.folder) as disk:
            after = self._uncertain(Killing(self.world, bot_of(self.stage), disk, self.rng))
        self.report.uncertain.append(after - before)
        if after - before != sending:
            self.report.miscounted.append(f"{sending} were being sent, {after - before} are uncertain")

    def _forgive(self) -> None:
        """Count nothing as ignored: else nobody would be written to before long."""
        with closing(sqlite3.connect(self.folder / "coach.db")) as file, file:
            file.execute("UPDATE athletes SET unanswered = 0")

    def _uncertain(self, killing: Killing) -> int:
        [(count,)] = killing.disk.rows("SELECT count(*) FROM deliveries WHERE state = 'uncertain'")
        return int(count)

    def _caught(self, killing: Killing, under_way: set[int]) -> int:
        """Note what the kill caught; tell how many reminders were being sent."""
        rows = killing.disk.rows("SELECT athlete, state FROM deliveries WHERE state IN ('claimed', 'sending')")
        sending = [athlete for athlete, state in rows if state == "sending"]
        self.report.kills += 1
        self.report.caught["claimed"] += len(sending) < len(rows)
        self.report.caught["sending"] += any(athlete in under_way for athlete in sending)
        self.report.caught["delivered"] += any(self._has_arrived(athlete) for athlete in sending)
        self.report.broken += killing.disk.faults()
        return len(sending)

    def _has_arrived(self, athlete: int) -> bool:
        today = datetime.fromtimestamp(self.world.now(), UTC).date().isoformat()
        return (athlete, today) in self.arrived()

    def arrived(self) -> Counter[tuple[int, str]]:
        """Count the reminders in the chats by athlete and day; nobody does anything, so there is nothing else."""
        sent = [event for event in self.world.events[self.written :] if event["kind"] == "sent"]
        return Counter(
            (event["chat_id"], datetime.fromtimestamp(event["at"], UTC).date().isoformat()) for event in sent
        )

    def compare(self) -> None:
        """Compare what arrived with the ledger."""
        with opened(self.folder) as disk:
            rows = disk.rows("SELECT athlete, day, state FROM deliveries")
        arrived, ledger = self.arrived(), {(athlete, day): state for athlete, day, state in rows}
        self.report.arrived = arrived.total()
        self.report.doubled = [f"{who} on {day}" for (who, day), count in arrived.items() if count > 1]
        self.report.wrong = [
            f"{at} is {state}" for at, state in ledger.items() if arrived[at] not in MAY_ARRIVE.get(state, ())
        ]
        self.report.wrong += [f"{at} is in no ledger" for at in arrived if at not in ledger]
        if len(ledger) != len(self.athletes) * self.report.kills:
            self.report.wrong.append(f"{len(ledger)} deliveries")


MAY_ARRIVE: dict[str, Sequence[int]] = {"sent": (1,), "uncertain": (0, 1)}
"""How many messages each state of a delivery stands for; no other state is left after a day."""


async def once_claimed(killing: Killing, fall_due: Callable[[], None]) -> None:
    fall_due()
    await killing.held(lambda: killing.disk.has(CLAIMED))
    await killing.at_random()


async def once_sending(killing: Killing, fall_due: Callable[[], None]) -> None:
    """Requests to some of the athletes stay under way; the others' reminders arrive."""
    for athlete in killing.rng.sample(list(killing.world.people), killing.rng.randint(1, ATHLETES // 2)):
        killing.world.faults.add(Fault("slow", "sendMessage", chat_id=athlete, seconds=FOREVER))
    fall_due()
    await killing.until(lambda: bool(killing.chats_under_way()))
    await killing.at_random()


async def once_delivered(killing: Killing, fall_due: Callable[[], None]) -> None:
    """A reminder has arrived, and the disk does not take note of it."""
    heard = len(killing.world.events) + killing.rng.randint(1, ATHLETES // 2)
    fall_due()
    await killing.until(lambda: len(killing.world.events) > heard)
    await killing.held(lambda: killing.disk.has(SENDING))
    await killing.until(lambda: not killing.chats_under_way())
    await killing.at_random()


async def whenever(killing: Killing, fall_due: Callable[[], None]) -> None:
    killing.world.faults.add(Fault("slow", times=1000, seconds=0.01))
    fall_due()
    await asyncio.sleep(killing.rng.uniform(0, LATER_AT_MOST))


AIMS: tuple[Callable[[Killing, Callable[[], None]], Awaitable[None]], ...] = (
    once_claimed,
    once_sending,
    once_delivered,
    whenever,
)


async def reminders_under_kills(
    folder: Path, *, kills: int, seed: int, shown: Callable[[Report], None] = lambda _: None
) -> Report:
    """Kill the bot once a day for so many days."""
    world, report = World(start=MONDAY), Report(seed)
    async with stage(folder, world=world, environment={"TELEGRAM_BOT_TOKEN": TOKEN}) as on_stage:
        season = Season(on_stage, world, folder, Random(seed), report)
        await season.sign_up()
        for _ in range(kills):
            await season.day()
            season.compare()
            shown(report)
    return report
