"""Limbs that reach for a place: two bones bend so that a foot or hand comes where it is planted."""

from dataclasses import dataclass

import numpy as np

from bot.pictures.demonstrations.arrays import Array
from bot.pictures.demonstrations.rotation import about, about_x, across, unit
from bot.pictures.demonstrations.skeleton import FOREARM, SHANK, THIGH, UPPER_ARM, Posture, Skeleton

_STRETCH = 0.998
"""How much of its length a limb uses at most when the body settles."""
_BENT = 0.04
"""A knee or elbow this far from the line of its limb, in metres, says for all poses where it points."""
_STRAIGHT = 0.012
"""A knee or elbow nearer than this to the line of its limb, in metres, does not tell where it points."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where an ankle or wrist goes, and how the foot or hand is turned there.

    `pole` is where the knee or elbow points, `heel` by how many degrees the heel is lifted off the toes; it `slides` to
    another place, or is lifted on its way.
    """

    limb: str
    place: Array
    axes: Array
    pole: Array | None = None
    heel: float = 0.0
    slides: bool = False


def bend_of(skeleton: Skeleton, limb: str) -> Array | None:
    """Tell where a knee or elbow points; nothing when the limb is straight."""
    side, end = limb.split("_")
    upper, middle, lower = ("hip", "knee", "ankle") if end == "foot" else ("shoulder", "elbow", "wrist")
    root = skeleton.places[f"{side}_{upper}"]
    along = unit(skeleton.places[f"{side}_{lower}"] - root)
    off = across(skeleton.places[f"{side}_{middle}"] - root, along)
    return unit(off) if float(np.linalg.norm(off)) > _BENT else None


def shortfall(skeleton: Skeleton, target: Target) -> float:
    """Tell how many metres a limb is too short for its target; 0 when it reaches."""
    upper, lengths = _limb(target.limb)
    return max(float(np.linalg.norm(target.place - skeleton.places[upper])) - sum(lengths) * _STRETCH, 0.0)


def height_over(skeleton: Skeleton, target: Target) -> float:
    """Tell how high a hip is over a planted ankle when the knee stays as bent as it is, in metres."""
    side, _ = target.limb.split("_")
    hip, ankle = skeleton.places[f"{side}_hip"], skeleton.places[f"{side}_ankle"]
    leg = min(float(np.linalg.norm(hip - ankle)), (THIGH + SHANK) * _STRETCH)
    aside = float(np.hypot(*(target.place - hip)[[0, 2]]))
    return float(np.sqrt(max(leg * leg - aside * aside, 0.0)))


def reach(posture: Posture, skeleton: Skeleton, target: Target, swivel: float = 0.0) -> Posture:
    """Bend one limb to its target, as far as it is long; `swivel` turns its knee outward by degrees."""
    side, end = target.limb.split("_")
    upper, middle, lower = ("hip", "knee", "ankle") if end == "foot" else ("shoulder", "elbow", "wrist")
    _, lengths = _limb(target.limb)
    root = skeleton.places[f"{side}_{upper}"]
    way = target.place - root
    along, distance = unit(way), float(np.linalg.norm(way))
    reachable = min(max(distance, abs(lengths[0] - lengths[1]) + 1e-3), sum(lengths) - 1e-4)
    pole = _pole(skeleton, target, (f"{side}_{upper}", f"{side}_{middle}"), along)
    pole = _swivelled(pole, along, skeleton.axes["pelvis" if end == "foot" else "thorax"][:, 0], side, swivel)
    foot = (lengths[0] ** 2 - lengths[1] ** 2 + reachable**2) / (2 * reachable)
    bend = root + along * foot + pole * np.sqrt(max(lengths[0] ** 2 - foot**2, 0))
    upper_axes, lower_axes = _axes(root, bend, root + along * reachable, pole if end == "foot" else -pole)
    parent = skeleton.axes["pelvis" if end == "foot" else "thorax"]
    turns = {
        f"{side}_{upper}": parent.T @ upper_axes,
        f"{side}_{middle}": upper_axes.T @ lower_axes,
        f"{side}_{lower}": lower_axes.T @ target.axes,
    }
    if end == "foot":
        turns[f"{side}_toes"] = about_x(-target.heel)
    return Posture(posture.pelvis, {**posture.turns, **turns})


def _limb(limb: str) -> tuple[str, tuple[float, float]]:
    """Name the joint a foot or hand hangs from, and give the lengths of both bones."""
    side, end = limb.split("_")
    return (f"{side}_hip", (THIGH, SHANK)) if end == "foot" else (f"{side}_shoulder", (UPPER_ARM, FOREARM))


def _pole(skeleton: Skeleton, target: Target, joints: tuple[str, str], along: Array) -> Array:
    """Say where the knee points: as planted, else as it stands now, else where the limb's own front is."""
    upper, middle = joints
    if target.pole is not None:
        off = across(target.pole, along)
        if float(np.linalg.norm(off)) > _STRAIGHT:
            return unit(off)
    off = across(skeleton.places[middle] - skeleton.places[upper], along)
    if float(np.linalg.norm(off)) > _STRAIGHT:
        return unit(off)
    front = skeleton.axes[upper][:, 2] * (1 if target.limb.endswith("foot") else -1)
    return unit(across(front, along))


def _swivelled(pole: Array, along: Array, left: Array, side: str, degrees: float) -> Array:
    """Turn the knee about the line from hip to foot; more is always away from the middle."""
    if not degrees:
        return pole
    outward = left if side == "left" else -left
    sign = 1 if float(np.cross(along, pole) @ outward) >= 0 else -1
    return about(along, np.radians(sign * degrees)) @ pole


def _axes(start: Array, bend: Array, end: Array, front: Array) -> tuple[Array, Array]:
    """Build the axes of both bones: y runs back along each, z looks to the front."""
    upper, lower = unit(start - bend), unit(bend - end)
    ahead = unit(across(front, upper))
    left = np.cross(upper, ahead)
    return np.stack([left, upper, ahead], axis=1), np.stack([left, lower, np.cross(left, lower)], axis=1)
