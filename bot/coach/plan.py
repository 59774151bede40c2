"""The plan card and its switches, pausing and resuming."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.coach.onboarding import arm
from bot.coach.onboarding_results import PlanReady
from bot.coach.records import Store
from bot.coach.turn import Turn, known
from bot.domain.athlete import Athlete
from bot.domain.exercise import Equipment, Level
from bot.domain.week import next_strength_day


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """Ask for how long; `ill` when they said that they are."""

    ill: bool = False


@dataclass(frozen=True, slots=True)
class Paused:
    """Nothing is sent until that day, or until the athlete says so (None)."""

    until: date | None


@dataclass(frozen=True, slots=True)
class PausedIll:
    """Nothing is sent until they say that they are well."""


@dataclass(frozen=True, slots=True)
class WellAsked:
    """Somebody who was ill is back: ask what it was, it decides how they begin again."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """Reminders come again."""

    next_day: date
    was_paused: bool


@dataclass(frozen=True, slots=True)
class RhythmSet:
    """Reminders come once a week from now on, or on every training day."""

    athlete: Athlete


@dataclass(frozen=True, slots=True)
class RemindersShown:
    """The reminder's settings."""

    athlete: Athlete


@dataclass(frozen=True, slots=True)
class PicturesSet:
    """Moves are shown from now on, or told in words only."""

    on: bool


@dataclass(frozen=True, slots=True)
class PlanCoach:
    """Shows and changes the plan."""

    store: Store

    async def show(self, turn: Turn) -> PlanReady:
        """Show the plan as it stands."""
        return PlanReady(known(turn), turn.now, fresh=False)

    async def reminders(self, turn: Turn) -> RemindersShown:
        """Show the reminder's settings."""
        return RemindersShown(known(turn))

    async def set_level(self, turn: Turn, level: Level) -> PlanReady:
        """Change the level; targets start anew from that level's first rung."""
        athlete = known(turn)
        if athlete.level is level:
            return await self.show(turn)
        return await self._save(turn, replace(athlete, level=level, level_since=turn.happened_at))

    async def toggle_equipment(self, turn: Turn, item: Equipment) -> PlanReady:
        """Add or remove something the athlete owns."""
        athlete = known(turn)
        return await self._save(turn, replace(athlete, equipment=athlete.equipment ^ {item}))

    async def set_length(self, turn: Turn, minutes: int) -> PlanReady:
        """Choose how long a routine may take."""
        return await self._save(turn, replace(known(turn), length=minutes))

    async def toggle_opt_in(self, turn: Turn, exercises: frozenset[str]) -> PlanReady:
        """Opt into the harder poses of some exercises, or out of them."""
        athlete = known(turn)
        return await self._save(turn, replace(athlete, opted_in=frozenset() if athlete.opted_in else exercises))

    async def toggle_rest_messages(self, turn: Turn) -> RemindersShown:
        """Switch rest-day messages on or off."""
        athlete = known(turn)
        ready = await self._save(turn, replace(athlete, rest_messages=not athlete.rest_messages))
        return RemindersShown(ready.athlete)

    async def toggle_pictures(self, turn: Turn) -> PlanReady:
        """Show moves, or tell them in words only."""
        athlete = known(turn)
        return await self._save(turn, replace(athlete, pictures=not athlete.pictures))

    async def set_pictures(self, turn: Turn, *, on: bool) -> PicturesSet:
        """Show moves, or tell them in words only, as they say."""
        await self._save(turn, replace(known(turn), pictures=on))
        return PicturesSet(on)

    async def set_rhythm(self, turn: Turn, *, weekly: bool) -> RhythmSet:
        """Remind once a week from now on, or on every training day."""
        changed = await self._save(turn, replace(known(turn), weekly=weekly))
        return RhythmSet(changed.athlete)

    def ask_pause(self, turn: Turn, *, ill: bool = False) -> PauseAsked:
        """Ask for how long."""
        known(turn)
        return PauseAsked(ill)

    async def pause(self, turn: Turn, days: int | None) -> Paused:
        """Send nothing for some days, or until they resume."""
        athlete = known(turn)
        until = athlete.day_at(turn.happened_at) + timedelta(days=days) if days else None
        async with self.store.change(turn.key) as records:
            await records.athletes.save(replace(athlete, paused=True, paused_until=until))
            await arm(records, athlete, turn.now)
        return Paused(until)

    async def pause_ill(self, turn: Turn) -> PausedIll:
        """Send nothing until they say that they are well."""
        await self._save(turn, replace(known(turn), paused=True, paused_until=None, ill=True))
        return PausedIll()

    async def resume(self, turn: Turn) -> Resumed | WellAsked:
        """Send reminders again; after an illness, ask what it was first."""
        athlete = known(turn)
        if athlete.ill:
            return WellAsked()
        was = athlete.is_paused_on(athlete.day_at(turn.happened_at))
        today = athlete.day_at(turn.happened_at)
        async with self.store.change(turn.key) as records:
            await records.athletes.save(replace(athlete, paused=False, paused_until=None))
            await arm(records, athlete, turn.now)
            moves = await records.moves.of(athlete.id, today)
            ended = await records.workouts.ended(athlete.id)
        trained = any(workout.day == today and workout.counts for workout in ended)
        after = today if trained else today - timedelta(days=1)
        return Resumed(next_strength_day(after, athlete.plan, moves), was)

    async def _save(self, turn: Turn, athlete: Athlete) -> PlanReady:
        async with self.store.change(turn.key) as records:
            await records.athletes.save(athlete)
        return PlanReady(athlete, turn.now, fresh=False)
