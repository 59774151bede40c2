"""Smooth curves through points."""

import math
from itertools import pairwise

from bot.domain.anatomy import Curve, Fibres, Point

STEPS = 14
"""Straight pieces between two points."""

FIBRE_STEPS = 40
"""Straight pieces of a fibre."""


def smooth(points: Curve, *, closed: bool) -> Curve:
    """Give a curve through all points as many short straight pieces; a point that stands twice is a corner."""
    if len(points) < 3:  # noqa: PLR2004 -- two points are a straight line
        return points
    around = _around(points) if closed else (points[0], *points, points[-1])
    pieces = (piece for i in range(len(around) - 3) for piece in _piece(*around[i : i + 4]))
    return (*pieces, around[-2])


def _around(points: Curve) -> Curve:
    return (points[-1], *points, points[0], points[1])


def _piece(before: Point, start: Point, end: Point, after: Point) -> Curve:
    """Go from one point to the next, on a Catmull-Rom spline; short tangents where a neighbour is near."""
    if start == end:
        return ()
    leave, arrive = _tangent(before, start, end), _tangent(start, end, after)
    return tuple(_hermite(start, leave, end, arrive, step / STEPS) for step in range(STEPS))


def _tangent(before: Point, point: Point, after: Point) -> Point:
    """Give the direction at a point, weighed so that the nearer neighbour counts more (centripetal)."""
    near, far = math.sqrt(math.dist(before, point)), math.sqrt(math.dist(point, after))
    if not near or not far:
        return (0, 0)

    def along(axis: int) -> float:
        back, forward = (point[axis] - before[axis]) / near, (after[axis] - point[axis]) / far
        return (back * far + forward * near) / (near + far)

    return along(0), along(1)


def _hermite(start: Point, leave: Point, end: Point, arrive: Point, t: float) -> Point:
    scale = math.sqrt(math.dist(start, end))
    a, b = (1 + 2 * t) * (1 - t) ** 2, t * (1 - t) ** 2 * scale
    c, d = t**2 * (3 - 2 * t), t**2 * (t - 1) * scale
    x, y = (a * start[i] + b * leave[i] + c * end[i] + d * arrive[i] for i in (0, 1))
    return x, y


def around(fibres: Fibres) -> Curve:
    """Give the outline of a muscle."""
    origin, insertion = smooth(fibres.origin, closed=False), smooth(fibres.insertion, closed=False)
    first, second = smooth(fibres.first_edge, closed=False), smooth(fibres.second_edge, closed=False)
    return (*origin, *second, *reversed(insertion), *reversed(first))


def fibre(fibres: Fibres, share: float) -> Curve:
    """Give one fibre, from origin to insertion: at share 0 the first edge, at 1 the second.

    Between the edges it follows a Coons patch: both are blended, and so is how origin and insertion bulge.
    """
    first, second = _even(fibres.first_edge), _even(fibres.second_edge)
    begins = _bulge(_at(smooth(fibres.origin, closed=False), share), first[0], second[0], share)
    ends = _bulge(_at(smooth(fibres.insertion, closed=False), share), first[-1], second[-1], share)
    steps = range(len(first))
    return tuple(_sum(_mix(first[i], second[i], share), _mix(begins, ends, i / (len(first) - 1))) for i in steps)


def tendon(fibres: Fibres, share: float) -> Curve:
    """Give the outline of the last share of a muscle, where it becomes tendon."""
    steps = round(share * FIBRE_STEPS) + 1
    pieces = [fibre(fibres, i / 10)[-steps:] for i in range(11)]
    begins, ends = (piece[0] for piece in pieces), (piece[-1] for piece in reversed(pieces))
    return (*begins, *pieces[-1], *ends, *reversed(pieces[0]))


def _bulge(point: Point, one: Point, other: Point, share: float) -> Point:
    """Give how far a border lies, at one share of it, from the straight line between its ends."""
    x, y = _mix(one, other, share)
    return point[0] - x, point[1] - y


def _mix(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _sum(one: Point, other: Point) -> Point:
    return one[0] + other[0], one[1] + other[1]


def _even(points: Curve) -> Curve:
    """Give points at even distances along a smooth curve."""
    curve = smooth(points, closed=False)
    return tuple(_at(curve, i / FIBRE_STEPS) for i in range(FIBRE_STEPS + 1))


def _at(curve: Curve, share: float) -> Point:
    """Give the point at a share of a curve's length."""
    pieces = [(start, end, math.dist(start, end)) for start, end in pairwise(curve)]
    left = share * sum(length for _, _, length in pieces)
    for start, end, length in pieces:
        if length and left <= length:
            return _mix(start, end, left / length)
        left -= length
    return curve[-1]
