"""Answers "where does this person live?" from what a chat can tell, without asking a service.

Each answer reads the city file anew (2 to 50 ms), so call it through `asyncio.to_thread`.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import chain, groupby
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from bot.places import areas, cities, languages, zones
from bot.places.place import Place
from bot.places.plain import plain
from bot.places.query import Query, last_words, queries
from bot.places.slip import one_slip

AT_MOST = 6
LONGEST_TEXT = 100
SHORTEST_START = 4
SHORTEST_SLIP = 5
LARGE = 300_000
# So many times larger, a city is meant unless somebody says otherwise: Berlin is not the one in Connecticut.
FAR_LARGER = 100
DWARFED = 10
CLOCK_TOLERANCE = 20
DAY = 24 * 60


class Inhabited(Protocol):
    """A place that can be weighed against another: its zone and its people."""

    @property
    def zone(self) -> str: ...
    @property
    def people(self) -> int: ...


Home = TypeVar("Home", bound=Inhabited)


class Places:
    """The cities of more than 15,000 people, and the zones they are in."""

    def named(self, text: str) -> tuple[Place, ...]:
        """Cities that a typed text may mean, largest first: of that very name, else of one that is like it."""
        return self.spelled(text) or self.like(text)

    def spelled(self, text: str) -> tuple[Place, ...]:
        """Cities, and those of countries and states, that are called just as the text says; zones by their name too."""
        if len(text) > LONGEST_TEXT:
            return ()
        if zone := zones.spelled(text):
            return (_in_zone(zone),)
        return _first(_exact(query) for query in queries(text))

    def like(self, text: str) -> tuple[Place, ...]:
        """Cities whose name begins so or has a slip less, those of a village's country, or that the last words name."""
        if len(text) > LONGEST_TEXT:
            return ()
        loose = [query for query in queries(text) if query.loose]
        return (
            _first(_starting(query) for query in loose)
            or _first(_slipped(query) for query in loose)
            or _first(_nearby(query) for query in loose)
            or _first(_exact(query) for query in last_words(text))
        )

    def settled(self, found: Sequence[Home]) -> Home | None:
        """The one that is meant, if all keep the same time or the largest leaves no doubt."""
        if not found:
            return None
        largest = max(found, key=lambda place: place.people)
        elsewhere = max((place.people for place in found if place.zone != largest.zone), default=0)
        return largest if largest.people >= FAR_LARGER * elsewhere else None

    def at_clock(self, minutes: int, now: datetime) -> tuple[Place, ...]:
        """Large cities where it is about so many minutes past midnight, one for each zone."""
        if now.tzinfo is None:
            raise ValueError("now needs a zone")
        off = {place: abs(_minutes_off(place.zone, minutes, now)) for place in cities.largest_of_each_zone()}
        near = sorted((place for place in off if off[place] <= CLOCK_TOLERANCE), key=lambda place: off[place])
        groups = (_spread(group, now) for _, group in groupby(near, key=lambda place: off[place]))
        return tuple(chain.from_iterable(groups))[:AT_MOST]

    def at_location(self, latitude: float, longitude: float) -> str:
        """The zone there; on the high seas one like Etc/GMT+2."""
        # Its shapes take 30 MB: only who shares a location pays for them.
        from tzfpy import get_tz

        return ZoneInfo(zones.canonical(get_tz(longitude, latitude))).key

    def guessed(self, language_code: str | None) -> Place | None:
        """The largest city of the country that a language hints at."""
        country = languages.country_of(language_code) if language_code else None
        return next(cities.within(country), None) if country else None


def _first(answers: Iterable[tuple[Place, ...]]) -> tuple[Place, ...]:
    return next(filter(None, answers), ())


def _exact(query: Query) -> tuple[Place, ...]:
    """Cities of this name, and of the country or state of this name: India is not only a town in Serbia."""
    found = _without_dwarfed(query.name, cities.with_name(query.name))
    return _choices((*filter(query.allows, found), *_one_for_each_zone(areas.named(query.name), query)))


def _without_dwarfed(name: str, found: Iterable[Place]) -> list[Place]:
    """Leave out a town that once had, or is elsewhere given, the name of a far larger city (Parys, for Paris)."""
    places = list(found)
    own = max((place.people for place in places if plain(place.name) == name), default=0)
    return [place for place in places if place.people * DWARFED > own or name in plain(place.name)]


def _starting(query: Query) -> tuple[Place, ...]:
    if len(query.name) < SHORTEST_START:
        return ()
    return _choices(filter(query.allows, cities.with_name_from(query.name)))


def _slipped(query: Query) -> tuple[Place, ...]:
    if len(query.name) < SHORTEST_SLIP:
        return ()
    near = (place for place, names in cities.large(LARGE) if any(one_slip(query.name, name) for name in names))
    return _choices(filter(query.allows, near))


def _nearby(query: Query) -> tuple[Place, ...]:
    """A village that the file does not know still has a country."""
    return _choices(_one_for_each_zone(chain.from_iterable(query.narrowed), query))


def _one_for_each_zone(asked: Iterable[areas.Area], query: Query) -> Iterable[Place]:
    found: dict[str, Place] = {}
    for place in filter(query.allows, chain.from_iterable(area.places() for area in asked)):
        found.setdefault(place.zone, place)
    return found.values()


def _choices(found: Iterable[Place]) -> tuple[Place, ...]:
    """One for each label; where six are not enough, another zone counts before another city."""
    labels: dict[tuple[str, str, str], Place] = {}
    for place in _by_size(found):
        labels.setdefault((place.name, place.region, place.country), place)
    zone_first = _in_turns((place.zone, place) for place in labels.values())
    return tuple(_by_size(zone_first[:AT_MOST]))


def _in_turns(places: Iterable[tuple[object, Place]]) -> list[Place]:
    """The first of each kind, then the second of each, and so on."""
    turns: dict[object, int] = {}
    ordered = []
    for kind, place in places:
        turns[kind] = turns.get(kind, 0) + 1
        ordered.append((turns[kind], place))
    return [place for _, place in sorted(ordered, key=lambda turn: turn[0])]


def _by_size(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda place: -place.people)


def _in_zone(zone: str) -> Place:
    return next(cities.in_zone(zone), Place(zone, "", "", ZoneInfo(zone).key, 0))


def _minutes_off(zone: str, minutes: int, now: datetime) -> int:
    there = now.astimezone(ZoneInfo(zone))
    return (there.hour * 60 + there.minute - minutes + DAY // 2) % DAY - DAY // 2


def _spread(places: Iterable[Place], now: datetime) -> list[Place]:
    """Large cities before small ones; among them one for each kind of clock first."""
    kinds = [(_kind_of_clock(place.zone, now), place) for place in _by_size(places)]
    return sorted(_in_turns(kinds), key=lambda place: place.people < LARGE)


def _kind_of_clock(zone: str, now: datetime) -> object:
    """Two zones of one continent that agree all year are one answer."""
    return zone.split("/", maxsplit=1)[0], _year(zone, now)


def _year(zone: str, now: datetime) -> tuple[timedelta | None, ...]:
    return tuple((now + timedelta(days=days)).astimezone(ZoneInfo(zone)).utcoffset() for days in range(0, 365, 14))
