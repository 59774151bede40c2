"""The nightly upkeep, a job beside the ticker: what expires expires, the file is checked and stays small."""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.chat.handling import App
from bot.chat.minute_job import EVERY, MinuteJob
from bot.chat.ports import Clock

log = logging.getLogger(__name__)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NIGHT = range(3, 5)
"""Hours in UTC: Europe and Africa sleep, America goes to bed, Asia is at work."""


class Last(Protocol):
    """What is remembered of the last upkeep."""

    @property
    def at(self) -> datetime: ...


class Keeper(Protocol):
    """What can be done for the database."""

    async def last(self) -> Last | None:
        """Return when the nightly work was last done."""

    async def hourly(self) -> None:
        """Do the little that is done each hour."""

    async def nightly(self, now: datetime) -> str | None:
        """Do all of it, remember that, and return what is wrong with the database."""

    def stop(self) -> None:
        """Break off what takes long."""


def is_due(last: datetime | None, now: datetime) -> bool:
    """Tell whether it is time: in the night, once, or at any hour when a day has gone by without (or the clock back)."""
    if last is None or not timedelta(0) <= now - last < DAY:
        return True
    nightfall = now.replace(hour=NIGHT.start, minute=0, second=0, microsecond=0)
    return now.hour in NIGHT and last < nightfall


@dataclass(slots=True)
class Upkeep:
    """Looks each minute, works at most once an hour; what fails is tried again the hour after."""

    keeper: Keeper
    clock: Clock
    _worked: datetime | None = None
    _stopped: bool = False
    _job: MinuteJob | None = None
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    def join(self, app: App) -> None:
        """Register the job."""
        self._job = MinuteJob.of(app, "upkeep", self.run, first=EVERY)

    def rearm(self) -> None:
        """Look each minute from now on."""
        if self._job:
            self._job.rearm()

    async def run(self) -> None:
        """Do what is due; a failure is logged, and stops nothing else."""
        async with self._one_at_a_time:
            now = self.clock.now()
            if self._worked is not None and timedelta(0) <= now - self._worked < HOUR:
                return
            self._worked = now
            try:
                await self._work(now)
            except Exception:
                if self._stopped:
                    log.info("the upkeep waits for the next start")
                else:
                    log.exception("the upkeep failed, the next hour tries again")

    def stop(self) -> None:
        """Let nobody wait for a long check when the bot ends."""
        self._stopped = True
        self.keeper.stop()

    async def _work(self, now: datetime) -> None:
        await self.keeper.hourly()
        last = await self.keeper.last()
        if is_due(last.at if last else None, now):
            fault = await self.keeper.nightly(now)
            if fault is None:
                log.info("the nightly upkeep is done")
            else:
                log.error("the database file is damaged (%s): run `hipcoach doctor`, restore a backup", fault)
