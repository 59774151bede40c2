"""Left and right over time: which side goes first, and how far they are apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from bot.domain.progression import Light, Performance, light_of
from bot.domain.sides import Lead, Pair, Side

SESSIONS = 3
"""How many workouts decide: the difference of one may be chance, and one of long ago may be over."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How far an exercise's sides were apart when first told (None when told once), and last, in percent."""

    exercise: str
    first: int | None
    latest: int


def lead_of(history: Sequence[Performance]) -> Lead | None:
    """Return which side of an exercise goes first; None where sides were never told apart, or are even.

    The side that did less goes first, while it is fresh (a rule of our own): over the last three workouts, oldest
    first in `history`, in which sides were told apart, on the latest of their variations, since it last hurt. A sore
    side holds back for another reason and is not to go first for it (evidence 5.2).
    """
    told = [(done.variation, done.apart) for done in _since_pain(history) if done.apart]
    if not told:
        return None
    latest = [pair for variation, pair in told if variation == told[-1][0]][-SESSIONS:]
    pair = reduce(Pair.plus, latest)
    if pair.left == pair.right:
        return None
    return Lead(Side.LEFT if pair.left < pair.right else Side.RIGHT, pair, len(latest))


def balances(history: Mapping[str, Iterable[Performance]]) -> tuple[Balance, ...]:
    """Return how far apart sides were, first and last, for each exercise that has them told apart in a workout.

    Workouts of `history` come oldest first; those in which it hurt say nothing about strength.
    """
    gaps = {
        exercise: [done.apart.gap for done in performances if done.apart and not _hurt(done)]
        for exercise, performances in history.items()
    }
    return tuple(
        Balance(exercise, found[0] if len(found) > 1 else None, found[-1]) for exercise, found in gaps.items() if found
    )


def _since_pain(history: Sequence[Performance]) -> Sequence[Performance]:
    hurt = [at for at, done in enumerate(history) if _hurt(done)]
    return history[hurt[-1] + 1 :] if hurt else history


def _hurt(done: Performance) -> bool:
    return light_of(done.pain or 0) is not Light.GREEN
