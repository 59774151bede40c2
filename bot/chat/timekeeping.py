"""Follows the clock: when it jumps, what is due is served at once and the minute job is armed anew."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.chat.intake import Flight
from bot.chat.ticker import Ticker
from bot.chat.upkeep import Upkeep
from bot.coach.reminders import ReminderCoach

log = logging.getLogger(__name__)


class JumpingClock(Protocol):
    """A clock that tells when it jumped."""

    async def jumped(self, next_due: datetime | None) -> bool:
        """Wait a while, and tell whether the clock jumped meanwhile; `next_due` is what we wait for."""


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
        await self._tick()
        while True:
            await self.flight.idle()
            if await self.clock.jumped(await self.reminders.earliest()):
                self.ticker.rearm()
                self.upkeep.rearm()
                await self._tick()
                await self.upkeep.run()

    async def _tick(self) -> None:
        """Tick once; a failure is logged, and the next minute tries again."""
        try:
            await self.ticker.tick()
        except Exception:
            log.exception("a tick failed")
