"""Answers to what the coach asks or offers before strength: how they feel, and a lighter week."""

from dataclasses import dataclass, replace

from bot.coach.feeling import FeelingAsked
from bot.coach.today import Today, TodayCoach
from bot.coach.turn import Turn, known
from bot.domain.athlete import Athlete, Step
from bot.domain.routine import RoutineKind
from bot.domain.spacing import Energy, Feeling, Soreness


@dataclass(frozen=True, slots=True)
class AdviceCoach:
    """Keeps what was answered, and goes on to the start card."""

    today: TodayCoach

    async def sore(self, turn: Turn, soreness: Soreness) -> FeelingAsked | Today:
        """Keep how sore the hips are, and ask for sleep and energy; a button of an earlier day changes nothing."""
        athlete = known(turn)
        day = athlete.day_at(turn.happened_at)
        if athlete.step is not Step.SORENESS or athlete.feeling != Feeling(day):
            return await self.today.today(turn)
        await self._save(turn, replace(athlete, step=Step.ENERGY, feeling=Feeling(day, soreness)))
        return FeelingAsked("energy")

    async def energy(self, turn: Turn, energy: Energy) -> Today:
        """Keep how sleep and energy were, and show what today holds."""
        athlete = known(turn)
        if athlete.step is not Step.ENERGY or athlete.feeling is None:
            return await self.today.today(turn)
        athlete = replace(athlete, feeling=replace(athlete.feeling, energy=energy))
        await self._save(turn, athlete)
        return await self.today.today(replace(turn, athlete=athlete))

    async def lighter_week(self, turn: Turn, *, wanted: bool) -> Today:
        """Begin a lighter week today, or leave it; either way the start card comes again."""
        athlete = known(turn)
        day = athlete.day_at(turn.happened_at)
        if not athlete.deload.is_on(day):
            new = replace(athlete.deload, began_on=day) if wanted else replace(athlete.deload, refused_on=day)
            athlete = replace(athlete, deload=new)
            await self._save(turn, athlete)
        return await self.today.offer(replace(turn, athlete=athlete), RoutineKind.STRENGTH)

    async def _save(self, turn: Turn, athlete: Athlete) -> None:
        async with self.today.store.change(turn.key) as records:
            await records.athletes.save(athlete)
