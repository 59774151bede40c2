"""Where muscles lie under the skin: a line on a bone, and how far their glow reaches."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from bot.pictures.demonstrations.arrays import MICROMETRE, Array
from bot.pictures.demonstrations.rotation import vector
from bot.pictures.demonstrations.skeleton import Skeleton

Place = tuple[float, float, float]

_MUSCLES: Mapping[str, tuple[str, Place, Place, float]] = {
    "glute_max": ("pelvis", (0.07, 0.005, -0.11), (0.095, -0.055, -0.095), 0.09),
    "glute_med": ("pelvis", (0.112, 0.065, -0.015), (0.135, -0.005, 0.0), 0.08),
    "deep_rotators": ("pelvis", (0.05, 0.0, -0.12), (0.115, -0.03, -0.07), 0.055),
    "tfl": ("hip", (0.085, 0.01, 0.055), (0.085, -0.16, 0.03), 0.05),
    "hip_flexors": ("hip", (0.0, 0.01, 0.075), (0.0, -0.12, 0.085), 0.06),
    "hamstrings": ("hip", (0.025, -0.12, -0.075), (0.025, -0.34, -0.05), 0.075),
    "quads": ("hip", (0.01, -0.12, 0.085), (0.01, -0.35, 0.06), 0.065),
    "adductors": ("hip", (-0.07, -0.06, 0.012), (-0.05, -0.29, 0.01), 0.06),
    "calves": ("knee", (0.0, -0.06, -0.06), (0.0, -0.21, -0.05), 0.052),
    "obliques": ("waist", (0.12, -0.03, 0.055), (0.13, 0.11, 0.05), 0.085),
    "abs": ("waist", (0.03, -0.06, 0.09), (0.03, 0.12, 0.1), 0.06),
    "lower_back": ("waist", (0.035, -0.05, -0.09), (0.035, 0.12, -0.1), 0.055),
}
"""The bone, both ends of the line on the left side (x outward), and the reach; metres."""

_THICKNESS = {"pelvis": "hips", "waist": "waist", "hip": "thigh", "knee": "calf"}
"""What of the build makes the body thicker round a bone."""


@dataclass(frozen=True, slots=True)
class Glow:
    """A line in the world, its reach in metres, and how strongly it glows, 0 to 1."""

    a: Array
    b: Array
    reach: float
    strength: float

    def seen_from(self, turn: Array) -> "Glow":
        """Turn it so that x runs right, y up and z towards the viewer."""
        return replace(self, a=np.round(turn @ self.a, MICROMETRE), b=np.round(turn @ self.b, MICROMETRE))


def glow(muscle: str, skeleton: Skeleton, strength: float, build: Mapping[str, float]) -> Glow:
    """Find a muscle such as `glute_med_left`; in a thicker body it lies farther out."""
    name, _, side = muscle.rpartition("_")
    bone, a, b, reach = _MUSCLES[name]
    sign = 1 if side == "left" else -1
    joint = bone if bone in ("pelvis", "waist") else f"{side}_{bone}"
    place, axes = skeleton.places[joint], skeleton.axes[joint]
    thick = build.get(_THICKNESS[bone], 1.0)
    outward = vector((sign * thick, 1, thick))
    return Glow(place + axes @ (vector(a) * outward), place + axes @ (vector(b) * outward), reach * thick, strength)
