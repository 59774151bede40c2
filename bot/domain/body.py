"""Where it hurts: which places a move's own file knows something about, and which one a message names."""

from collections import Counter
from collections.abc import Mapping
from re import findall

from bot.domain.exercise import Exercise
from bot.domain.library import Library

NOT_OF_THE_BODY = frozenset({"balance"})
"""Areas to spare that are no part of the body."""

ELSEWHERE = "elsewhere"
"""Where the coach knows nothing about."""

LONGEST_NAME = 5
"""Words: what is longer is a sentence, and may say more than a place."""


def areas_of(exercise: Exercise, library: Library) -> tuple[str, ...]:
    """Return the areas for which the safety matrix changes something about an exercise (evidence 1), in their order."""
    return tuple(area for area in library.areas if area in exercise.limits and area not in NOT_OF_THE_BODY)


def area_named(text: str, labels: Mapping[str, str]) -> str | None:
    """Return the area whose label a short message names, None when it names none, or more than one as well.

    A word counts the less the more labels share it; where two are named as well, the shorter label is meant.
    """
    said = set(findall(r"[^\W\d_]+", text.casefold()))
    if len(text.split()) > LONGEST_NAME:
        return None
    words = {area: _words(area, label) for area, label in labels.items() if area not in NOT_OF_THE_BODY}
    shared = Counter(word for each in words.values() for word in each)
    named = {area: (sum(1 / shared[word] for word in each & said), -len(each)) for area, each in words.items()}
    best = max(named.values(), default=(0, 0))
    found = [area for area, score in named.items() if score == best]
    return found[0] if best[0] and len(found) == 1 else None


def _words(area: str, label: str) -> frozenset[str]:
    return frozenset(findall(r"[^\W\d_]+", f"{area} {label}".replace("_", " ").casefold()))
