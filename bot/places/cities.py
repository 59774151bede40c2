"""Reads cities.tsv, largest city first, without keeping it in memory.

The file is mapped, not loaded: its pages belong to the system's cache, and a search for raw bytes walks the whole of
it in 2 ms. Only lines that were found are decoded.
"""

from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path

from bot.places.place import Place

CITIES = Path(__file__).with_name("cities.tsv")


def with_name(name: str) -> Iterator[Place]:
    """Cities that have exactly this plain name, or it among their other names."""
    return _with(f"|{name}|")


def with_name_from(start: str) -> Iterator[Place]:
    """Cities with a name that starts so."""
    return _with(f"|{start}")


def within(country: str, region: str = "") -> Iterator[Place]:
    """Yield the cities of a country or of one of its regions, largest first."""
    needle = f"\t{country}\t{region}\t" if region else f"\t{country}\t"
    # Germany's code is Delaware's too.
    return (place for place in _with(needle) if place.country == country)


def in_zone(zone: str) -> Iterator[Place]:
    """Yield the cities of a zone, largest first."""
    return _with(f"\t{zone}\t")


def largest_of_each_zone() -> Iterator[Place]:
    """Yield one city per zone, largest first."""
    seen = set()
    with CITIES.open("rb") as file:
        next(file)
        for line in file:
            zone = line.split(b"\t", 4)[3]
            if zone not in seen:
                seen.add(zone)
                yield _place(line)


def large(people: int) -> Iterator[tuple[Place, list[str]]]:
    """Cities of at least so many people, with all their plain names."""
    with CITIES.open("rb") as file:
        next(file)
        for line in file:
            place = _place(line)
            if place.people < people:
                return
            yield place, line.rsplit(b"\t", 1)[1].decode().strip("|\n").split("|")


def _with(text: str) -> Iterator[Place]:
    needle = text.encode()
    with CITIES.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as table:
        found = table.find(needle)
        while found >= 0:
            start, end = table.rfind(b"\n", 0, found) + 1, table.find(b"\n", found)
            yield _place(table[start:end])
            found = table.find(needle, end)


def _place(line: bytes) -> Place:
    name, country, region, zone, people, _ = line.decode().split("\t")
    return Place(name, country, region, zone, int(people))
