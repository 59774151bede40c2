"""The surface at each pixel that was hit: parts flow into their neighbours, so that cones become a body."""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from bot.domain.demonstration import SIDES
from bot.pictures.demonstrations.cones import Cones

Field = NDArray[np.float32]

_TRUNK = ("pelvis", "lower_back", "upper_back")
_BLEND: Mapping[str, float] = {"pelvis": 0.016, "lower_back": 0.018, "upper_back": 0.014, "thigh": 0.014, "upper_arm": 0.012}
_USUAL_BLEND = 0.007


@cache
def flows_into(part: str) -> frozenset[str]:
    """Name the parts whose surface a part's own goes over into; itself too."""
    side, _, limb = part.partition("_")
    if part in _TRUNK:
        limbs = {"thigh"} if part == "pelvis" else {"upper_arm"} if part == "upper_back" else set()
        return frozenset({*_TRUNK, *(f"{each}_{limb}" for each in SIDES for limb in limbs)} | ({"neck"} if limbs else set()))
    chains = {
        "thigh": ("pelvis", "thigh", "shank"),
        "shank": ("thigh", "shank"),
        "upper_arm": ("upper_back", "upper_arm", "forearm"),
        "forearm": ("upper_arm", "forearm", "hand"),
        "hand": ("forearm", "hand"),
    }
    if side in SIDES and limb in chains:
        return frozenset(each if each in _TRUNK else f"{side}_{each}" for each in chains[limb])
    return frozenset({"neck", "head", "upper_back"}) if part == "neck" else frozenset({part})


def blend(part: str) -> float:
    """Tell over how many metres a part flows into others."""
    return _BLEND.get(part, _BLEND.get(part.partition("_")[2], _USUAL_BLEND))


def smooth(lot: Cones, part: str, points: Field, towards: Field) -> tuple[Field, Field]:
    """Move points (n, 3) of one part along the view onto the blended surface; give the ways moved, and the normals.

    `towards` is the direction to the viewer. A way is metres towards the viewer.
    """
    flows = flows_into(part)
    rows = [number for number, each in enumerate(lot.parts) if each in flows]
    moved = np.zeros(len(points), np.float32)
    width = blend(part)
    normals = np.zeros_like(points)
    for _ in range(2):
        distance, normals = _blended(lot, rows, points + moved[:, None] * towards, width)
        facing = np.maximum(normals @ towards, 0.35)
        moved = moved - np.clip(distance / facing, -0.02, 0.02).astype(np.float32)
    return moved, normals


def _blended(lot: Cones, rows: Sequence[int], points: Field, width: float) -> tuple[Field, Field]:
    """Give the distance from a soft union of cones, and the direction away from it."""
    total = np.zeros(len(points), np.float32)
    away = np.zeros_like(points)
    for number in rows:
        near = _near(lot, number, points, width * 4)
        if not len(near):
            continue
        distance, normal = _one(lot, number, points[near])
        weight = np.exp(-distance / np.float32(width))
        total[near] += weight
        away[near] += weight[:, None] * normal
    safe = np.maximum(total, 1e-6)
    distance = -np.float32(width) * np.log(safe)
    return distance, away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-6)


def _near(lot: Cones, number: int, points: Field, reach: float) -> NDArray[np.intp]:
    """Number the points that a cone can have a say in."""
    ra, rb = lot.ra[number] + reach, lot.rb[number] + reach
    low = np.minimum(lot.a[number] - ra, lot.b[number] - rb).astype(np.float32)
    high = np.maximum(lot.a[number] + ra, lot.b[number] + rb).astype(np.float32)
    return np.flatnonzero(((points > low) & (points < high)).all(axis=1))


def _one(lot: Cones, number: int, points: Field) -> tuple[Field, Field]:
    """Give the distance from one cone and the direction away from it."""
    a, axis = lot.a[number].astype(np.float32), (lot.b[number] - lot.a[number]).astype(np.float32)
    ra, rb = np.float32(lot.ra[number]), np.float32(lot.rb[number])
    length = np.float32(max(float(np.linalg.norm(axis)), 1e-6))
    slope = np.float32(np.clip((ra - rb) / length, -0.99, 0.99))
    off = points - a
    along = off @ axis / length
    beside = np.sqrt(np.maximum((off * off).sum(1) - along * along, 0))
    share = np.clip((along - beside * slope / np.sqrt(1 - slope * slope)) / length, 0, 1)
    away = off - share[:, None] * axis
    far = np.linalg.norm(away, axis=1)
    return far - (ra + share * (rb - ra)), away / np.maximum(far, 1e-6)[:, None]
