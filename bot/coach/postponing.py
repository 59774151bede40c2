"""The answers to a reminder: later, tomorrow, skip."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.coach.history import is_trained, sessions
from bot.coach.records import Records, Store
from bot.coach.reminders import day_kind_of
from bot.coach.turn import Turn, known
from bot.domain.athlete import Athlete
from bot.domain.day import instant_of, week_of
from bot.domain.delivery import DeliveryKind, DeliveryState, Unneeded
from bot.domain.due import MOST_SNOOZES, snoozed_until
from bot.domain.progress import can_be_on_plan
from bot.domain.week import DayKind, next_strength_day, postponed
from bot.domain.workout import WorkoutState


@dataclass(frozen=True, slots=True)
class Snoozed:
    """The reminder comes again at this instant."""

    until: datetime
    athlete: Athlete


@dataclass(frozen=True, slots=True)
class NotSnoozed:
    """No later reminder today: twice already, or it would come past 21:00."""

    twice: bool


@dataclass(frozen=True, slots=True)
class MovedOn:
    """Today's workout moved to tomorrow; later ones that came too close moved too, each from one day to another."""

    to: date
    shifted: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True)
class LetGo:
    """Today's workout is let go; `free` while the week can still be on plan without it."""

    next_day: date
    free: bool


@dataclass(frozen=True, slots=True)
class NothingPlanned:
    """That day holds no workout to move, or its reminder is of an earlier day."""

    next_day: date


Postponed = Snoozed | NotSnoozed | MovedOn | LetGo | NothingPlanned


@dataclass(frozen=True, slots=True)
class PostponeCoach:
    """Moves reminders by an hour and workouts by a day. `day` is the reminder's day when a button says it."""

    store: Store

    async def later(self, turn: Turn, day: date | None = None) -> Postponed:
        """Remind again in an hour: twice at most, never past 21:00."""
        athlete = known(turn)
        async with self.store.change(turn.key) as records:
            today = await self._planned_today(records, turn, day)
            if today is None:
                return await self._nothing(records, athlete, turn)
            sent = await records.deliveries.on_day(athlete.id, today)
            snoozes = [delivery for delivery in sent if delivery.kind is DeliveryKind.SNOOZE]
            if waiting := [delivery for delivery in snoozes if delivery.state is DeliveryState.DUE]:
                return Snoozed(waiting[0].due_at, athlete)
            used = len(snoozes)
            until = snoozed_until(turn.happened_at, used, athlete.zone)
            if until is None:
                return NotSnoozed(twice=used >= MOST_SNOOZES)
            kind, due = DeliveryKind.SNOOZE, DeliveryState.DUE
            await records.deliveries.add(athlete.id, kind, today, used + 1, until, due, None)
        return Snoozed(until, athlete)

    async def tomorrow(self, turn: Turn, day: date | None = None) -> Postponed:
        """Move today's workout to tomorrow; the next ones shift while they would follow within 36 hours."""
        athlete = known(turn)
        async with self.store.change(turn.key) as records:
            today = await self._planned_today(records, turn, day)
            if today is None or await day_kind_of(records, athlete, today) is not DayKind.STRENGTH:
                return await self._nothing(records, athlete, turn)
            moves = await records.moves.of(athlete.id, today)
            new = postponed(today, athlete.plan, moves)
            await records.moves.put(athlete.id, new)
            await self._settle(records, athlete, today, turn.now, Unneeded.MOVED)
        shifted = sorted((moves.get(origin) or origin, to) for origin, to in new.items())
        return MovedOn(today + timedelta(days=1), tuple((day, to) for day, to in shifted if day != today))

    async def skip(self, turn: Turn, day: date | None = None) -> Postponed:
        """Let today's workout go."""
        athlete = known(turn)
        async with self.store.change(turn.key) as records:
            today = await self._planned_today(records, turn, day)
            if today is None:
                return await self._nothing(records, athlete, turn)
            moves = await records.moves.of(athlete.id, today)
            origin = next((planned for planned, to in moves.items() if to == today), today)
            await records.moves.put(athlete.id, {origin: None})
            await self._settle(records, athlete, today, turn.now, Unneeded.LET_GO)
            moves = await records.moves.of(athlete.id, week_of(today))
            ended = await records.workouts.ended(athlete.id)
        free = can_be_on_plan(sessions(ended), today, athlete.plan, moves)
        return LetGo(next_strength_day(today, athlete.plan, moves), free)

    async def _planned_today(self, records: Records, turn: Turn, day: date | None) -> date | None:
        """Return today when it holds a workout that is not begun yet, and the button is of today."""
        athlete = known(turn)
        today = athlete.day_at(turn.happened_at)
        if day is not None and day != today:
            return None
        begun = await records.workouts.on_day(athlete.id, today)
        kind = await day_kind_of(records, athlete, today)
        busy = any(workout.state is WorkoutState.OPEN for workout in begun) or is_trained(begun, today, kind)
        return None if busy or kind is DayKind.REST else today

    async def _nothing(self, records: Records, athlete: Athlete, turn: Turn) -> NothingPlanned:
        today = athlete.day_at(turn.happened_at)
        moves = await records.moves.of(athlete.id, today)
        still_today = await self._planned_today(records, turn, None) is not None
        return NothingPlanned(next_strength_day(today - timedelta(days=still_today), athlete.plan, moves))

    async def _settle(self, records: Records, athlete: Athlete, day: date, now: datetime, because: Unneeded) -> None:
        """Call off what is still to be sent for the day, and let its own reminder not fire either."""
        await records.deliveries.call_off(athlete.id, day, because, now)
        kind, state = DeliveryKind.WORKOUT, DeliveryState.NOT_NEEDED
        due_at = instant_of(day, athlete.remind_at, athlete.zone) or now
        await records.deliveries.add(athlete.id, kind, day, 0, due_at, state, None, because=because, now=now)
