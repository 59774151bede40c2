"""The minute ticker: asks what is due, and sends it."""

import asyncio
import logging
from collections import deque
from dataclasses import dataclass, field

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.chat.handling import App
from bot.chat.minute_job import MinuteJob
from bot.chat.outlet import Outlet
from bot.chat.ports import Clock
from bot.chat.pulse import Pulse
from bot.chat.requests import NotSent
from bot.coach.reminders import Languages, Outgoing, ReminderCoach
from bot.domain.library import Library
from bot.views import Look, Reply, show

log = logging.getLogger(__name__)

HANDS = 8
"""Messages being seen to at once, from the claim until the buttons before it are gone."""

UNDER_WAY = 4
"""Of these, so many between the notes that one leaves and that it arrived: what a crash leaves uncertain at most."""


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
    _under_way: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(UNDER_WAY))
    _job: MinuteJob | None = None

    def join(self, app: App) -> None:
        """Register the job."""
        self._job = MinuteJob.of(app, "ticker", self.try_tick)

    def rearm(self) -> None:
        """Tick each minute from now on."""
        if self._job:
            self._job.rearm()

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
        """Send from several hands; one that meets a stalled store stops, and fails the tick once the others are done."""
        due = Claims(self.coach, self.clock, self.outlet)
        results = await asyncio.gather(*(self._send_from(due) for _ in range(HANDS)), return_exceptions=True)
        for failure in filter(None, results):
            raise failure

    async def _send_from(self, due: "Claims") -> None:
        while outgoing := await due.next():
            await self._tried(outgoing)

    async def _tried(self, outgoing: Outgoing) -> None:
        """Send one message; whatever goes wrong with it keeps nobody else's away."""
        try:
            await self._send(outgoing)
        except TimeoutError:  # the store's: the others would wait as long, and their leases give them back
            raise
        except Exception:
            log.exception("a message of the coach's own failed")
        finally:
            self.pulse.beat()

    async def _send(self, outgoing: Outgoing) -> None:
        """Send one message, and take the buttons off the one before it."""
        athlete = outgoing.athlete
        words = self.languages.words(athlete.language)
        reply = show(outgoing, Look(words, self.library, "", athlete, self.clock.now()))
        try:
            await self.outlet.is_free(athlete.id)
        except NotSent as error:
            await self._stays_due(outgoing, error)
            return
        async with self._under_way:
            stale = await self._delivered(outgoing, reply)
        await self.outlet.strip(athlete.id, stale)

    async def _delivered(self, outgoing: Outgoing, reply: Reply) -> int | None:
        """Send one message and note what became of it; return which message must not have live buttons any more."""
        if not await self.coach.sending(outgoing, self.clock.now()):
            return None
        try:
            sent = await self.outlet.send_once(outgoing.athlete.id, reply)
        except (Forbidden, BadRequest) as error:
            await self.coach.refused(outgoing, self.clock.now(), blocked=isinstance(error, Forbidden))
        except (RetryAfter, NotSent) as error:
            await self._stays_due(outgoing, error)
        except (TimedOut, NetworkError) as error:
            log.warning("a reminder may have arrived, and is not repeated: %s", type(error).__name__)
            await self.coach.uncertain(outgoing, self.clock.now())
        else:
            return await self.coach.sent(outgoing, sent, self.clock.now(), live=bool(reply.rows))
        return None

    async def _stays_due(self, outgoing: Outgoing, error: TelegramError) -> None:
        log.info("a reminder waits: %s", error.message)
        await self.coach.not_sent(outgoing, self.clock.now())


class Claims:
    """What is due, claimed a few at a time by whichever hand comes first; days missed in an outage one by one.

    Nothing more is claimed while nothing can leave: it stays due.
    """

    def __init__(self, coach: ReminderCoach, clock: Clock, outlet: Outlet) -> None:
        self._coach, self._clock, self._outlet = coach, clock, outlet
        self._claimed: deque[Outgoing] = deque()
        self._turn = asyncio.Lock()

    async def next(self) -> Outgoing | None:
        """Return the next message to send, None when nothing is due any more."""
        async with self._turn:
            if not self._claimed and not self._outlet.holds_up_its_own:
                self._claimed.extend(await self._coach.claim(self._clock.now()))
            return self._claimed.popleft() if self._claimed else None
