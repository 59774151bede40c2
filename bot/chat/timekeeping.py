"""Follows the clock: when it jumps, what is due is served at once and the minute job is armed anew."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.chat.intake import Flight
from bot.chat.ticker import Ticker
from bot.coach.reminders import ReminderCoach


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

    async def run(self) -> None:
        """Follow the clock until cancelled."""
        while True:
            await self.flight.idle()
            if await self.clock.jumped(await self.reminders.earliest()):
                self.ticker.rearm()
                await self.ticker.tick()
