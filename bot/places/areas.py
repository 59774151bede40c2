"""Countries, and the states of the three countries where people add them to a city: what narrows a name down."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.places import cities
from bot.places.place import Place
from bot.places.plain import plain

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Area:
    """A country, or one region of it."""

    country: str
    region: str = ""

    def holds(self, place: Place) -> bool:
        return place.country == self.country and self.region in ("", place.region)

    def places(self) -> Iterator[Place]:
        return cities.within(self.country, self.region)


def named(name: str) -> frozenset[Area]:
    """Areas with this plain name; "georgia" is two."""
    return frozenset((*_countries_named(name), *(area for area, title in _regions() if plain(title) == name)))


def coded(code: str) -> frozenset[Area]:
    """Areas with this code; "ca" is Canada and California."""
    letters = code.upper()
    return frozenset((*_countries_coded(letters), *(area for area, _ in _regions() if area.region == letters)))


def _countries_named(name: str) -> Iterator[Area]:
    return (Area(line[:2]) for line in _country_lines() if f"|{name}|" in line)


def _countries_coded(code: str) -> Iterator[Area]:
    return (Area(code) for line in _country_lines() if line.startswith(f"{code}\t"))


def _country_lines() -> list[str]:
    return (HERE / "countries.tsv").read_text("utf-8").splitlines()[1:]


def _regions() -> Iterator[tuple[Area, str]]:
    with (HERE / "regions.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield Area(row["country"], row["code"]), row["name"]
