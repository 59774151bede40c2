"""Paints the shapes of a panel, from the back to the front."""

from dataclasses import replace

from bot.domain.anatomy import Curve, Look, Panel, Point, Shape, Sides
from bot.pictures.anatomy.builds import built
from bot.pictures.anatomy.canvas import Canvas
from bot.pictures.anatomy.curves import around, fibre, smooth, tendon
from bot.pictures.anatomy.looks import PAINTS, Paint

FADE = 34
"""Mm over which the body fades out above and below."""

FIBRES = 15
"""How many fibres show on a muscle."""

DASH = 4.0
TENDON = "#f3e3d32c"
TENDON_SHARES = (0.05, 0.08, 0.11, 0.14, 0.17, 0.2)
"""Layer on layer: a muscle turns pale over the last fifth of its length."""

FINEST = 1.5
"""The thinnest line, in px, that is seen on a phone."""


def painted(panel: Panel, size: tuple[int, int]) -> Canvas:
    """Give a canvas with everything of a panel on it, in its place."""
    canvas = Canvas(size)
    for shape in panel.shapes:
        whole = built(shape, panel.build)
        for side in _sides(whole):
            _paint(canvas, side, panel)
    left = -size[0] if panel.inner is None else in_px(panel, (panel.inner, 0))[0]
    canvas.fade(left, _down(panel, panel.top), _down(panel, panel.bottom), FADE * panel.zoom)
    return canvas


def in_px(panel: Panel, point: Point) -> Point:
    """Give where a point of a panel, in mm, falls on the picture."""
    return panel.at[0] + point[0] * panel.zoom, panel.at[1] - point[1] * panel.zoom


def _down(panel: Panel, height: float) -> float:
    return in_px(panel, (0, height))[1]


def _sides(shape: Shape) -> tuple[Shape, ...]:
    """Give a shape as often as it is there; a half becomes whole."""
    if shape.sides is Sides.ONE:
        return (shape,)
    other = shape.moved(lambda point: (-point[0], point[1]))
    if shape.sides is Sides.PAIR:
        return (other, shape)
    outline = (*shape.outline, *reversed(other.outline))
    return (replace(shape, outline=outline, holes=shape.holes + other.holes, lines=shape.lines + other.lines),)


def _paint(canvas: Canvas, shape: Shape, panel: Panel) -> None:
    paint, zoom = PAINTS[shape.look], panel.zoom

    def placed(curve: Curve) -> Curve:
        return tuple(in_px(panel, point) for point in curve)

    outline = placed(around(shape.fibres) if shape.fibres else smooth(shape.outline, closed=True))
    holes = [placed(smooth(hole, closed=True)) for hole in shape.holes]
    if len(outline) > 2:  # noqa: PLR2004 -- a shape may be lines alone
        canvas.fill(outline, paint.fill, holes)
        canvas.round_off(outline, paint.shadow, paint.depth * zoom, holes)
    if shape.fibres:
        for share in TENDON_SHARES:
            canvas.fill(placed(tendon(shape.fibres, share)), TENDON)
        for number in range(1, FIBRES):
            canvas.stroke(placed(fibre(shape.fibres, number / FIBRES)), paint.line, _pen(paint.line_mm, zoom))
    for line in shape.lines:
        _line(canvas, shape.look, placed(smooth(line, closed=False)), paint, zoom)
    for curve in (outline, *holes):
        if paint.edge_mm and len(curve) > 2:  # noqa: PLR2004 -- as above
            canvas.stroke(curve, paint.edge, _pen(paint.edge_mm, zoom), closed=True)


def _line(canvas: Canvas, look: Look, curve: Curve, paint: Paint, zoom: float) -> None:
    if look is Look.MARK:
        canvas.dashes(curve, paint.line, paint.line_mm * zoom, DASH * zoom)
    else:
        canvas.stroke(curve, paint.line, _pen(paint.line_mm, zoom))


def _pen(width: float, zoom: float) -> float:
    """Give a line's width in px."""
    return max(width * zoom, FINEST)
