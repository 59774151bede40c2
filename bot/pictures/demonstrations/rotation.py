"""Rotations as 3x3 matrices; angles in degrees. The world's axes: x to the right, y up, z to the viewer."""

from collections.abc import Iterable

import numpy as np

from bot.domain.demonstration import Toward
from bot.pictures.demonstrations.arrays import Array

UP = np.array([0.0, 1.0, 0.0])
DIRECTIONS = {
    Toward.LEFT: np.array([-1.0, 0.0, 0.0]),
    Toward.RIGHT: np.array([1.0, 0.0, 0.0]),
    Toward.UP: UP,
    Toward.DOWN: -UP,
    Toward.VIEWER: np.array([0.0, 0.0, 1.0]),
    Toward.AWAY: np.array([0.0, 0.0, -1.0]),
}
_TINY = 1e-9
_HALF_TURN = 1e-6


def vector(values: Iterable[float]) -> Array:
    """Give numbers as an array."""
    return np.array(tuple(values), dtype=float)


def about_x(degrees: float) -> Array:
    """Turn y towards z."""
    c, s = _cos_sin(degrees)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def about_y(degrees: float) -> Array:
    """Turn z towards x."""
    c, s = _cos_sin(degrees)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def about_z(degrees: float) -> Array:
    """Turn x towards y."""
    c, s = _cos_sin(degrees)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def about(axis: Array, radians: float) -> Array:
    """Turn about any unit axis."""
    x, y, z = axis
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.asarray(np.eye(3) + np.sin(radians) * cross + (1 - np.cos(radians)) * cross @ cross)


def between(start: Array, end: Array, share: float) -> Array:
    """Go a share (0 to 1) of the shortest way from one rotation to another."""
    if share <= 0:
        return start
    if share >= 1:
        return end
    step = start.T @ end
    angle = float(np.arccos(np.clip((np.trace(step) - 1) / 2, -1, 1)))
    if angle < _TINY:
        return end
    axis: Array = np.array([step[2, 1] - step[1, 2], step[0, 2] - step[2, 0], step[1, 0] - step[0, 1]])
    length = float(np.linalg.norm(axis))
    if length < _HALF_TURN:  # half a turn: the axis is what the rotation leaves in its place
        axis = (step + np.eye(3))[:, int(np.argmax(np.diagonal(step)))]
        length = float(np.linalg.norm(axis))
    return np.asarray(start @ about(axis / length, angle * share))


def unit(direction: Array) -> Array:
    """Give a direction the length 1."""
    return direction / max(float(np.linalg.norm(direction)), _TINY)


def across(direction: Array, axis: Array) -> Array:
    """Take out of a direction what runs along a unit axis."""
    return np.asarray(direction - axis * float(direction @ axis))


def frame(front: Toward, head: Toward) -> Array:
    """Give the axes of a body: its left, where its head is, where its chest looks."""
    y, z = DIRECTIONS[head], DIRECTIONS[front]
    return np.stack([np.cross(y, z), y, z], axis=1)


def _cos_sin(degrees: float) -> tuple[float, float]:
    radians = np.radians(degrees)
    return float(np.cos(radians)), float(np.sin(radians))
