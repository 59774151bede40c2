"""What a day's own message is, and what becomes of a delivery: it may be sent, is too late, or is not needed and why."""

from datetime import date, datetime

from bot.coach.history import is_trained
from bot.coach.morning import why_not_asked
from bot.coach.records import Records
from bot.domain.athlete import Athlete
from bot.domain.delivery import SLOWED, Delivery, DeliveryKind, DeliveryState, Unneeded
from bot.domain.due import is_too_late
from bot.domain.rhythm import Brings, brings
from bot.domain.week import DayKind, kind_with_moves
from bot.domain.workout import WorkoutState


async def day_kind_of(records: Records, athlete: Athlete, day: date) -> DayKind:
    """Tell what a day is for, moves included."""
    return kind_with_moves(day, athlete.plan, await records.moves.of(athlete.id, day))


async def delivery_kind(records: Records, athlete: Athlete, day: date, day_kind: DayKind) -> DeliveryKind:
    """Tell what a day's own message is, in the rhythm they are written to now."""
    usual = DeliveryKind.REST if day_kind is DayKind.REST else DeliveryKind.WORKOUT
    if not athlete.is_weekly:
        return usual
    last = await records.deliveries.latest_weekly(athlete.id)
    brought = brings(athlete.unanswered, day_kind, day, last, chosen=athlete.weekly)
    return _SLOWED.get(brought, usual)


ANY_RHYTHM = frozenset({DeliveryKind.SNOOZE, DeliveryKind.MORNING})
"""What follows from what somebody did themselves, however often they are written to."""

_SLOWED = {Brings.WEEKLY: DeliveryKind.WEEKLY, Brings.PAUSE_ASKED: DeliveryKind.PAUSE_ASKED}


async def verdict(
    records: Records, athlete: Athlete, delivery: Delivery, now: datetime
) -> tuple[DeliveryState, Unneeded | None]:
    """Tell what becomes of a delivery now: claimed when it may be sent, else missed, or not needed and why."""
    because = await why_not(records, athlete, delivery.kind, delivery.day)
    if because:
        return DeliveryState.NOT_NEEDED, because
    missed = is_too_late(delivery.due_at, athlete.zone, now)
    return DeliveryState.MISSED if missed else DeliveryState.CLAIMED, None


async def why_not(records: Records, athlete: Athlete, kind: DeliveryKind, day: date) -> Unneeded | None:
    """Tell why a message about a day is not needed, None when it is."""
    if because := silence(athlete, day) or _out_of_rhythm(athlete, kind):
        return because
    if kind is DeliveryKind.MORNING:
        return await why_not_asked(records, athlete, day)
    if kind is DeliveryKind.REST and not athlete.rest_messages:
        return Unneeded.REST_OFF
    begun = await records.workouts.on_day(athlete.id, day)
    if any(workout.state is WorkoutState.OPEN for workout in begun):
        return Unneeded.TRAINING
    trained = is_trained(begun, day, await day_kind_of(records, athlete, day))
    return Unneeded.TRAINED if trained else None


def silence(athlete: Athlete, day: date) -> Unneeded | None:
    """Tell why nothing at all is sent to somebody about a day, None when something may be."""
    if athlete.blocked:
        return Unneeded.BLOCKED
    if athlete.hold:
        return Unneeded.HELD
    if athlete.onboarded_on is None:
        return Unneeded.NO_PLAN
    if athlete.is_paused_on(day):
        return Unneeded.PAUSED
    return Unneeded.SILENT if athlete.is_silent else None


def _out_of_rhythm(athlete: Athlete, kind: DeliveryKind) -> Unneeded | None:
    """Tell why a kind of message does not fit how often they are written to now."""
    if kind in SLOWED:
        return None if athlete.is_weekly else Unneeded.HEARD
    return Unneeded.WEEKLY if athlete.is_weekly and kind not in ANY_RHYTHM else None
