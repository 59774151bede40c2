"""The skeleton: bones of fixed length, joints that turn. A posture says how each is turned; from it follow all places."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from bot.domain.demonstration import ANGLES, SIDES, SINGLE, Pose
from bot.pictures.demonstrations.arrays import Array
from bot.pictures.demonstrations.rotation import about_x, about_y, about_z, between, vector

THIGH, SHANK, UPPER_ARM, FOREARM = 0.43, 0.41, 0.28, 0.245
ANKLE_HEIGHT = 0.076
"""Metres from the sole to the ankle."""

BONES: Mapping[str, tuple[str | None, tuple[float, float, float]]] = {
    "pelvis": (None, (0, 0, 0)),
    "waist": ("pelvis", (0, 0.11, -0.01)),
    "thorax": ("waist", (0, 0.15, -0.005)),
    "neck": ("thorax", (0, 0.205, -0.005)),
    "hip": ("pelvis", (0.088, 0, 0)),
    "knee": ("hip", (0, -THIGH, 0)),
    "ankle": ("knee", (0, -SHANK, 0)),
    "toes": ("ankle", (0.004, -0.046, 0.095)),
    "shoulder": ("thorax", (0.165, 0.175, -0.005)),
    "elbow": ("shoulder", (0, -UPPER_ARM, 0)),
    "wrist": ("elbow", (0, -FOREARM, 0)),
}
"""Each bone's parent, and where it begins as seen from there: the left side's; x, y and z in metres."""

_PAIRED = ("hip", "knee", "ankle", "toes", "shoulder", "elbow", "wrist")
_LIMB_ENDS = {"foot": "ankle", "hand": "wrist"}
_USUAL = {("shoulder", "abduct"): 8.0, ("elbow", "flex"): 8.0}
_HEAD = vector((0, 0.155, 0.02))


def _bones() -> dict[str, tuple[str | None, Array]]:
    found: dict[str, tuple[str | None, Array]] = {}
    for name, (parent, offset) in BONES.items():
        for side, sign in zip(SIDES, (1, -1), strict=True) if name in _PAIRED else [("", 1)]:
            own = f"{side}_{parent}" if parent in _PAIRED else parent
            found[f"{side}_{name}" if side else name] = (own, vector(offset) * (sign, 1, 1))
    return found


ALL_BONES = _bones()


@dataclass(frozen=True, slots=True)
class Posture:
    """Where the pelvis is, and how each bone is turned beside its parent."""

    pelvis: Array
    turns: Mapping[str, Array]

    def moved(self, by: Array) -> "Posture":
        """Slide the whole body."""
        return replace(self, pelvis=self.pelvis + by)

    def turned(self, turns: Mapping[str, Array]) -> "Posture":
        """Turn some joints further."""
        return replace(self, turns={**self.turns, **{name: self.turns[name] @ turn for name, turn in turns.items()}})


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where each bone begins, and its axes in the world."""

    places: Mapping[str, Array]
    axes: Mapping[str, Array]

    def at(self, point: str) -> Array:
        """Give the place of a joint, of the head, or of a foot or hand (its ankle or wrist)."""
        return self.places[joint_of(point)]


def joint_of(point: str) -> str:
    """Name the bone that stands for a point: a foot begins at its ankle, the spine at the waist."""
    if point in ("spine", "root"):
        return {"spine": "waist", "root": "pelvis"}[point]
    side, _, end = point.partition("_")
    return f"{side}_{_LIMB_ENDS[end]}" if end in _LIMB_ENDS else point


def stand(posture: Posture) -> Skeleton:
    """Follow the bones from the pelvis outward."""
    places: dict[str, Array] = {}
    axes: dict[str, Array] = {}
    for name, (parent, offset) in ALL_BONES.items():
        turn = posture.turns[name]
        if parent is None:
            places[name], axes[name] = posture.pelvis, turn
        else:
            places[name] = places[parent] + axes[parent] @ offset
            axes[name] = axes[parent] @ turn
    places["head"], axes["head"] = places["neck"] + axes["neck"] @ _HEAD, axes["neck"]
    return Skeleton(places, axes)


def halfway(start: Posture, end: Posture, share: float) -> Posture:
    """Go a share of the way from one posture to another, each joint by the shortest turn."""
    turns = {name: between(turn, end.turns[name], share) for name, turn in start.turns.items()}
    return Posture(start.pelvis * (1 - share) + end.pelvis * share, turns)


def posture(pose: Pose, facing: Array) -> Posture:
    """Turn the degrees of a pose into a posture of a body that faces somewhere."""
    angle = _Angles(pose)
    root = angle("root")
    turns = {
        "pelvis": facing @ about_x(root["lean"]) @ about_z(-root["tilt"]) @ about_y(root["turn"]),
        "waist": _trunk(angle("spine"), 0.45),
        "thorax": _trunk(angle("spine"), 0.55),
        "neck": _trunk(angle("neck"), 1),
    }
    for side, sign in zip(SIDES, (1, -1), strict=True):
        turns |= {f"{side}_{name}": turn for name, turn in _limbs(side, sign, angle).items()}
    return Posture(np.array([root["dx"], root["dy"], root["dz"]]), turns)


class _Angles:
    """Gives all angles of a joint, those the pose does not say too."""

    def __init__(self, pose: Pose) -> None:
        self._given = pose.angles

    def __call__(self, joint: str) -> dict[str, float]:
        kind = joint if joint in SINGLE else joint.partition("_")[2]
        usual = {name: _USUAL.get((kind, name), 0.0) for name in ANGLES[kind]}
        return {**usual, **self._given.get(joint, {})}


def _trunk(angle: Mapping[str, float], share: float) -> Array:
    return about_x(angle["bend"] * share) @ about_z(-angle["side"] * share) @ about_y(angle["twist"] * share)


def _limbs(side: str, sign: int, angle: _Angles) -> dict[str, Array]:
    ankle, wrist = angle(f"{side}_ankle"), angle(f"{side}_wrist")
    return {
        "hip": _ball(angle(f"{side}_hip"), sign),
        "knee": about_x(angle(f"{side}_knee")["flex"]),
        "ankle": about_y(sign * ankle["turn"]) @ about_x(ankle["point"]) @ about_z(sign * ankle["tilt"]),
        "toes": about_x(-ankle["toes"]),
        "shoulder": _ball(angle(f"{side}_shoulder"), sign),
        "elbow": about_x(-angle(f"{side}_elbow")["flex"]),
        "wrist": about_y(sign * wrist["turn"]) @ about_x(-wrist["bend"]) @ about_z(sign * wrist["side"]),
    }


def _ball(angle: Mapping[str, float], sign: int) -> Array:
    """Turn a hip or shoulder: forward, then away from the middle, then outward about its own bone."""
    return about_x(-angle["flex"]) @ about_z(sign * angle["abduct"]) @ about_y(sign * angle["rotate"])
