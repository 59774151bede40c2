"""Which variation of an exercise suits an athlete: limits first, then equipment, then the rung reached."""

from dataclasses import dataclass

from bot.domain.exercise import Adaptation, Equipment, Exercise, Variation
from bot.domain.library import Library
from bot.domain.routine import Profile


@dataclass(frozen=True, slots=True)
class Choice:
    """The variation an athlete may do today, and how limits change it."""

    variation: Variation
    small_range: bool
    notes: tuple[str, ...]


def adaptations(exercise: Exercise, profile: Profile, library: Library) -> tuple[Adaptation, ...]:
    """Return what the athlete's limits do to an exercise (safety matrix, evidence 1)."""
    limits = sorted(profile.limits)
    own = [exercise.limits[limit] for limit in limits if limit in exercise.limits]
    general = [library.general_limits[limit] for limit in limits if limit in library.general_limits]
    return (*own, *general)


def choose(exercise: Exercise, rung: int, profile: Profile, library: Library) -> Choice | None:
    """Return the variation for an athlete who reached a rung, None when a limit removes the exercise.

    A removal wins over a swap, a swap over the ladder; two limits that want different swaps remove the exercise. On
    the ladder it is the highest rung up to the one reached that limits, opting in and owned equipment allow; where
    several of one rung do, the first of them.
    """
    limits = adaptations(exercise, profile, library)
    if any(limit.remove for limit in limits) or len({limit.swap for limit in limits if limit.swap}) > 1:
        return None
    owned = profile.equipment.difference(*(limit.without for limit in limits))
    swaps = next((limit.swap for limit in limits if limit.swap), ())
    variation = _swap(exercise, swaps, owned) if swaps else _rung(exercise, rung, limits, profile, owned)
    if variation is None:
        return None
    return Choice(
        variation,
        small_range=any(limit.small_range for limit in limits),
        notes=tuple(limit.note for limit in limits if limit.note),
    )


def _swap(exercise: Exercise, swaps: tuple[str, ...], owned: frozenset[Equipment]) -> Variation | None:
    return next((swap for swap in map(exercise.variation, swaps) if swap.equipment <= owned), None)


def _rung(
    exercise: Exercise, rung: int, limits: tuple[Adaptation, ...], profile: Profile, owned: frozenset[Equipment]
) -> Variation | None:
    highest = min([rung, *(limit.rung_at_most for limit in limits if limit.rung_at_most)])
    if exercise.opt_in_from and exercise.id not in profile.opted_in:
        highest = min(highest, exercise.opt_in_from - 1)
    fitting = [v for v in exercise.ladder if (v.rung or 0) <= highest and v.equipment <= owned]
    return max(fitting, key=lambda variation: variation.rung or 0, default=None)
