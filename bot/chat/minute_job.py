"""What runs each minute: one fixed job of PTB's queue, armed anew when the clock was set."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from telegram.ext import JobQueue

from bot.chat.handling import App, Context

EVERY = timedelta(minutes=1)
JOB = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
"""APScheduler's default grace of one second would silently skip a minute after a stalled loop."""


@dataclass(frozen=True, slots=True)
class MinuteJob:
    """A job that is in the queue already."""

    queue: JobQueue[Context]
    name: str
    work: Callable[[], Awaitable[None]]
    first: timedelta

    @classmethod
    def of(
        cls, app: App, name: str, work: Callable[[], Awaitable[None]], first: timedelta = timedelta(0)
    ) -> "MinuteJob":
        """Put it in the application's queue."""
        if app.job_queue is None:
            raise RuntimeError("the job queue is missing")
        job = cls(app.job_queue, name, work, first)
        job.rearm()
        return job

    def rearm(self) -> None:
        """Arm it from now on: a job armed before the clock was set back would stay silent that long."""
        for job in self.queue.get_jobs_by_name(self.name):
            job.schedule_removal()
        self.queue.run_repeating(self._minute, EVERY, first=self.first, name=self.name, job_kwargs=JOB)

    async def _minute(self, _: Context) -> None:
        await self.work()
