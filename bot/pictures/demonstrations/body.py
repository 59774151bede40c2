"""The body: round cones on the bones, thicker or thinner by figure, dressed in its colours."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bot.domain.demonstration import SIDES, Figure
from bot.pictures.demonstrations.arrays import Array, Rows
from bot.pictures.demonstrations.cones import Cones
from bot.pictures.demonstrations.hair import hair
from bot.pictures.demonstrations.parts import End, samples
from bot.pictures.demonstrations.rotation import vector
from bot.pictures.demonstrations.skeleton import Skeleton


@dataclass(frozen=True, slots=True)
class Piece:
    """One cone on the skeleton: its part, its cloth, what of the build makes it thicker, and both ends."""

    part: str
    cloth: str
    build: str
    a: End
    b: End


_TRUNK = (
    Piece(
        "pelvis", "bottom", "hips", ("pelvis", 0.064, 0.022, -0.005, 0.086), ("pelvis", -0.064, 0.022, -0.005, 0.086)
    ),
    Piece("pelvis", "bottom", "waist", ("pelvis", 0, 0.02, -0.012, 0.086), ("waist", 0, -0.015, -0.004, 0.079)),
    Piece("lower_back", "top", "waist", ("waist", 0, -0.005, -0.004, 0.079), ("thorax", 0, 0.02, -0.002, 0.086)),
    Piece("lower_back", "top", "belly", ("waist", 0, -0.03, 0.02, 0.066), ("thorax", 0, -0.02, 0.016, 0.068)),
    Piece("upper_back", "top", "chest", ("thorax", 0, 0.02, -0.002, 0.086), ("thorax", 0, 0.14, -0.006, 0.084)),
    Piece("upper_back", "top", "chest", ("thorax", 0.09, 0.15, -0.008, 0.07), ("thorax", -0.09, 0.15, -0.008, 0.07)),
    Piece(
        "upper_back", "top", "neck", ("thorax", 0.098, 0.188, -0.006, 0.045), ("thorax", -0.098, 0.188, -0.006, 0.045)
    ),
    Piece("neck", "skin", "neck", ("thorax", 0, 0.19, -0.008, 0.05), ("head", 0, -0.06, -0.014, 0.046)),
    Piece("head", "skin", "head", ("head", 0, 0.01, 0.003, 0.093), ("head", 0, -0.058, 0.03, 0.06)),
    Piece("head", "skin", "head", ("head", 0, -0.014, 0.092, 0.011), ("head", 0, -0.032, 0.098, 0.013)),
)
_SIDED = (
    Piece("pelvis", "bottom", "waist", ("pelvis", 0.06, 0.022, -0.005, 0.086), ("waist", 0.05, -0.015, 0, 0.074)),
    Piece("pelvis", "bottom", "seat", ("pelvis", 0.062, 0.0, -0.032, 0.086), ("pelvis", 0.068, -0.045, -0.03, 0.08)),
    Piece("lower_back", "top", "waist", ("waist", 0.05, -0.005, 0, 0.074), ("thorax", 0.062, 0.02, 0.004, 0.082)),
    Piece("upper_back", "top", "chest", ("thorax", 0.062, 0.02, 0.004, 0.083), ("thorax", 0.084, 0.13, 0, 0.082)),
    Piece("upper_back", "top", "chest", ("thorax", 0.07, 0.13, 0, 0.079), ("thorax", 0.116, 0.174, -0.006, 0.056)),
    Piece("upper_back", "top", "bust", ("thorax", 0.056, 0.09, 0.034, 0.064), ("thorax", 0.042, 0.12, 0.028, 0.06)),
    Piece("thigh", "bottom", "thigh", ("hip", -0.003, -0.026, -0.002, 0.082), ("hip", 0.004, -0.16, 0.008, 0.079)),
    Piece("thigh", "shin", "thigh", ("hip", 0.004, -0.16, 0.008, 0.079), ("knee", 0, 0, 0, 0.054)),
    Piece("shank", "shin", "calf", ("knee", 0, 0, 0, 0.053), ("knee", 0, -0.12, -0.014, 0.053)),
    Piece("shank", "shin", "calf", ("knee", 0, -0.12, -0.014, 0.053), ("knee", 0, -0.34, 0, 0.037)),
    Piece("shank", "skin", "ankle", ("knee", 0, -0.33, 0, 0.036), ("ankle", 0, 0, 0, 0.034)),
    Piece("foot", "shoe", "foot", ("ankle", 0, -0.044, -0.036, 0.032), ("ankle", 0.004, -0.046, 0.095, 0.03)),
    Piece("foot", "shoe", "foot", ("toes", 0.004, 0, 0, 0.03), ("toes", 0.002, -0.006, 0.055, 0.024)),
    Piece("foot", "shoe", "foot", ("toes", -0.016, -0.002, -0.005, 0.028), ("toes", -0.018, -0.005, 0.06, 0.025)),
    Piece("foot", "shoe", "foot", ("ankle", 0, -0.012, -0.006, 0.036), ("ankle", 0, -0.04, 0.085, 0.03)),
    Piece("upper_arm", "sleeve", "arm", ("shoulder", 0, 0, 0, 0.052), ("shoulder", 0, -0.11, 0, 0.046)),
    Piece("upper_arm", "arm", "arm", ("shoulder", 0, -0.11, 0, 0.046), ("elbow", 0, 0, 0, 0.037)),
    Piece("forearm", "arm", "arm", ("elbow", 0, 0, 0, 0.037), ("elbow", 0, -0.07, 0, 0.038)),
    Piece("forearm", "arm", "arm", ("elbow", 0, -0.07, 0, 0.038), ("wrist", 0, 0.01, 0, 0.026)),
    Piece("hand", "skin", "hand", ("wrist", 0, 0, -0.002, 0.024), ("wrist", 0.016, -0.07, -0.008, 0.019)),
    Piece("hand", "skin", "hand", ("wrist", 0, 0, -0.002, 0.024), ("wrist", -0.016, -0.07, -0.008, 0.019)),
    Piece("hand", "skin", "hand", ("wrist", 0.026, -0.075, -0.009, 0.0115), ("wrist", 0.03, -0.135, -0.012, 0.0095)),
    Piece("hand", "skin", "hand", ("wrist", 0.009, -0.078, -0.008, 0.012), ("wrist", 0.01, -0.152, -0.012, 0.0095)),
    Piece("hand", "skin", "hand", ("wrist", -0.009, -0.078, -0.008, 0.012), ("wrist", -0.01, -0.152, -0.012, 0.0095)),
    Piece("hand", "skin", "hand", ("wrist", -0.025, -0.074, -0.008, 0.0115), ("wrist", -0.029, -0.138, -0.012, 0.0095)),
    Piece("hand", "skin", "hand", ("wrist", -0.014, -0.02, -0.006, 0.015), ("wrist", -0.05, -0.08, -0.012, 0.0105)),
)

_WIDENS = {"hips": 1.0, "seat": 1.0, "waist": 1.0, "chest": 0.7, "bust": 0.7}
"""How much of a thicker build pushes the cones of the trunk apart."""


class Body:
    """A figure's cones, ready to be put on any skeleton."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        pieces = [*_pieces(), *(Piece(*each) for each in hair(figure.hair))]
        self._ends = (
            [_end(piece.a, piece, figure) for piece in pieces],
            [_end(piece.b, piece, figure) for piece in pieces],
        )
        self._parts = tuple(piece.part for piece in pieces)
        self._materials = tuple(_cloth(piece.cloth, figure) for piece in pieces)
        self._samples = samples(self._ends, self._parts)

    def cones(self, skeleton: Skeleton) -> Cones:
        """Put the body on a skeleton."""
        a, ra = _put(self._ends[0], skeleton)
        b, rb = _put(self._ends[1], skeleton)
        return Cones(a, b, ra, rb, self._parts, self._materials)

    def samples(self, part: str) -> Rows:
        """Give the numbers of those spheres (see `Cones.spheres`) that stand for one part."""
        return self._samples[part]


def _pieces() -> Iterator[Piece]:
    """Give the pieces of the trunk, and those of each side mirrored."""
    yield from _TRUNK
    for side, sign in zip(SIDES, (1, -1), strict=True):
        for piece in _SIDED:
            part = piece.part if piece.part in ("pelvis", "lower_back", "upper_back") else f"{side}_{piece.part}"
            yield Piece(part, piece.cloth, piece.build, _mirror(piece.a, side, sign), _mirror(piece.b, side, sign))


def _mirror(end: End, side: str, sign: int) -> End:
    bone, x, y, z, radius = end
    return (bone if bone in ("pelvis", "waist", "thorax") else f"{side}_{bone}", sign * x, y, z, radius)


def _end(end: End, piece: Piece, figure: Figure) -> End:
    """Make an end of a piece as thick as the figure is there; a wider trunk is wider between its cones too."""
    bone, x, y, z, radius = end
    thickness = figure.build.get(piece.build, 1.0)
    wider = 1 + (thickness - 1) * _WIDENS.get(piece.build, 0.0)
    return (bone, x * wider, y, z, radius * thickness)


def _cloth(cloth: str, figure: Figure) -> str:
    """Say what a piece is made of: short trousers leave the shins bare, long sleeves cover the arms."""
    bare = {
        "shin": "bottom" if figure.bottom == "long" else "skin",
        "sleeve": "skin" if figure.top == "vest" else "top",
        "arm": "top" if figure.top == "long" else "skin",
    }
    return bare.get(cloth, cloth)


def _put(ends: list[End], skeleton: Skeleton) -> tuple[Array, Array]:
    local = np.array([end[1:4] for end in ends])
    axes = np.array([skeleton.axes[end[0]] for end in ends])
    places = np.array([skeleton.places[end[0]] for end in ends])
    return places + np.einsum("nij,nj->ni", axes, local), vector(end[4] for end in ends)
