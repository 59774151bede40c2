"""Which of a body's spheres stand for a part that can touch something."""

from collections.abc import Iterable, Sequence

import numpy as np

from bot.domain.demonstration import PARTS, SIDES
from bot.pictures.demonstrations.arrays import Rows

End = tuple[str, float, float, float, float]
"""A bone, a place seen from it (x outward), and a radius, all in metres."""

_STEPS = 5
"""Spheres on each cone, see `Cones.spheres`."""
_OUTER, _LOWEST = 0.05, -0.05
"""How far from the middle a hip begins, and how far down the thigh it ends, in metres."""


def samples(ends: tuple[Sequence[End], Sequence[End]], parts: Sequence[str]) -> dict[str, Rows]:
    """Number the spheres of each part, those of all cones' first ends first; `ends` and `parts` are those of cones."""
    count = len(parts)
    numbered = [(row + late * (_STEPS - 1) * count, end) for late in (0, 1) for row, end in enumerate(ends[late])]
    found = {part: _spheres(_cones_of(part, parts), range(_STEPS), count) for part in PARTS}
    for side in SIDES:
        for joint in ("knee", "elbow", "shoulder"):
            found[f"{side}_{joint}"] = np.array(
                [row for row, end in numbered if end[:4] == (f"{side}_{joint}", 0, 0, 0)]
            )
        found[f"{side}_hip"] = np.array([row for row, end in numbered if _is_hip(end, side)])
        heel, *toes, _ = _cones_of(f"{side}_foot", parts)
        found[f"{side}_heel"] = _spheres([heel], [0], count)
        found[f"{side}_toes"] = _spheres(toes, [_STEPS - 1], count)
    return found


def _cones_of(part: str, parts: Sequence[str]) -> list[int]:
    return [row for row, each in enumerate(parts) if each == part]


def _spheres(rows: Sequence[int], steps: Iterable[int], count: int) -> Rows:
    return np.array([row + step * count for step in steps for row in rows], dtype=np.intp)


def _is_hip(end: End, side: str) -> bool:
    bone, x, y, *_ = end
    outward = x if side == "left" else -x
    return (bone == "pelvis" and outward > _OUTER) or (bone == f"{side}_hip" and y > _LOWEST)
