"""What is behind and below: a warm ground, a mat, and the soft shadow of what stands on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from bot.pictures.demonstrations.arrays import Field, turned
from bot.pictures.demonstrations.camera import View
from bot.pictures.demonstrations.cones import Cones
from bot.pictures.demonstrations.shading import rgb

_TOP, _BOTTOM, _FLOOR = rgb("#FBF7F0"), rgb("#F1E8DA"), rgb("#E4D8C6")
_MAT, _MAT_EDGE, _MAT_SIDE = rgb("#9CC5B4"), rgb("#83B2A0"), rgb("#66907F")
_SHADOW = np.array([0.40, 0.39, 0.36], np.float32)
_COARSE = 10
"""A shadow is soft: one of its points stands for so many pixels each way."""


@dataclass(frozen=True, slots=True)
class Mat:
    """A mat on the floor: its middle (x, z) and its size along x and z, in metres."""

    middle: tuple[float, float]
    size: tuple[float, float]


class Floor:
    """The picture behind a clip, drawn once; shadows are added frame by frame."""

    def __init__(self, view: View, middle: tuple[float, float], radius: float, mat: Mat | None) -> None:
        self._view = view
        self._x, self._z = _places(view)
        width, height = view.size
        share = np.linspace(0, 1, height, dtype=np.float32)[:, None, None]
        picture = np.broadcast_to(_TOP * (1 - share) + _BOTTOM * share, (height, width, 3)).copy()
        far = np.hypot(self._x - middle[0], self._z - middle[1])
        round_ = np.clip((radius - far) / 0.4, 0, 1)[..., None]
        picture += (_FLOOR - picture) * (round_ * round_ * (3 - 2 * round_) * 0.85)
        if mat:
            self._lay(picture, mat)
        self.picture = picture.astype(np.float32)

    def shadow(self, lots: Sequence[Cones]) -> Field:
        """Tell how dark each point of the picture is, 0 to 1, where cones throw a shadow."""
        x, z = self._x[::_COARSE, ::_COARSE], self._z[::_COARSE, ::_COARSE]
        dark = np.zeros(x.shape, np.float32)
        for lot in lots:
            for number in range(len(lot)):
                _darken(dark, x, z, lot, number)
        picture = Image.fromarray((dark * 255).astype(np.uint8)).resize(self._view.size, Image.Resampling.BICUBIC)
        return np.asarray(picture, np.float32) / 255

    def shaded(self, dark: Field, window: tuple[slice, slice]) -> Field:
        """Give a part of the picture with its shadow."""
        return self.picture[window] * (1 - dark[window][..., None] * _SHADOW)

    def _lay(self, picture: Field, mat: Mat) -> None:
        thick = max(2, int(0.012 * self._view.scale))
        whole = self._inside(mat, 0)
        below = np.vstack([np.zeros_like(whole[:thick]), whole[:-thick]])
        for share, colour in ((below, _MAT_SIDE), (whole, _MAT_EDGE), (self._inside(mat, 0.03), _MAT)):
            picture += (colour - picture) * share

    def _inside(self, mat: Mat, inset: float) -> Field:
        corner = 0.05
        x = np.abs(self._x - mat.middle[0]) - (mat.size[0] / 2 - inset - corner)
        z = np.abs(self._z - mat.middle[1]) - (mat.size[1] / 2 - inset - corner)
        distance = np.hypot(np.maximum(x, 0), np.maximum(z, 0)) + np.minimum(np.maximum(x, z), 0) - corner
        return np.asarray(np.clip(0.5 - distance * self._view.scale * 0.7, 0, 1)[..., None], dtype=np.float32)


def _places(view: View) -> tuple[Field, Field]:
    """Give the x and z of the floor under each pixel."""
    seen_x, seen_y = np.meshgrid(view.columns(), view.rows())
    up = view.turn[:, 1]
    seen_z = -(seen_x * up[0] + seen_y * up[1]) / max(float(up[2]), 1e-3)
    x, _, z = turned(view.turn.T, np.stack([seen_x, seen_y, seen_z]))
    return x.astype(np.float32), z.astype(np.float32)


def _darken(dark: Field, x: Field, z: Field, lot: Cones, number: int) -> None:
    """Add one cone's shadow: dark and sharp where it is near the floor, faint and wide where it is high."""
    a, b = lot.a[number], lot.b[number]
    across, along = b[0] - a[0], b[2] - a[2]
    share = np.clip(((x - a[0]) * across + (z - a[2]) * along) / (across**2 + along**2 + 1e-9), 0, 1)
    distance = np.hypot(x - a[0] - share * across, z - a[2] - share * along)
    radius = lot.ra[number] + (lot.rb[number] - lot.ra[number]) * share
    height = np.maximum(a[1] * (1 - share) + b[1] * share - radius, 0)
    soft = 0.03 + height * 0.55
    cover = np.clip((radius + soft * 0.6 - distance) / (soft * 1.6), 0, 1)
    np.maximum(dark, cover * cover * (3 - 2 * cover) * 0.62 / (1 + height * 3.2), out=dark)
