"""IANA zone names as tzdata spells and renames them."""

from functools import cache
from importlib import resources


def spelled(text: str) -> str | None:
    """Find the zone that somebody typed by its IANA name, in whatever case."""
    typed = text.strip().replace(" ", "_").casefold()
    # Without a slash only UTC and GMT count: "EST" has no summer time, and "Cuba" is a country.
    if "/" not in typed and typed not in ("utc", "gmt"):
        return None
    return next((canonical(zone) for zone in all_zones() if zone.casefold() == typed), None)


def canonical(zone: str) -> str:
    """Replace a former name (Europe/Kiev) by today's.

    Not every link is a former name: Europe/Stockholm only shares Berlin's rules. zone.tab lists the names in use.
    """
    return zone if zone in _in_use() else _links().get(zone, zone)


def all_zones() -> tuple[str, ...]:
    """Return every name that tzdata knows."""
    return tuple(resources.files("tzdata").joinpath("zones").read_text("utf-8").split())


@cache
def _in_use() -> frozenset[str]:
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    return frozenset(line.split("\t")[2] for line in table.splitlines() if not line.startswith("#"))


@cache
def _links() -> dict[str, str]:
    source = resources.files("tzdata").joinpath("zoneinfo", "tzdata.zi").read_text("utf-8")
    links = (line.split() for line in source.splitlines() if line.startswith("L "))
    return {former: zone for _, zone, former in links}
