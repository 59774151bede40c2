"""The minute ticker: asks what is due, and sends it."""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import timedelta

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut
from telegram.ext import JobQueue

from bot.chat.handling import App, Context
from bot.chat.intake import Clock
from bot.chat.outlet import Outlet, was_not_sent
from bot.chat.pulse import Pulse
from bot.coach.reminders import Languages, Outgoing, ReminderCoach
from bot.domain.library import Library
from bot.views import Look, show

log = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)
JOB_NAME = "ticker"
JOB = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
"""APScheduler's default grace of one second would silently skip a tick after a stalled loop."""


@dataclass(slots=True)
class Ticker:
    """One fixed job; never a job per athlete."""

    coach: ReminderCoach
    outlet: Outlet
    clock: Clock
    languages: Languages
    library: Library
    pulse: Pulse
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    _queue: JobQueue[Context] | None = None

    def join(self, app: App) -> None:
        """Register the job."""
        self._queue = app.job_queue
        self.rearm()

    def rearm(self) -> None:
        """Arm the minute job from now on: one armed before the clock was set back would stay silent that long."""
        if self._queue is None:
            raise RuntimeError("the job queue is missing")
        for job in self._queue.get_jobs_by_name(JOB_NAME):
            job.schedule_removal()
        self._queue.run_repeating(self.minute, EVERY, first=0, name=JOB_NAME, job_kwargs=JOB)

    async def minute(self, _: Context) -> None:
        """Run by the job queue each minute."""
        await self.try_tick()

    async def try_tick(self) -> None:
        """Tick; a failure is logged, and the next minute tries again."""
        try:
            await self.tick()
        except Exception:
            log.exception("a tick failed")

    async def tick(self) -> None:
        """Send everything that is due; after an outage, day by day, until nothing is left in the past.

        What could not leave now stays due for the next minute.
        """
        async with self._one_at_a_time:
            began = self.clock.now()
            await self._send_all()
            await self.coach.ticked(began, self.clock.now())
            self.pulse.beat()

    async def finished(self) -> None:
        """Wait until the tick under way, if there is one, is over."""
        async with self._one_at_a_time:
            return

    async def _send_all(self) -> None:
        while True:
            now = self.clock.now()
            left = [await self._tried(outgoing) for outgoing in await self.coach.claim(now)]
            earliest = await self.coach.earliest()
            if not all(left) or earliest is None or earliest > now:
                return

    async def _tried(self, outgoing: Outgoing) -> bool:
        """Send one message; whatever goes wrong with it keeps nobody else's away."""
        try:
            return await self._send(outgoing)
        except TimeoutError:  # the store's: the others would wait as long, and their leases give them back
            raise
        except Exception:
            log.exception("a message of the coach's own failed")
            return True
        finally:
            self.pulse.beat()

    async def _send(self, outgoing: Outgoing) -> bool:
        """Send one message; tell whether it is dealt with."""
        athlete = outgoing.athlete
        words = self.languages.words(athlete.language)
        reply = show(outgoing, Look(words, self.library, "", athlete, self.clock.now()))
        if not await self.coach.sending(outgoing, self.clock.now()):
            return True
        try:
            message = await self.outlet.send_once(athlete.id, reply)
        except (Forbidden, BadRequest) as error:
            await self.coach.refused(outgoing, self.clock.now(), blocked=isinstance(error, Forbidden))
        except RetryAfter as error:
            log.info("Telegram asks to wait: %s", error.retry_after)
            await self.coach.not_sent(outgoing, self.clock.now())
            return False
        except (TimedOut, NetworkError) as error:
            log.warning("a reminder may not have arrived: %s", type(error).__name__)
            return await self._lost(outgoing, error)
        else:
            live = bool(reply.rows)
            before = await self.coach.sent(outgoing, message.message_id, self.clock.now(), live=live)
            await self.outlet.strip(athlete.id, before)
        return True

    async def _lost(self, outgoing: Outgoing, error: NetworkError) -> bool:
        if was_not_sent(error):
            await self.coach.not_sent(outgoing, self.clock.now())
            return False
        await self.coach.uncertain(outgoing, self.clock.now())
        return True
