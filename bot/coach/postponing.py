"""The answers to a reminder: later, tomorrow or another day, skip."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.coach.history import is_trained, sessions
from bot.coach.records import Records, Store
from bot.coach.turn import Turn, known
from bot.coach.verdict import day_kind_of
from bot.domain.athlete import Athlete
from bot.domain.day import instant_of, week_of
from bot.domain.delivery import DeliveryKind, DeliveryState, Unneeded
from bot.domain.due import MOST_SNOOZES, snoozed_until
from bot.domain.progress import can_be_on_plan
from bot.domain.week import A_DAY, DayKind, next_strength_day, ways_to_move
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
    """A day's workout moved to a later one; others that came too close moved too, each from one day to another."""

    to: date
    shifted: tuple[tuple[date, date], ...]
    day: date


@dataclass(frozen=True, slots=True)
class DaysOffered:
    """The days to which a day's workout can move, and how many others move along; `refused` was asked for in vain."""

    day: date
    ways: tuple[tuple[date, int], ...]
    refused: date | None = None


@dataclass(frozen=True, slots=True)
class MovedBack:
    """The workout is back on this day, today; the reminder comes at that instant, None when its time has passed."""

    day: date
    remind_at: datetime | None
    athlete: Athlete


@dataclass(frozen=True, slots=True)
class LetGo:
    """Today's workout is let go; `free` while the week can still be on plan without it."""

    next_day: date
    free: bool


@dataclass(frozen=True, slots=True)
class NothingPlanned:
    """That day holds no workout to move, or its reminder is of an earlier day."""

    next_day: date


Postponed = Snoozed | NotSnoozed | MovedOn | DaysOffered | MovedBack | LetGo | NothingPlanned


@dataclass(frozen=True, slots=True)
class PostponeCoach:
    """Moves reminders by an hour and workouts to other days. `day` is the reminder's day when a button says it."""

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
        return await self.move(turn, known(turn).day_at(turn.happened_at) + A_DAY, day)

    async def move_to_weekday(self, turn: Turn, weekday: int) -> Postponed:
        """Move today's workout to the next such weekday (0 is Monday)."""
        today = known(turn).day_at(turn.happened_at)
        return await self.move(turn, today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1))

    async def move(self, turn: Turn, to: date, day: date | None = None) -> Postponed:
        """Move today's workout to another day; one that leaves too little room is answered with those that do not."""
        athlete = known(turn)
        async with self.store.change(turn.key) as records:
            today = await self._movable(records, turn, day)
            if today is None:
                return await self._nothing(records, athlete, turn)
            moves = await records.moves.of(athlete.id, today)
            ways = ways_to_move(today, athlete.plan, moves)
            if to not in ways:
                return _offered(today, ways, refused=to)
            await records.moves.put(athlete.id, ways[to], on=today)
            await self._settle(records, athlete, today, turn.now, Unneeded.MOVED)
        shifted = sorted((moves.get(origin) or origin, later) for origin, later in ways[to].items())
        return MovedOn(to, tuple((day, later) for day, later in shifted if day != today), today)

    async def other_days(self, turn: Turn, day: date | None = None) -> Postponed:
        """Ask to which day today's workout moves."""
        athlete = known(turn)
        async with self.store.look() as records:
            today = await self._movable(records, turn, day)
            if today is None:
                return await self._nothing(records, athlete, turn)
            moves = await records.moves.of(athlete.id, today)
        return _offered(today, ways_to_move(today, athlete.plan, moves))

    async def back(self, turn: Turn, day: date | None = None, to: date | None = None) -> Postponed:
        """Take back today's move, with all that moved along; a reminder that is still to come then comes after all.

        A button says of which day it is, and which move of that day it takes back.
        """
        athlete = known(turn)
        today = athlete.day_at(turn.happened_at)
        async with self.store.change(turn.key) as records:
            moves = await records.moves.of(athlete.id, today)
            mine = day in (None, today) and (to is None or to in moves.values())
            if not mine or not await records.moves.take_back(athlete.id, today):
                return await self._nothing(records, athlete, turn)
            remind_at = instant_of(today, athlete.remind_at, athlete.zone)
            if remind_at is None or remind_at <= turn.now:
                return MovedBack(today, None, athlete)
            sent = await records.deliveries.on_day(athlete.id, today)
            ordinal = 1 + sum(delivery.kind is DeliveryKind.SNOOZE for delivery in sent)
            kind, state = DeliveryKind.SNOOZE, DeliveryState.DUE
            await records.deliveries.add(athlete.id, kind, today, ordinal, remind_at, state, None)
        return MovedBack(today, remind_at, athlete)

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

    async def _movable(self, records: Records, turn: Turn, day: date | None) -> date | None:
        """Return today when it holds a strength workout that is not begun yet, and the button is of today."""
        today = await self._planned_today(records, turn, day)
        strength = today and await day_kind_of(records, known(turn), today) is DayKind.STRENGTH
        return today if strength else None

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


def _offered(today: date, ways: Mapping[date, Mapping[date, date]], refused: date | None = None) -> DaysOffered:
    return DaysOffered(today, tuple((to, len(moves) - 1) for to, moves in ways.items()), refused)
