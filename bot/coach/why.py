"""Why a message came, or did not, yesterday and today, and when the next one comes."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.coach.records import Records, Store
from bot.coach.turn import Turn, known
from bot.coach.verdict import ANY_RHYTHM, day_kind_of, delivery_kind, silence, why_not
from bot.domain.athlete import Athlete
from bot.domain.day import instant_of
from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState, Unneeded
from bot.domain.due import Due, Rule, is_too_late, next_due
from bot.domain.outage import Outage

A_DAY = timedelta(days=1)
ONE_A_DAY = frozenset(DeliveryKind) - ANY_RHYTHM


class Nothing(StrEnum):
    """Why a day has no delivery at all."""

    NOT_YET = "not_yet"
    NO_PLAN = "no_plan"
    PASSED = "passed"
    PAUSED = "paused"
    BLOCKED = "blocked"
    HELD = "held"
    SILENT = "silent"


_LASTING = {
    Unneeded.PAUSED: Nothing.PAUSED,
    Unneeded.BLOCKED: Nothing.BLOCKED,
    Unneeded.HELD: Nothing.HELD,
    Unneeded.SILENT: Nothing.SILENT,
}
"""What keeps the coach quiet until something happens: the first such day is in the ledger, the others are not."""


@dataclass(frozen=True, slots=True)
class Told:
    """One delivery, and the outage that made it late or lost."""

    delivery: Delivery
    outage: Outage | None = None


@dataclass(frozen=True, slots=True)
class DayTold:
    """What became of one day's messages, or why there was none."""

    day: date
    told: tuple[Told, ...]
    nothing: Nothing | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """The next message: what it is, of which day, and when it comes."""

    kind: DeliveryKind
    day: date
    at: datetime


@dataclass(frozen=True, slots=True)
class WhyShown:
    """Yesterday, today, and the next message, or why none comes."""

    athlete: Athlete
    yesterday: DayTold
    today: DayTold
    next: Next | Unneeded


@dataclass(frozen=True, slots=True)
class WhyCoach:
    """Answers /why from the ledger of deliveries."""

    store: Store

    async def show(self, turn: Turn) -> WhyShown:
        """Tell what became of yesterday's and today's messages, and what comes next."""
        athlete = known(turn)
        today = athlete.day_at(turn.happened_at)
        async with self.store.look() as records:
            yesterday = await _told(records, athlete, today - A_DAY, turn.now)
            following = await _next(records, athlete, today, turn.now)
            return WhyShown(athlete, yesterday, await _told(records, athlete, today, turn.now), following)


async def _told(records: Records, athlete: Athlete, day: date, now: datetime) -> DayTold:
    deliveries = await records.deliveries.on_day(athlete.id, day)
    if not deliveries:
        return DayTold(day, (), await _nothing(records, athlete, day, now))
    return DayTold(day, tuple([Told(delivery, await _outage(records, delivery)) for delivery in deliveries]))


async def _nothing(records: Records, athlete: Athlete, day: date, now: datetime) -> Nothing:
    if athlete.onboarded_on is None or day < athlete.onboarded_on:
        return Nothing.NO_PLAN
    at = instant_of(day, athlete.remind_at, athlete.zone)
    if at and at > now:
        return Nothing.NOT_YET
    before = await records.deliveries.before(athlete.id, day)
    return _LASTING.get(before.because, Nothing.PASSED) if before and before.because else Nothing.PASSED


async def _outage(records: Records, delivery: Delivery) -> Outage | None:
    late = delivery.state in (DeliveryState.MISSED, DeliveryState.SENT)
    return await records.awake.outage_at(delivery.due_at) if late else None


async def _next(records: Records, athlete: Athlete, today: date, now: datetime) -> Next | Unneeded:
    """Return what comes first: what waits today or tomorrow, or the message of the first day that needs one."""
    due, endless = await records.reminders.of(athlete.id), silence(athlete, date.max)
    if endless or due is None:
        return endless or Unneeded.NO_PLAN
    waiting = [
        Next(delivery.kind, day, delivery.due_at)
        for day in (today, today + A_DAY)
        for delivery in await records.deliveries.on_day(athlete.id, day)
        if delivery.state is DeliveryState.DUE
        and await _comes(records, athlete, delivery.kind, Due(day, delivery.due_at), now)
    ]
    return min([*waiting, await _next_usual(records, athlete, due, now)], key=lambda following: following.at)


async def _next_usual(records: Records, athlete: Athlete, due: Due, now: datetime) -> Next:
    """Return the message of the first day, from a due one on, that needs one."""
    while True:
        kind = await delivery_kind(records, athlete, due.day, await day_kind_of(records, athlete, due.day))
        taken = any(d.kind in ONE_A_DAY for d in await records.deliveries.on_day(athlete.id, due.day))
        if not taken and await _comes(records, athlete, kind, due, now):
            return Next(kind, due.day, due.at)
        due = next_due(Rule(athlete.remind_at, athlete.zone), due.day)


async def _comes(records: Records, athlete: Athlete, kind: DeliveryKind, due: Due, now: datetime) -> bool:
    if is_too_late(due.at, athlete.zone, now):
        return False
    return await why_not(records, athlete, kind, due.day) is None
