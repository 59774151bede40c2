"""What a body can rest on, as a distance: the floor, boxes, a wall, a roller, a ball."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bot.pictures.demonstrations.arrays import Array, turned


class Surface(Protocol):
    """Anything that can be touched."""

    def distance(self, points: Array) -> Array:
        """Tell how far points (n, 3) are from it in metres; negative inside."""


@dataclass(frozen=True, slots=True)
class Floor:
    """The floor, at a height."""

    height: float = 0.0

    def distance(self, points: Array) -> Array:
        """Measure upwards."""
        return np.asarray(points[:, 1] - self.height)


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes with round edges: centres, half sizes, one turn about the vertical for all, and the edges' radius."""

    centres: Array
    halves: Array
    turn: Array
    edge: float

    def distance(self, points: Array) -> Array:
        """Measure to the nearest box."""
        each = [self._one(points, centre, half) for centre, half in zip(self.centres, self.halves, strict=True)]
        return np.asarray(np.min(each, axis=0))

    def _one(self, points: Array, centre: Array, half: Array) -> Array:
        off = np.abs(turned(self.turn.T, (points - centre).T).T) - (half - self.edge)
        outside = np.linalg.norm(np.maximum(off, 0), axis=1)
        return np.asarray(outside + np.minimum(off.max(axis=1), 0) - self.edge)


@dataclass(frozen=True, slots=True)
class Rod:
    """A round bar of any length, such as a roller; a ball when both ends are one."""

    a: Array
    b: Array
    radius: float

    def distance(self, points: Array) -> Array:
        """Measure to the bar's skin."""
        axis = self.b - self.a
        share = np.clip(((points - self.a) * axis).sum(1) / max(float((axis * axis).sum()), 1e-9), 0, 1)
        return np.asarray(np.linalg.norm(points - self.a - share[:, None] * axis, axis=1) - self.radius)
