"""What a typed text may ask for: a name, perhaps narrowed down by a region or a country."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.places import areas
from bot.places.areas import Area
from bot.places.place import Place
from bot.places.plain import plain

_SEPARATORS = re.compile(r"[,;()\n，、،؛]+")
_WORDS_IN_AN_AREA = 4
_PARTS = 5


@dataclass(frozen=True, slots=True)
class Query:
    """A name, and for each word that narrows it the areas that this word may mean."""

    name: str
    narrowed: tuple[frozenset[Area], ...] = ()
    # Whether the start of a name, a slip or the area alone may do too.
    loose: bool = True

    def allows(self, place: Place) -> bool:
        return all(any(area.holds(place) for area in word) for word in self.narrowed)


def queries(text: str) -> tuple[Query, ...]:
    """The ways to read a text, the most literal first."""
    whole = plain(text)
    if not any(map(str.isalpha, whole)):
        return ()
    parts = [part for part in map(plain, _SEPARATORS.split(text)) if part][:_PARTS]
    if len(parts) > 1:
        return (Query(whole, loose=False), *_by_commas(parts))
    return (Query(whole), *_by_words(whole, areas_left=2))


def last_words(text: str) -> tuple[Query, ...]:
    """The city at the end of a sentence: `i live in new york` may ask for york, but asks for new york first."""
    words = [] if _SEPARATORS.search(text) else plain(text).split()
    return tuple(Query(" ".join(words[-count:]), loose=False) for count in (3, 2, 1) if count < len(words))


def _by_commas(parts: list[str]) -> Iterator[Query]:
    """`Paris, France`; a part that is no area (`Altona, Hamburg`) may be the city itself."""
    head, *tail = parts
    known = {part: area for part in tail if (area := areas.named(part) | areas.coded(part))}
    narrowed = tuple(known.values())
    yield Query(head, narrowed)
    yield from (Query(part, narrowed, loose=False) for part in tail if part not in known)


def _by_words(text: str, areas_left: int) -> Iterator[Query]:
    """`springfield illinois`, `springfield il usa`."""
    words = text.split() if areas_left else []
    for cut in range(max(1, len(words) - _WORDS_IN_AN_AREA), len(words)):
        name, end = " ".join(words[:cut]), " ".join(words[cut:])
        if area := areas.named(end) or areas.coded(end):
            # Two letters may just be a word: "austin tx", but also "call me".
            loose = len(end) > 2
            yield Query(name, (area,), loose)
            for inner in _by_words(name, areas_left - 1):
                yield Query(inner.name, (*inner.narrowed, area), loose and inner.loose)
