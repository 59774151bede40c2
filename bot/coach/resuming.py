"""Where somebody stands: shown again after a crash, or when a question is left."""

from dataclasses import dataclass, replace

from bot.coach.interruptions import Interruptions
from bot.coach.oddities import NothingToCancel
from bot.coach.onboarding import Onboarding, PlanReady, Welcome
from bot.coach.workouts import WorkoutCoach
from bot.domain.athlete import IDLE, ONBOARDING, TRAINING, Athlete, Step, Turn


@dataclass(frozen=True, slots=True)
class ResumeCoach:
    """Answers with the current card or question; nothing is logged here."""

    onboarding: Onboarding
    workouts: WorkoutCoach
    interruptions: Interruptions

    async def where_they_stand(self, turn: Turn) -> object:
        """Return the current card inside a workout, else the open question or the plan."""
        if turn.athlete and turn.athlete.step in TRAINING:
            return await self.workouts.show(turn)
        return self.onboarding.question(turn.athlete, turn) if turn.athlete else Welcome()

    async def cancel(self, turn: Turn) -> object:
        """Leave a question about pain, skipping or the plan; a workout and the first questions stay open."""
        athlete = turn.athlete
        if athlete is None:
            return Welcome()
        if athlete.step in TRAINING:
            return await self.interruptions.back(turn) if athlete.step in _QUESTIONS else await self.workouts.show(turn)
        if athlete.step in ONBOARDING and athlete.onboarded_on:
            return await self._leave(turn, athlete)
        return NothingToCancel() if athlete.step in IDLE else self.onboarding.question(athlete, turn)

    async def _leave(self, turn: Turn, athlete: Athlete) -> object:
        kept = replace(athlete, step=Step.HELD if athlete.hold else Step.READY)
        async with self.onboarding.store.change(turn.key) as records:
            await records.athletes.save(kept)
        question = self.onboarding.question(kept, turn)
        if isinstance(question, PlanReady):
            return replace(question, keyboard_shown=athlete.step is Step.LOCATION)
        return question


_QUESTIONS = frozenset({Step.PAIN, Step.SKIPPING, Step.STOPPING})
