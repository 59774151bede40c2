"""Words that mean: stop training and see a clinician, now, today or this week; or that a kind word is due."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property


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


_Place = tuple[int, tuple[str, ...]]
"""Which condition, and which of its patterns."""

_Index = Mapping[str, AbstractSet[_Place]]

_RANKS = {urgency: at for at, urgency in enumerate(Urgency)}


@dataclass(frozen=True)
class RedFlags:
    """All conditions, and the phrases that deny the symptom right behind them (a comma between, and they do not)."""

    conditions: tuple[RedFlag, ...]
    negations: frozenset[str]

    @cached_property
    def _openings(self) -> tuple[_Index, _Index]:
        """Which patterns begin with a word, whole or as a beginning: most messages hold the first word of few."""
        whole, beginnings = defaultdict[str, set[_Place]](set), defaultdict[str, set[_Place]](set)
        for at, flag in enumerate(self.conditions):
            for pattern in flag.patterns:
                first = _alternatives(pattern[0])
                for word in first.whole:
                    whole[word].add((at, pattern))
                for phrase in first.beginnings:
                    beginnings[phrase.words[0].removesuffix("*")].add((at, pattern))
        return whole, beginnings

    def found_in(self, text: str) -> RedFlag | None:
        """Return the most urgent condition that a message tells of, None when there is none."""
        said = _said(_words(text))
        whole, beginnings = self._openings
        begun = {place for word in said.places for place in whole.get(word, ())}
        for start, places in beginnings.items():
            if any(word.startswith(start) for word in said.places):
                begun |= places
        if not begun:
            return None
        denied = {after for _, after in _spans(said, _phrases(self.negations))}
        hits = sorted(at for at, pattern in begun if _tells(said, denied, pattern))
        return min((self.conditions[at] for at in hits), key=lambda flag: _RANKS[flag.urgency], default=None)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a message, and where each of them stands."""

    words: Sequence[str]
    places: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words of a phrase, and whether what it covers is harmless."""

    words: tuple[str, ...]
    harmless: bool


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases by their first word, and those that begin with any ending."""

    whole: Mapping[str, Sequence[_Phrase]]
    beginnings: Sequence[_Phrase]


def _said(words: Sequence[str]) -> _Said:
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    return _Said(words, places)


def _tells(said: _Said, denied: set[int], pattern: tuple[str, ...]) -> bool:
    places = []
    for group in pattern:
        places.append([at for at, _ in _spans(said, _alternatives(group)) if at not in denied])
        if not places[-1]:
            return False
    first, *others = places
    return any(all(any(abs(at - there) <= WINDOW for there in other) for other in others) for at in first)


def _spans(said: _Said, phrases: _Phrases) -> list[tuple[int, int]]:
    """Find where phrases begin and end, without those that lie inside a harmless one."""
    found: list[tuple[int, int]] = []
    harmless: list[tuple[int, int]] = []
    for first, places in said.places.items():
        for phrase in phrases.whole.get(first, ()):
            (harmless if phrase.harmless else found).extend(_occurrences(said, phrase, places))
    for phrase in phrases.beginnings:
        for word, places in said.places.items():
            if _same(word, phrase.words[0]):
                (harmless if phrase.harmless else found).extend(_occurrences(said, phrase, places))
    return [(at, end) for at, end in found if not any(start <= at and end <= stop for start, stop in harmless)]


def _occurrences(said: _Said, phrase: _Phrase, places: Iterable[int]) -> list[tuple[int, int]]:
    length = len(phrase.words)
    return [
        (at, at + length)
        for at in places
        if at + length <= len(said.words) and all(map(_same, said.words[at : at + length], phrase.words))
    ]


def _same(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _words(text: str) -> list[str]:
    """Split into small words and punctuation; apostrophes are dropped, so that can't and cant are one word."""
    return re.findall(r"\w+|[,.;:!?\n]+", re.sub(r"['`\u00b4\u2018\u2019\u02bc]", "", text.casefold()))


@cache
def _alternatives(group: str) -> _Phrases:
    return _phrases(frozenset(group.split("|")))


@cache
def _phrases(texts: frozenset[str]) -> _Phrases:
    whole: dict[str, list[_Phrase]] = {}
    beginnings = []
    for text in texts:
        phrase = _Phrase(tuple(re.findall(r"[\w*]+|,", text.replace("'", ""))), text.lstrip().startswith("!"))
        if phrase.words[0].endswith("*"):
            beginnings.append(phrase)
        else:
            whole.setdefault(phrase.words[0], []).append(phrase)
    return _Phrases(whole, beginnings)
