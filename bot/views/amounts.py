"""How much: reps and seconds, sides, sets and tempo, in words."""

from functools import lru_cache

from bot.domain.exercise import Mode, Phase
from bot.domain.routine import Prescription
from bot.domain.sides import Amount, Lead, Pair
from bot.domain.words import Say
from bot.views.dates import listed
from bot.views.look import Look
from bot.views.moves import move_of


def amount_words(p: Prescription, look: Look, amount: Amount | None = None) -> str:
    """Return one set's amount: `12 each side`, `5 each way, each side`, `20 s`, `12 left, 10 right`."""
    ways = "-ways" if p.directions > 1 else ""
    if isinstance(amount, Pair) and amount.gap:
        return look.words.say("workout-amount-apart", how=f"{p.mode}{ways}", left=amount.left, right=amount.right)
    if isinstance(amount, Pair):
        amount = amount.lesser
    how = f"{p.mode}{ways}-{p.sides}"
    return _amount(look.words.say, how, p.amount if amount is None else amount)


@lru_cache(2048)
def _amount(say: Say, how: str, amount: int) -> str:
    """Fill the text once: each card says its amount three times."""
    return say("workout-amount", how=how, amount=amount)


def target_words(p: Prescription, look: Look) -> str:
    """Return one set's amount, and on which areas where there are several."""
    amount = amount_words(p, look)
    if not p.areas:
        return amount
    areas = move_of(p, look).words.areas
    names = listed([areas.get(area, area) for area in p.areas], look.words.language)
    return look.words.say("workout-amount-on-areas", amount=amount, areas=names)


def dose_words(p: Prescription, look: Look) -> str:
    """Return sets and amount in short: `2 × 12 each side`, `30 s each side, 4 areas`."""
    amount = amount_words(p, look)
    if len(p.areas) > 1:
        amount = look.words.say("workout-amount-on-count", amount=amount, count=len(p.areas))
    return amount if p.sets == 1 else look.words.say("workout-sets-of", sets=p.sets, amount=amount)


def count_words(mode: Mode, count: int, look: Look) -> str:
    """Return a bare number with its unit: `12 reps`, `20 s`."""
    return look.words.say("workout-count", mode=str(mode), count=count)


def tempo_words(p: Prescription, look: Look) -> str:
    """Return how slowly to move; nothing for holds and for the easy swinging of the warm-up."""
    if p.mode is Mode.HOLD or p.phase is not Phase.STRENGTH or not p.tempo.lift:
        return ""
    lift, pause, lower = p.tempo.lift, p.tempo.pause, p.tempo.lower
    return look.words.say("workout-tempo", lift=lift, pause=pause, lower=lower)


def lead_words(lead: Lead | None, look: Look) -> str:
    """Say which side goes first and why; nothing where none does."""
    if lead is None:
        return ""
    left, right = lead.pair.left, lead.pair.right
    return look.words.say("workout-lead", side=lead.side.value, left=left, right=right, times=lead.times)


def seconds_in_minutes(seconds: int) -> int:
    """Return whole minutes, at least one."""
    return max(1, round(seconds / 60))
