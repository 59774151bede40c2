"""The zone data: the pinned package, and no other."""

import zoneinfo
from importlib.metadata import PackageNotFoundError, version

from bot.doctor.finding import Finding, fault, ok

NAME = "zone data"
PACKAGE = "tzdata"
TRIED = "Europe/Berlin"
INSTALL = "Run `make install`, or pip install tzdata."


def zone_data(search_path: str) -> Finding:
    """Tell whether zones come from the package alone."""
    try:
        zoneinfo.ZoneInfo.no_cache(TRIED)
        installed = version(PACKAGE)
    except (zoneinfo.ZoneInfoNotFoundError, PackageNotFoundError):
        return fault(NAME, f"The package {PACKAGE} is missing or broken, no local time can be told. {INSTALL}")
    if search_path or zoneinfo.TZPATH:
        return fault(NAME, "PYTHONTZPATH names other zone data, which may be older than the package. Unset it.")
    return ok(NAME, f"{PACKAGE} {installed}")
