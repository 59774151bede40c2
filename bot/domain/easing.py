"""What becomes of a move within a workout when it hurts: an easier one, or what suits the area (evidence 1, 5.2)."""

from dataclasses import replace

from bot.domain.exercise import Variation
from bot.domain.ladder import Ladder
from bot.domain.progression import easier
from bot.domain.routine import Prescription, Reason


def with_variation(p: Prescription, variation: Variation, amount: int, ladder: Ladder, reason: Reason) -> Prescription:
    """Return a prescription with another variation of the same exercise; sets stay as they are."""
    dose = ladder.dose(variation)
    return replace(
        p,
        variation=variation.id,
        mode=variation.mode,
        sides=variation.sides,
        directions=variation.directions,
        amount=amount,
        low=dose.amount.low,
        rest=dose.rest,
        tempo=variation.tempo,
        small_range=ladder.is_small(),
        lead=None,
        reason=reason,
    )


def eased(p: Prescription, ladder: Ladder) -> Prescription:
    """Return a move that hurts one rung down, or in a smaller range at the lowest; no more of it than was asked."""
    lower, small = easier(ladder.exercise.variation(p.variation), ladder)
    return replace(_no_more(p, lower, ladder, "eased_now"), small_range=small or ladder.is_small())


def spared(p: Prescription, area: str, ladder: Ladder) -> Prescription | None:
    """Return what the safety matrix makes of a move for an area, None where that is the move as it is, or none."""
    careful = replace(ladder, profile=replace(ladder.profile, limits=ladder.profile.limits | {area}))
    choice = careful.reached(careful.exercise.variation(p.variation).rung or 1)
    if choice is None or (choice.variation.id == p.variation and choice.small_range <= p.small_range):
        return None
    suited = _no_more(p, choice.variation, careful, "spared_now")
    return replace(suited, small_range=choice.small_range, notes=choice.notes)


def _no_more(p: Prescription, variation: Variation, ladder: Ladder, why: str) -> Prescription:
    low = ladder.dose(variation).amount.low
    amount = min(p.amount, low) if variation.mode is p.mode else low
    return with_variation(p, variation, amount, ladder, Reason(why, {}))
