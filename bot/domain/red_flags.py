"""Words that mean: stop training and see a clinician, now, today or this week; or that a kind word is due."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Urgency(StrEnum):
    """What a message asks for, most urgent first: people now, a clinician now, today or this week, or kindness."""

    CRISIS = "crisis"
    EMERGENCY = "emergency"
    TODAY = "today"
    THIS_WEEK = "this_week"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A condition and how people say it: every group of a pattern must be found, none of it denied.

    A group is phrases with `|` between them. In a phrase, `*` ends a word with any ending and a `*` alone is any one
    word; a phrase after `!` is harmless, and takes out what it covers: in `chest|!chest up`, "chest up" is no chest.
    """

    id: str
    urgency: Urgency
    patterns: tuple[tuple[str, ...], ...]


WINDOW = 9
"""How many words a pattern's other groups may lie from its first; a punctuation mark counts as a word."""


@dataclass(frozen=True, slots=True)
class RedFlags:
    """All conditions, and the phrases that deny the symptom right behind them (a comma between, and they do not)."""

    conditions: tuple[RedFlag, ...]
    negations: frozenset[str]

    def found_in(self, text: str) -> RedFlag | None:
        """Return the most urgent condition that a message tells of, None when there is none."""
        words = _words(text)
        denied = {after for _, after in _spans(words, self.negations)}
        hits = [flag for flag in self.conditions if any(_tells(words, denied, pattern) for pattern in flag.patterns)]
        return min(hits, key=lambda flag: list(Urgency).index(flag.urgency), default=None)


def _tells(words: Sequence[str], denied: set[int], pattern: tuple[str, ...]) -> bool:
    places = []
    for group in pattern:
        places.append([at for at, _ in _spans(words, group.split("|")) if at not in denied])
        if not places[-1]:
            return False
    first, *others = places
    return any(all(any(abs(at - there) <= WINDOW for there in other) for other in others) for at in first)


def _spans(words: Sequence[str], phrases: Iterable[str]) -> list[tuple[int, int]]:
    """Find where phrases begin and end, without those that lie inside a harmless one."""
    found: list[tuple[int, int]] = []
    harmless: list[tuple[int, int]] = []
    for phrase in phrases:
        (harmless if phrase.lstrip().startswith("!") else found).extend(_occurrences(words, _phrase(phrase)))
    return [(at, end) for at, end in found if not any(start <= at and end <= stop for start, stop in harmless)]


def _occurrences(words: Sequence[str], phrase: Sequence[str]) -> list[tuple[int, int]]:
    if not phrase[0].endswith("*") and phrase[0] not in words:
        return []
    return [
        (at, at + len(phrase))
        for at in range(len(words) - len(phrase) + 1)
        if all(_same(words[at + i], wanted) for i, wanted in enumerate(phrase))
    ]


def _same(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _words(text: str) -> list[str]:
    """Split into small words and punctuation; apostrophes are dropped, so that can't and cant are one word."""
    return re.findall(r"\w+|[,.;:!?\n]+", re.sub(r"['`\u00b4\u2018\u2019\u02bc]", "", text.casefold()))


@cache
def _phrase(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[\w*]+|,", text.replace("'", "")))
