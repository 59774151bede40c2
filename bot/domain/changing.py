"""Easier, harder or another move for today: what an athlete may choose inside a workout, and what is asked then."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import StrEnum

from bot.domain.easing import with_variation
from bot.domain.exercise import Phase
from bot.domain.ladder import Ladder
from bot.domain.library import Library
from bot.domain.prescribing import History, prescribe
from bot.domain.progression import easier
from bot.domain.routine import Load, Prescription, Profile, Reason
from bot.domain.workout import Item

OTHERS_AT_MOST = 3


class Refusal(StrEnum):
    """Why a choice is not to be had."""

    EASIEST = "easiest"
    HARDEST = "hardest"
    HURTS = "hurts"
    HURT_LAST_TIME = "hurt_last_time"
    LIGHT_DAY = "light_day"
    ONE_STEP = "one_step"
    STEADY = "steady"
    NO_OTHER = "no_other"
    RESTS = "rests"
    STRENGTH_ALONE = "strength_alone"
    UNCHANGED = "unchanged"


NO_ADVANCE = {
    **dict.fromkeys(
        ("amber_rung", "amber_range", "red_rung", "red_range", "worse", "respite_swap"), Refusal.HURT_LAST_TIME
    ),
    "load": Refusal.LIGHT_DAY,
}
"""Reasons of a target that gets no harder on its day: after a pain (evidence 2.3, step 1), or asked less on purpose."""


def made_easier(item: Item, ladder: Ladder) -> Prescription | Refusal:
    """Return the rest of an exercise one rung down, at the lowest in a smaller range (evidence 5.2 eases the same way).

    No more is asked than before, and no more than the lower rung's dose.
    """
    p = item.prescription
    variation = ladder.find(p.variation)
    lower, small = easier(variation, ladder) if variation else (None, True)
    if lower is None or (small and p.small_range):
        return Refusal.EASIEST
    reason = Reason("easier_now", {})
    if small:
        return replace(p, small_range=True, reason=reason)
    amount = ladder.dose(lower).amount
    asked = min(p.amount, amount.high) if lower.mode is p.mode else amount.low
    return with_variation(p, lower, asked, ladder, reason)


def made_harder(item: Item, ladder: Ladder) -> Prescription | Refusal:
    """Return the rest of an exercise in its full range, else one rung up, at the low amount.

    Never after a pain of it, today or the last time, on a day that asks less than usual, or where a limit lets nothing
    grow, and one step a day (evidence 2.3: advance one thing; 2.6, 2.7, 5.4).
    """
    p = item.prescription
    if ladder.is_steady():
        return Refusal.STEADY
    if item.pain:
        return Refusal.HURTS
    if item.asked.reason.key in NO_ADVANCE:
        return NO_ADVANCE[item.asked.reason.key]
    if item.harder_from is not None:
        return Refusal.ONE_STEP
    variation = ladder.find(p.variation)
    if variation is None:
        return Refusal.HARDEST
    upper = variation if p.small_range and not ladder.is_small() else ladder.above(variation)
    if upper is None:
        return Refusal.HARDEST
    return with_variation(p, upper, ladder.dose(upper).amount.low, ladder, Reason("harder_now", {}))


def other_moves(items: Iterable[Item], profile: Profile, library: Library) -> tuple[str, ...]:
    """Return up to three strength exercises that were no part of a workout so far, and that limits allow."""
    held = {part.prescription.exercise for item in items for part in item.parts}
    return tuple(
        exercise.id
        for exercise in library.exercises.values()
        if exercise.phase is Phase.STRENGTH
        and exercise.id not in held
        and Ladder(exercise, profile, library).start() is not None
    )[:OTHERS_AT_MOST]


def in_its_place(item: Item, ladder: Ladder, history: History, load: Load, day: date) -> Prescription | Refusal:
    """Return another move with a target of its own, as light as the day, for the sets that are left.

    Limits may allow it no more, or it rests after three sore sessions.
    """
    found = prescribe(ladder, history.get(ladder.exercise.id, ()), load, day)
    if found is None:
        return Refusal.RESTS if ladder.start() else Refusal.NO_OTHER
    return replace(found, sets=item.prescription.sets)
