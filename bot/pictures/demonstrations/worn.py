"""What is worn: an elastic band round both legs, a weight round an ankle."""

from collections.abc import Mapping

import numpy as np

from bot.domain.demonstration import SIDES
from bot.pictures.demonstrations.arrays import Array
from bot.pictures.demonstrations.cones import Cones, cones
from bot.pictures.demonstrations.rotation import across, unit
from bot.pictures.demonstrations.skeleton import Skeleton

BANDS = {
    "thighs": ("hip", "knee", 0.66, 0.073),
    "knees": ("hip", "knee", 0.84, 0.064),
    "ankles": ("knee", "ankle", 0.86, 0.043),
}
"""Where a band sits: from which joint to which, how far down, and how thick the leg is there."""

_THREAD = 0.0095


def band(place: str, skeleton: Skeleton, build: Mapping[str, float]) -> Cones:
    """Lay a loop round both legs, as thick as the build says: half circles outside, straight between them."""
    upper, lower, share, usual = BANDS[place]
    radius = usual * max(build.get("calf" if place == "ankles" else "thigh", 1.0), 1.0)
    centres = [_along(skeleton, side, upper, lower, share) for side in SIDES]
    axis = unit(skeleton.axes[f"left_{upper}"][:, 1] + skeleton.axes[f"right_{upper}"][:, 1])
    across_legs = unit(across(centres[1] - centres[0], axis))
    over = np.cross(axis, across_legs)
    ring = [
        centre + radius * (np.cos(angle) * across_legs + np.sin(angle) * over)
        for centre, start in zip(centres, (np.pi / 2, -np.pi / 2), strict=True)
        for angle in np.linspace(start, start + np.pi, 14)
    ]
    rows = []
    for lift in (-0.014, 0.0, 0.014):
        path = [point + axis * lift for point in ring]
        rows += [(p, _THREAD, q, _THREAD) for p, q in zip(path, path[1:] + path[:1], strict=True)]
    return cones(rows, "band", "band")


def ankle_weight(side: str, skeleton: Skeleton) -> Cones:
    """Put a cuff above the ankle."""
    knee, ankle = skeleton.places[f"{side}_knee"], skeleton.places[f"{side}_ankle"]
    up = unit(knee - ankle)
    rows = [(ankle + up * low, 0.049, ankle + up * (low + 0.022), 0.049) for low in (0.05, 0.078, 0.106)]
    return cones(rows, "weight", "weight")


def _along(skeleton: Skeleton, side: str, upper: str, lower: str, share: float) -> Array:
    start, end = skeleton.places[f"{side}_{upper}"], skeleton.places[f"{side}_{lower}"]
    return start + (end - start) * share
