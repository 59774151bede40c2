"""The surface at each pixel that was hit: parts flow into their neighbours, so that cones become a body."""

from collections.abc import Mapping
from functools import cache

import numpy as np

from bot.domain.demonstration import SIDES
from bot.pictures.demonstrations.arrays import Field, Rows
from bot.pictures.demonstrations.cones import Cones

_TRUNK = ("pelvis", "lower_back", "upper_back")
_CHAINS = {
    "thigh": ("pelvis", "thigh", "shank"),
    "shank": ("thigh", "shank"),
    "upper_arm": ("upper_back", "upper_arm", "forearm"),
    "forearm": ("upper_arm", "forearm", "hand"),
    "hand": ("forearm", "hand"),
}
_BLEND: Mapping[str, float] = {
    "pelvis": 0.017,
    "lower_back": 0.02,
    "upper_back": 0.018,
    "thigh": 0.015,
    "shank": 0.009,
    "upper_arm": 0.012,
    "roller": 0.002,
    "band": 0.004,
    "hand": 0.004,
}
_USUAL_BLEND = 0.007


@cache
def flows_into(part: str) -> frozenset[str]:
    """Name the parts whose surface a part's own goes over into; itself too."""
    side, _, limb = part.partition("_")
    if part in _TRUNK:
        limbs = {"pelvis": ("thigh",), "upper_back": ("upper_arm",)}.get(part, ())
        return frozenset({*_TRUNK, *(f"{each}_{joined}" for each in SIDES for joined in limbs)})
    if side in SIDES and limb in _CHAINS:
        return frozenset(each if each in _TRUNK else f"{side}_{each}" for each in _CHAINS[limb])
    return frozenset({"neck", "head", "upper_back"}) if part == "neck" else frozenset({part})


def blend(part: str) -> float:
    """Tell over how many metres a part flows into others."""
    return _BLEND.get(part, _BLEND.get(part.partition("_")[2], _USUAL_BLEND))


def smooth(lot: Cones, part: str, points: Field) -> tuple[Field, Field]:
    """Blend one part's surface with what it flows into: give how far it is off (n,), and its normals (3, n).

    Points (3, n) and cones are as the viewer sees them: x right, y up, z towards the viewer.
    """
    flows, width = flows_into(part), np.float32(blend(part))
    total = np.zeros(points.shape[1], np.float32)
    away = np.zeros_like(points)
    for number in (row for row, each in enumerate(lot.parts) if each in flows):
        near = _near(lot, number, points, float(width) * 3.5)
        if len(near):
            distance, normal = _one(lot, number, points[:, near])
            weight = np.exp(-distance / width)
            total[near] += weight
            for axis in range(3):
                away[axis, near] += weight * normal[axis]
    length = np.sqrt((away * away).sum(0))
    return -width * np.log(np.maximum(total, 1e-6)), away / np.maximum(length, 1e-6)


def _near(lot: Cones, number: int, points: Field, reach: float) -> Rows:
    """Number the points that a cone can have a say in."""
    ra, rb = lot.ra[number] + reach, lot.rb[number] + reach
    low = np.minimum(lot.a[number] - ra, lot.b[number] - rb).astype(np.float32)
    high = np.maximum(lot.a[number] + ra, lot.b[number] + rb).astype(np.float32)
    inside = (points[0] > low[0]) & (points[0] < high[0])
    for axis in (1, 2):
        inside &= (points[axis] > low[axis]) & (points[axis] < high[axis])
    return np.flatnonzero(inside)


def _one(lot: Cones, number: int, points: Field) -> tuple[Field, Field]:
    """Give the distance from one cone (n,) and the direction away from it (3, n)."""
    a, axis = lot.a[number].astype(np.float32), (lot.b[number] - lot.a[number]).astype(np.float32)
    length = np.float32(max(float(np.sqrt((axis * axis).sum())), 1e-6))
    axis = axis / length
    ra, shrink = np.float32(lot.ra[number]), np.float32(lot.ra[number] - lot.rb[number])
    slope = np.float32(np.clip(shrink / length, -0.99, 0.99))
    off = points - a[:, None]
    along = axis[0] * off[0] + axis[1] * off[1] + axis[2] * off[2]
    square = off[0] * off[0] + off[1] * off[1] + off[2] * off[2]
    beside = np.sqrt(np.maximum(square - along * along, 0))
    step = np.clip(along - beside * (slope / np.sqrt(1 - slope * slope)), 0, length)
    far = np.sqrt(np.maximum(square - step * (2 * along - step), 1e-10))
    return far - (ra - step * (shrink / length)), (off - axis[:, None] * step) / far
