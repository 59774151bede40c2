"""Follows the clock: when it jumps, what is due is served at once and the minute job is armed anew."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.chat.flight import Flight
from bot.chat.ticker import Ticker
from bot.chat.upkeep import Upkeep
from bot.coach.reminders import ReminderCoach

log = logging.getLogger(__name__)


class JumpingClock(Protocol):
    """A clock that tells when it jumped."""

    async def jumped(self, waiting: Callable[[], Awaitable[datetime | None]]) -> bool:
        """Wait a while, and tell whether the clock jumped meanwhile.

        `waiting` waits until nothing is under way, and says what we wait for next; who has to tell, calls it.
        """


@dataclass(frozen=True, slots=True)
class TimeKeeper:
    """Runs beside the bot for as long as it runs."""

    clock: JumpingClock
    flight: Flight
    ticker: Ticker
    reminders: ReminderCoach
    upkeep: Upkeep

    async def run(self) -> None:
        """Serve what fell due while the bot was down, then follow the clock until cancelled."""
        await self.ticker.try_tick()
        while True:
            if await self.clock.jumped(self._waiting):
                log.info("the clock was set")
                self.ticker.rearm()
                self.upkeep.rearm()
                await self.ticker.try_tick()
                await self.upkeep.run()

    async def _waiting(self) -> datetime | None:
        while True:
            await self.flight.idle()
            due = await self._earliest()
            if self.flight.is_idle:  # else something came while the store was asked
                return due

    async def _earliest(self) -> datetime | None:
        try:
            return await self.reminders.earliest()
        except Exception:
            log.exception("the store does not say what is due next")
            return None
