"""The soft shadow that a body throws on walls and furniture: it shows that a hand touches, or how near a back is."""

import numpy as np
from PIL import Image

from bot.pictures.demonstrations.arrays import Array, Field
from bot.pictures.demonstrations.camera import View
from bot.pictures.demonstrations.cones import Cones
from bot.pictures.demonstrations.raster import NOTHING, Layer
from bot.pictures.demonstrations.shading import LIGHT

_COARSE = 8
"""A shadow is soft: one of its points stands for so many pixels each way."""
_REACH = 0.3
"""Metres from a part of the body within which its shadow is seen."""
_WAYS = (0.0, 0.012, 0.04, 0.09, 0.16)
"""How far towards the light a point looks for what stands in its way, in metres; at 0 it sees what touches it."""


class Cast:
    """Shadows on what stands still; `still` is its picture without the body."""

    def __init__(self, view: View, still: Layer) -> None:
        self._size = view.size
        depth, seen = still.depth[::_COARSE, ::_COARSE], still.seen[::_COARSE, ::_COARSE]
        self._dark = np.zeros(seen.shape, np.float32)
        self._rows, self._columns = np.nonzero(seen != NOTHING)
        x, y = view.columns()[::_COARSE][self._columns], view.rows()[::_COARSE][self._rows]
        self._points = np.stack([x, y, depth[self._rows, self._columns]], axis=1).astype(float)

    def dark(self, seen: Cones) -> Field:
        """Tell how dark each pixel is, 0 to 1, under cones as the viewer sees them."""
        dark = self._dark.copy()
        near = self._near(seen)
        if near.any():
            found = np.zeros(int(near.sum()))
            for way in _WAYS:
                soft = 0.014 + 0.5 * way
                over = -seen.depth(self._points[near] + LIGHT * way, np.zeros(len(found)))
                cover = np.clip(0.5 - over / (2 * soft), 0, 1)
                found = np.maximum(found, cover * cover * (3 - 2 * cover) / (1 + 4 * way))
            dark[self._rows[near], self._columns[near]] = found
        picture = Image.fromarray((dark * 255).astype(np.uint8)).resize(self._size, Image.Resampling.BICUBIC)
        return np.asarray(picture, np.float32) / 255

    def _near(self, seen: Cones) -> Array:
        low = np.minimum(seen.a, seen.b).min(0) - _REACH
        high = np.maximum(seen.a, seen.b).max(0) + _REACH
        return np.asarray(((self._points > low) & (self._points < high)).all(1))
