"""A place where people live, and the zone that its clocks follow."""

from dataclasses import dataclass

from babel import Locale, UnknownLocaleError


@dataclass(frozen=True, slots=True)
class Place:
    """A city; or a zone without one, whose country and region are empty."""

    name: str
    country: str
    region: str
    zone: str
    people: int

    def label(self, language: str = "en") -> str:
        """`Springfield, IL (United States)`, with the country as the language writes it."""
        name = f"{self.name}, {self.region}" if self.region else self.name
        country = _territory(self.country, language)
        return name if country in ("", name) else f"{name} ({country})"


def _territory(code: str, language: str) -> str:
    for locale in (_locale(language), Locale("en")):
        if code in locale.territories:
            return str(locale.territories[code])
    return code


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")
