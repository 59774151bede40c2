"""An exercise's ladder as one athlete climbs it: which rung comes next or before, and how much of each is asked."""

from dataclasses import dataclass, replace

from bot.domain.exercise import Dose, Exercise, Level, Mode, Phase, Span, Variation
from bot.domain.library import Library
from bot.domain.routine import Profile
from bot.domain.variations import Choice, adaptations, choose

HOLD_GOAL = 30
HOLD_GOAL_ADVANCED = 40
"""Seconds of a hold from which the next rung comes (evidence 2.3)."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """An exercise, who does it, and the pack it comes from."""

    exercise: Exercise
    profile: Profile
    library: Library

    def reached(self, rung: int) -> Choice | None:
        """Return what the athlete does who reached a rung, None when a limit removes the exercise."""
        return choose(self.exercise, rung, self.profile, self.library)

    def start(self) -> Choice | None:
        """Return what the athlete's level starts with, None when a limit removes the exercise."""
        return self.reached(self.exercise.start[self.profile.level])

    def find(self, id: str) -> Variation | None:
        """Find a variation by name; a pack may have dropped one that an old log still names."""
        return next((v for v in (*self.exercise.ladder, *self.exercise.swaps) if v.id == id), None)

    def above(self, variation: Variation) -> Variation | None:
        """Return the next rung, None for a swap, at the top, or where something it needs is missing."""
        upper = self.reached(variation.rung + 1) if variation.rung else None
        return upper.variation if upper and variation.rung and upper.variation.rung == variation.rung + 1 else None

    def beyond(self, variation: Variation) -> Variation | None:
        """Return a harder rung that can be done where the one between cannot, for want of its equipment."""
        highest = self.reached(max(rung.rung or 0 for rung in self.exercise.ladder)) if variation.rung else None
        return highest.variation if highest and (highest.variation.rung or 0) > (variation.rung or 0) else None

    def below(self, variation: Variation) -> Variation | None:
        """Return the next lower rung that the athlete can do, None at the lowest and for a swap."""
        lower = self.reached(variation.rung - 1) if variation.rung and variation.rung > 1 else None
        found = lower.variation if lower else None
        return found if found and found.rung and found.rung < (variation.rung or 0) else None

    def dose(self, variation: Variation) -> Dose:
        """Return what the level does of a variation; a hold lasts no longer than the athlete's limits allow."""
        dose, longest = variation.doses[self.profile.level], self._longest_hold()
        if variation.mode is Mode.REPS or longest is None:
            return dose
        return replace(dose, amount=Span(min(dose.amount.low, longest), min(dose.amount.high, longest)))

    def top(self, variation: Variation) -> int:
        """Return the amount from which the next rung comes: the dose's end, or 30 s of a hold (40 s when advanced).

        Where a limit allows less, that is the top.
        """
        high = self.dose(variation).amount.high
        if variation.mode is Mode.REPS:
            return high
        top = max(high, HOLD_GOAL_ADVANCED if self.profile.level is Level.ADVANCED else HOLD_GOAL)
        longest = self._longest_hold()
        return top if longest is None else min(top, longest)

    def sets(self, variation: Variation) -> int:
        """Return how many sets the level does of a variation, before it has grown by any."""
        dose = self.dose(variation)
        strength = self.exercise.phase is Phase.STRENGTH
        most = self.library.program.sets[self.profile.level] if strength else dose.sets.high
        return min(max(most, dose.sets.low), dose.sets.high)

    def is_small(self) -> bool:
        """Tell whether a limit keeps the range small."""
        return any(limit.small_range for limit in adaptations(self.exercise, self.profile, self.library))

    def is_steady(self) -> bool:
        """Tell whether a limit lets nothing grow."""
        return any(limit.steady for limit in adaptations(self.exercise, self.profile, self.library))

    def _longest_hold(self) -> int | None:
        limits = adaptations(self.exercise, self.profile, self.library)
        return min((limit.hold_at_most for limit in limits if limit.hold_at_most), default=None)


def room_for_a_set(profile: Profile, library: Library) -> bool:
    """Tell whether one set more of every strength move, each session, stays within the level's week (evidence 2.4)."""
    program = library.program
    counted = [sum(program.counts.get(move, 0) for move in session) for session in program.sessions.values()]
    a_session = sum(counted) / len(counted)
    return profile.days * a_session * (program.sets[profile.level] + 1) <= program.weekly_sets[profile.level].high
