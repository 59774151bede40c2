"""How much a day asks beside the usual: easing in after a break, a deload week, a low day (evidence 2.6, 2.7)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from bot.domain.exercise import Mode, Phase
from bot.domain.progression import Effort, Performance
from bot.domain.routine import Load, Prescription, Reason

DELOAD_LASTS = timedelta(days=7)
DELOAD_AFTER = timedelta(weeks=6)
ASKED_AGAIN_AFTER = timedelta(weeks=2)
"""A deload is offered every six to eight weeks: who refuses at six is asked once more at eight."""

A_BREAK = timedelta(days=7)
"""So many days without strength are a rest of their own."""

FEWER_REPS = 2
FEWER_SECONDS = 5
"""So much less leaves four good reps or more, or five seconds, in reserve; the low end of a range leaves them anyway."""

SIGNS_FOR_A_DELOAD = 2
HARDER_MOVES = 2


def _half(sets: int) -> int:
    return (sets + 1) // 2


def _one_fewer(sets: int) -> int:
    return max(1, sets - 1)


def _one(sets: int) -> int:
    return min(1, sets)


@dataclass(frozen=True, slots=True)
class Easing:
    """What a load leaves of the usual: sets, how many rungs lower, and whether more than usual stays in reserve."""

    sets: Callable[[int], int]
    rungs_down: int = 0
    in_reserve: bool = True


EASINGS = {
    Load.ONE_FEWER: Easing(_one_fewer, in_reserve=False),
    Load.LOW: Easing(_half),
    Load.DELOAD: Easing(_half),
    Load.HALF: Easing(_half),
    Load.LOWER: Easing(_one, rungs_down=1),
    Load.ANEW: Easing(_one, rungs_down=4),
}
"""From the most to the least; the usual has none."""

BACK_AFTER = (
    (7, ((Load.ONE_FEWER, 1),)),
    (14, ((Load.HALF, 7),)),
    (28, ((Load.LOWER, 7), (Load.HALF, 14))),
    (56, ((Load.ANEW, 7), (Load.LOWER, 14))),
)
"""The table of coming back: from so many days away on, which load until which day after the return (evidence 2.7)."""


def is_light(load: Load) -> bool:
    """Tell whether a load leaves so much in reserve that it says nothing about the next target."""
    return load in EASINGS and EASINGS[load].in_reserve


def comeback(trained: Sequence[date], today: date) -> Load:
    """Return what breaks between strength days, oldest first, leave of the usual today; the gentlest one counts."""
    found = [_back(back - before, today - back) for before, back in pairwise([*trained, today])]
    return gentlest(found)


def gentlest(loads: Iterable[Load]) -> Load:
    """Return the load that asks least, the usual where there is none."""
    order = [Load.USUAL, *EASINGS]
    return max(loads, key=order.index, default=Load.USUAL)


def _back(away: timedelta, since: timedelta) -> Load:
    """Return the load so long after the return from a break."""
    weeks = next((weeks for days, weeks in reversed(BACK_AFTER) if away >= timedelta(days=days)), ())
    return next((load for load, until in weeks if since < timedelta(days=until)), Load.USUAL)


class Sign(StrEnum):
    """What speaks for a deload week."""

    EFFORT = "effort"
    SORENESS = "soreness"
    ENERGY = "energy"


class DeloadWhy(StrEnum):
    """Why a lighter week is offered."""

    WEEKS = "weeks"
    SIGNS = "signs"


def effort_is_up(history: Mapping[str, Sequence[Performance]]) -> bool:
    """Tell whether two moves or more felt harder than the time before, with no more done of the same variation."""
    pairs = [doings[-2:] for doings in history.values() if len(doings) > 1]
    return sum(_is_harder(before, after) for before, after in pairs) >= HARDER_MOVES


def _is_harder(before: Performance, after: Performance) -> bool:
    if not (before.effort and after.effort and before.done and after.done) or before.variation != after.variation:
        return False
    order = list(Effort)
    return order.index(after.effort) > order.index(before.effort) and min(after.done) <= min(before.done)


@dataclass(frozen=True, slots=True)
class Deload:
    """When a lighter week began last, and when one was refused last."""

    began_on: date | None = None
    refused_on: date | None = None

    def is_on(self, day: date) -> bool:
        """Tell whether a day lies in the lighter week; it ends by itself."""
        return self.began_on is not None and self.began_on <= day < self.began_on + DELOAD_LASTS

    def offered(self, trained: Sequence[date], signs: Iterable[Sign], today: date) -> DeloadWhy | None:
        """Tell why a lighter week is to be offered today: after six weeks of training, or with two signs; else None.

        Not within one, nor within two weeks of one that was refused.
        """
        refused = self.refused_on is not None and today - self.refused_on < ASKED_AGAIN_AFTER
        recent = self.began_on is not None and today - self.began_on < DELOAD_LASTS + ASKED_AGAIN_AFTER
        if refused or recent or not trained:
            return None
        if len(set(signs)) >= SIGNS_FOR_A_DELOAD:
            return DeloadWhy.SIGNS
        return DeloadWhy.WEEKS if today - self._since(trained, today) >= DELOAD_AFTER else None

    def _since(self, trained: Sequence[date], today: date) -> date:
        """Return since when they have trained without a break or a lighter week."""
        returns = [back for before, back in pairwise([*trained, today]) if back - before >= A_BREAK]
        ended = self.began_on + DELOAD_LASTS if self.began_on else trained[0]
        return max([trained[0], *returns, ended])


def lighten(prescription: Prescription, load: Load) -> Prescription:
    """Ask less of a strength move: fewer sets, and where it is due fewer reps or seconds; it says why."""
    easing = EASINGS.get(load)
    if easing is None or prescription.phase is not Phase.STRENGTH:
        return prescription
    less = FEWER_REPS if prescription.mode is Mode.REPS else FEWER_SECONDS
    least = min(prescription.low, prescription.amount)
    amount = max(least, prescription.amount - less) if easing.in_reserve else prescription.amount
    sets, reason = easing.sets(prescription.sets), Reason("load", {"load": load.value})
    return replace(prescription, sets=sets, amount=amount, reason=reason)
