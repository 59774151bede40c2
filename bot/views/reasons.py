"""Why a target is what it is."""

from collections.abc import Mapping
from datetime import date

from bot.domain.exercise import Phase
from bot.domain.routine import Prescription
from bot.views.dates import day_words
from bot.views.look import Look
from bot.views.moves import exercise_name

_TEXTS = {
    "start": "reason-start",
    "more_reps": "reason-more-reps",
    "more_seconds": "reason-more-seconds",
    "rung_up": "reason-rung-up",
    "rung_beyond": "reason-rung-beyond",
    "pause_up": "reason-pause-up",
    "set_up": "reason-set-up",
    "top_up": "reason-top-up",
    "top_once": "reason-top-once",
    "top_stays": "reason-top-stays",
    "full_range": "reason-full-range",
    "stays_sets": "reason-stays-sets",
    "stays_below": "reason-stays-below",
    "stays_unknown": "reason-stays-unknown",
    "stays_effort": "reason-stays-effort",
    "stays_max": "reason-stays-max",
    "waited": "reason-waited",
    "load": "reason-load",
    "easier_now": "reason-easier-now",
    "harder_now": "reason-harder-now",
    "tried": "reason-tried",
    "kept": "reason-kept",
    "kept_now": "reason-kept-now",
    "back_set": "reason-back-set",
    "back_pause": "reason-back-pause",
    "back_rung": "reason-back-rung",
    "back_amount": "reason-back-amount",
    "amber_rung": "reason-amber-rung",
    "amber_range": "reason-amber-range",
    "red_rung": "reason-red-rung",
    "red_range": "reason-red-range",
    "eased_now": "reason-eased-now",
    "spared_now": "reason-spared-now",
    "worse": "reason-worse",
    "waits": "reason-waits",
    "respite_swap": "reason-respite-swap",
    "respite_instead": "reason-respite-instead",
    "comfort_back": "reason-comfort-back",
    "steady": "reason-steady",
    "steady_less": "reason-steady-less",
}


def reason_words(p: Prescription, look: Look) -> str:
    """Return why; nothing where it goes without saying (warm-up and cool-down as ever), or for a rule long gone."""
    ordinary = p.phase is not Phase.STRENGTH and p.reason.key == "start"
    key = None if ordinary else _TEXTS.get(p.reason.key)
    return look.words.say(key, **_readable(p.reason.arguments, look)) if key else ""


def _readable(arguments: Mapping[str, str | int], look: Look) -> dict[str, str | int]:
    """Name exercises and days as people do."""
    said = dict(arguments)
    if "exercise" in said:
        said["exercise"] = exercise_name(str(said["exercise"]), look)
    if "until" in said:
        said["until"] = day_words(date.fromordinal(int(said["until"])), look.words.language)
    return said
