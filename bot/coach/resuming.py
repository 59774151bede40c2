"""Where somebody stands: shown again after a crash, or when a question is left."""

from dataclasses import dataclass

from bot.coach.interruptions import Interruptions
from bot.coach.morning import MorningCoach
from bot.coach.oddities import NothingToCancel
from bot.coach.onboarding import Onboarding
from bot.coach.onboarding_results import Welcome
from bot.coach.turn import Turn
from bot.coach.workouts import WorkoutCoach
from bot.domain.athlete import IDLE, ONBOARDING, TRAINING, Step


@dataclass(frozen=True, slots=True)
class ResumeCoach:
    """Answers with the current card or question; nothing is logged here."""

    onboarding: Onboarding
    workouts: WorkoutCoach
    interruptions: Interruptions
    mornings: MorningCoach

    async def where_they_stand(self, turn: Turn) -> object:
        """Return the current card inside a workout, else the open question or the plan."""
        if turn.athlete and turn.athlete.step in TRAINING:
            return await self.workouts.show(turn)
        if turn.athlete and turn.athlete.step is Step.MORNING:
            return await self.mornings.show(turn)
        return self.onboarding.question(turn.athlete, turn) if turn.athlete else Welcome()

    async def cancel(self, turn: Turn) -> object:
        """Leave a question about pain, skipping or the plan; a workout and the first questions stay open."""
        athlete = turn.athlete
        if athlete is None:
            return Welcome()
        if athlete.step in TRAINING:
            return await self.interruptions.back(turn) if athlete.step in _QUESTIONS else await self.workouts.show(turn)
        if athlete.step in ONBOARDING and athlete.onboarded_on:
            return await self.onboarding.leave(turn)
        return NothingToCancel() if athlete.step in IDLE else self.onboarding.question(athlete, turn)


_QUESTIONS = frozenset({Step.PAIN, Step.SKIPPING, Step.STOPPING, Step.SWAPPING})
