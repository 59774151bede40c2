"""How one hip differs from another: the outlines of a wider pelvis, a higher crest, a longer femoral neck."""

from bot.domain.anatomy import Build, Part, Point, Shape

HIP_JOINT = 88.0
"""Mm from the midline to the middle of the hip joint in the outlines."""

NECK = (0.8, -0.6)
"""Where the femoral neck leads to, from the hip joint outwards."""

NECK_BEGINS, NECK_ENDS = 14.0, 44.0
"""Mm along the neck, from the middle of the hip joint: between them it grows longer or shorter."""


def built(shape: Shape, build: Build) -> Shape:
    """Give a shape as it is in a hip of that build."""
    return shape.moved(lambda point: _moved(point, shape.part, build))


def _moved(point: Point, part: Part, build: Build) -> Point:
    x, y = point
    if part is Part.PELVIS:
        return x * build.wide, y * (build.high if y > 0 else 1)
    if part is Part.FEMUR:
        along = (x - HIP_JOINT) * NECK[0] + y * NECK[1]
        grown = build.neck * _eased((along - NECK_BEGINS) / (NECK_ENDS - NECK_BEGINS))
        return x + HIP_JOINT * (build.wide - 1) + grown * NECK[0], y + grown * NECK[1]
    return point


def _eased(share: float) -> float:
    held = min(max(share, 0), 1)
    return held * held * (3 - 2 * held)
