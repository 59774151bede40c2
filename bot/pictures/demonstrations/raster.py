"""What is seen at each pixel: the nearest round cone or box, and how far away it is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.pictures.demonstrations.arrays import Array, Field, turned
from bot.pictures.demonstrations.camera import View
from bot.pictures.demonstrations.cones import Cones
from bot.pictures.demonstrations.surfaces import Boxes

NOTHING = -1
FAR = np.float32(-1e3)
_SLIM = 1e-7
_TOUCHED = 5e-4


@dataclass(slots=True)
class Layer:
    """A picture of depths: z towards the viewer in metres, and the number of what is seen there."""

    depth: Field
    seen: NDArray[np.int16]

    def copy(self) -> "Layer":
        """Draw on without changing this one."""
        return Layer(self.depth.copy(), self.seen.copy())


def empty(size: tuple[int, int]) -> Layer:
    """Begin with nothing."""
    width, height = size
    return Layer(np.full((height, width), FAR, np.float32), np.full((height, width), NOTHING, np.int16))


def draw_cones(layer: Layer, view: View, lot: Cones, first: int) -> None:
    """Draw cones, as the viewer sees them, over what is there already; they are numbered from `first`."""
    a, b = lot.a, lot.b
    columns, rows = view.columns(), view.rows()
    for number in range(len(lot)):
        ra, rb = float(lot.ra[number]), float(lot.rb[number])
        box = _box(view, np.minimum(a[number] - ra, b[number] - rb), np.maximum(a[number] + ra, b[number] + rb))
        if box is None:
            continue
        x, y = columns[None, box[1]] - np.float32(a[number, 0]), rows[box[0], None] - np.float32(a[number, 1])
        height = _cone(x, y, b[number] - a[number], ra, rb) + np.float32(a[number, 2])
        _keep(layer, box, height, first + number)


def draw_boxes(layer: Layer, view: View, boxes: Boxes, first: int) -> None:
    """Draw boxes over what is there already, walking from the viewer until each is touched."""
    for number, (centre, half) in enumerate(zip(boxes.centres, boxes.halves, strict=True)):
        corners = centre + (np.array(np.meshgrid(*[(-1, 1)] * 3)).reshape(3, -1).T * half) @ boxes.turn.T
        seen = view.seen(corners)
        box = _box(view, seen.min(0), seen.max(0))
        if box is None:
            continue
        x, y = np.meshgrid(view.columns()[box[1]], view.rows()[box[0]])
        start = np.stack([x, y, np.full_like(x, seen[:, 2].max() + 0.01)], axis=-1).reshape(-1, 3)
        points = turned(view.turn.T, start.T).T
        one = Boxes(centre[None], half[None], boxes.turn, boxes.edge)
        height = _walked(one, points, view.turn[2], float(seen[:, 2].max() - seen[:, 2].min()) + 0.02)
        top = np.where(np.isfinite(height), start[:, 2] - height, FAR).astype(np.float32)
        _keep(layer, box, top.reshape(x.shape), first + number)


def _cone(x: Field, y: Field, axis: Array, ra: float, rb: float) -> Field:
    """Give the height of a cone over each pixel: that of its highest sphere there."""
    wx, wy, wz = (np.float32(each) for each in axis)
    shrink = np.float32(ra - rb)
    reach = ra * ra - (x * x + y * y)
    along = x * wx + y * wy - np.float32(ra) * shrink
    spread = wx * wx + wy * wy - shrink * shrink
    if abs(spread) < _SLIM:
        spread = np.float32(_SLIM)
    top = np.maximum(_sphere(reach, along, spread, wz, np.float32(0)), _sphere(reach, along, spread, wz, np.float32(1)))
    inside = along * along + spread * reach
    if spread + wz * wz > 0:
        best = (along + wz * np.sqrt(np.maximum(inside, 0) / (spread + wz * wz))) / spread
        share = np.clip(best, 0, 1)
        top = np.where(inside >= 0, np.maximum(top, _sphere(reach, along, spread, wz, share)), top)
    return np.asarray(top, dtype=np.float32)


def _sphere(reach: Field, along: Field, spread: np.float32, wz: np.float32, share: Field | np.float32) -> Field:
    """Give the height over each pixel of the sphere that stands a share along a cone."""
    square = reach + 2 * along * share - spread * share * share
    return np.where(square >= 0, wz * share + np.sqrt(np.maximum(square, 0)), FAR).astype(np.float32)


def _walked(boxes: Boxes, points: Array, towards: Array, room: float) -> Array:
    """Walk from points away from the viewer until the boxes are touched; infinite where they are not."""
    gone = np.zeros(len(points))
    open_ = np.arange(len(points))
    for _ in range(40):
        distance = boxes.distance(points[open_] - gone[open_, None] * towards)
        gone[open_] += np.maximum(distance, 0)
        open_ = open_[(distance > _TOUCHED) & (gone[open_] < room)]
        if not len(open_):
            break
    gone[gone >= room] = np.inf
    gone[open_] = np.inf
    return gone


def _keep(layer: Layer, box: tuple[slice, slice], height: Field, number: int) -> None:
    depth, seen = layer.depth[box], layer.seen[box]
    nearer = (height > depth) & (height > FAR / 2)
    depth[nearer] = height[nearer]
    seen[nearer] = number


def _box(view: View, low: Array, high: Array) -> tuple[slice, slice] | None:
    """Give the rows and columns of pixels that may show something; none when it is outside of the picture."""
    width, height = view.size
    left = max(int(view.origin[0] + low[0] * view.scale) - 1, 0)
    right = min(int(view.origin[0] + high[0] * view.scale) + 2, width)
    top = max(int(view.origin[1] - high[1] * view.scale) - 1, 0)
    bottom = min(int(view.origin[1] - low[1] * view.scale) + 2, height)
    return (slice(top, bottom), slice(left, right)) if left < right and top < bottom else None
