"""Choosing among wordings: none again until all were used."""

from collections.abc import Mapping, Sequence


def fresh_wording(wordings: Sequence[str], used: Mapping[str, int], seed: int) -> str:
    """Return one of the least used wordings; `seed` (a day number) varies which. ValueError when there are none."""
    if not wordings:
        raise ValueError("there is nothing to choose from")
    fewest = min(used.get(wording, 0) for wording in wordings)
    fresh = [wording for wording in wordings if used.get(wording, 0) == fewest]
    return fresh[seed % len(fresh)]
