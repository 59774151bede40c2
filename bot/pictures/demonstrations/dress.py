"""How clothes are cut: the hem of the top, its neckline, the soles of the shoes."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bot.domain.demonstration import SIDES, Figure
from bot.pictures.demonstrations.arrays import Array, Field, Mask, turned
from bot.pictures.demonstrations.skeleton import Skeleton

Test = Callable[[Field], Mask]

_HEM = -0.035
_NECKLINES = {"vest": (0.235, 0.098), "short": (0.235, 0.082), "long": (0.235, 0.07)}
"""Of each top: how high over the chest's lower edge its neckline's middle is, and how wide it is; metres."""
_SOLE = -0.060


@dataclass(frozen=True, slots=True)
class Cut:
    """A material on some parts, wherever a test says so of a place as seen from a bone."""

    parts: frozenset[str]
    material: str
    origin: Array
    axes: Array
    test: Test

    def covers(self, points: Field) -> Mask:
        """Tell which points (3, n), as the viewer sees them, it covers."""
        local = turned(self.axes.T.astype(np.float32), points - self.origin.astype(np.float32)[:, None])
        return self.test(local)


def cuts(figure: Figure, skeleton: Skeleton, turn: Array) -> list[Cut]:
    """Give the cuts of a figure's clothes; `turn` brings the world to how the viewer sees it."""
    height, width = _NECKLINES[figure.top]
    trunk = frozenset({"pelvis", "lower_back"})
    chest = frozenset({"upper_back"})
    places = [
        (trunk, "bottom", "waist", lambda at: at[1] < _HEM),
        (trunk, "top", "waist", lambda at: at[1] >= _HEM),
        (chest, "skin", "thorax", lambda at: np.hypot(at[0], at[1] - height) < width),
        *((frozenset({f"{side}_foot"}), "sole", f"{side}_ankle", lambda at: at[1] < _SOLE) for side in SIDES),
    ]
    return [
        Cut(parts, material, turn @ skeleton.places[bone], turn @ skeleton.axes[bone], test)
        for parts, material, bone, test in places
    ]
