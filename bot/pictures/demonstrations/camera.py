"""From where a clip is seen: a parallel view that shows all of it."""

from dataclasses import dataclass

import numpy as np

from bot.domain.demonstration import Camera
from bot.pictures.demonstrations.arrays import Array, Field, turned
from bot.pictures.demonstrations.rotation import about_x, about_y

MARGIN = 0.085
"""How much of the picture stays free on each side."""


@dataclass(frozen=True, slots=True)
class View:
    """A turn of the world, and where it comes to lie in a picture of (width, height) pixels."""

    turn: Array
    scale: float
    origin: tuple[float, float]
    size: tuple[int, int]

    def seen(self, points: Array) -> Array:
        """Turn points (n, 3) so that x runs right, y up and z towards the viewer."""
        return turned(self.turn, points.T).T

    def pixels(self, points: Array) -> Array:
        """Give the pixels (n, 2) of points (n, 3)."""
        seen = self.seen(points)
        return np.stack([self.origin[0] + seen[:, 0] * self.scale, self.origin[1] - seen[:, 1] * self.scale], axis=1)

    def columns(self) -> Field:
        """Give x of each column of pixels, in metres."""
        return ((np.arange(self.size[0]) + 0.5 - self.origin[0]) / self.scale).astype(np.float32)

    def rows(self) -> Field:
        """Give y of each row of pixels, in metres."""
        return ((self.origin[1] - np.arange(self.size[1]) - 0.5) / self.scale).astype(np.float32)


def view(camera: Camera, points: Array, size: tuple[int, int]) -> View:
    """Look so that all points (n, 3) are in the picture; `zoom` and `shift` change that."""
    turn = about_x(camera.pitch) @ about_y(-camera.yaw)
    seen = turned(turn, points.T).T
    low, high = seen[:, :2].min(0), seen[:, :2].max(0)
    width, height = size
    room = 1 - 2 * MARGIN
    scale = min(width * room / (high[0] - low[0]), height * room / (high[1] - low[1]), width * 0.62) * camera.zoom
    middle = (low + high) / 2 + np.array(camera.shift)
    return View(turn, float(scale), (width / 2 - middle[0] * scale, height / 2 + middle[1] * scale), size)
