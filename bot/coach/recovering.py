"""Back from an illness: after a cold training goes on, after something bigger it begins anew."""

from dataclasses import dataclass, replace

from bot.coach.onboarding import Onboarding, arm
from bot.coach.onboarding_results import Question
from bot.coach.plan import PlanCoach, Resumed, WellAsked
from bot.coach.turn import Turn, known
from bot.domain.athlete import Step
from bot.domain.exercise import Level
from bot.domain.workout import WorkoutState


@dataclass(frozen=True, slots=True)
class RecoveryCoach:
    """Takes the answer to what it was; it is not kept."""

    plan: PlanCoach
    questions: Onboarding

    async def cold(self, turn: Turn) -> Resumed | WellAsked | Question:
        """Go on: the days since the last session decide how gently."""
        athlete = known(turn)
        if not athlete.ill:
            return self.questions.question(athlete, turn)
        return await self.plan.resume(replace(turn, athlete=replace(athlete, ill=False)))

    async def bigger(self, turn: Turn) -> Question:
        """Ask the readiness check before anything else; targets start at the first rungs (evidence 2.7, 5.1).

        A workout that was left open stays in the log as it stands.
        """
        athlete = known(turn)
        if not athlete.ill:
            return self.questions.question(athlete, turn)
        well = replace(athlete, paused=False, paused_until=None, ill=False, step=Step.READINESS)
        anew = replace(well, level=Level.BEGINNER, level_since=turn.happened_at)
        async with self.plan.store.change(turn.key) as records:
            if workout := await records.workouts.open(athlete.id):
                await records.workouts.end(workout.id, WorkoutState.STOPPED, turn.happened_at)
            await records.athletes.save(anew)
            await arm(records, anew, turn.now)
        return self.questions.question(anew, turn)
