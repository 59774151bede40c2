"""Choosing among wordings: none again until all were used."""

from collections.abc import Mapping, Sequence


def fresh_wording(wordings: Sequence[str], used: Mapping[str, int], seed: int) -> str:
    """Return the first of the least used wordings, in an order that `seed` sets: none comes twice in a row.

    ValueError when there are none.
    """
    if not wordings:
        raise ValueError("there is nothing to choose from")
    fewest = min(used.get(wording, 0) for wording in wordings)
    start = seed % len(wordings)
    in_turn = (*wordings[start:], *wordings[:start])
    return next(wording for wording in in_turn if used.get(wording, 0) == fewest)
