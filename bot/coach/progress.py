"""What an athlete has done so far."""

from dataclasses import dataclass

from bot.coach.history import at_full_length, by_exercise, records as records_of, sessions
from bot.coach.records import Store
from bot.coach.turn import Turn, known
from bot.domain.balance import Balance, balances
from bot.domain.library import Library
from bot.domain.progress import Milestone, Summary, summarize


@dataclass(frozen=True, slots=True)
class ProgressShown:
    """The progress page."""

    summary: Summary
    milestones: tuple[Milestone, ...]
    balances: tuple[Balance, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgressCoach:
    """Answers /progress."""

    store: Store
    library: Library

    async def show(self, turn: Turn) -> ProgressShown:
        """Sum up the log."""
        athlete = known(turn)
        async with self.store.look() as records:
            ended = await records.workouts.ended(athlete.id)
            milestones = await records.milestones.earned(athlete.id)
        today = athlete.day_at(turn.happened_at)
        found = records_of(at_full_length(ended), self.library)
        summary = summarize(sessions(ended), found, today, len(athlete.plan.strength))
        earned = tuple(milestone for milestone in Milestone if milestone in milestones)
        return ProgressShown(summary, earned, balances(by_exercise(ended)))
