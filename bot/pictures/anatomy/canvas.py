"""A canvas that is painted three times as large as it is saved, so that every edge is smooth."""

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

from bot.domain.anatomy import Curve, Point

LARGER = 3

Box = tuple[int, int, int, int]


class Canvas:
    """Paints in px of the saved picture: x to the right, y down."""

    def __init__(self, size: tuple[int, int], background: str | None = None) -> None:
        self.size = size
        self.image = Image.new("RGBA", (size[0] * LARGER, size[1] * LARGER), background or (0, 0, 0, 0))

    def fill(self, outline: Curve, colour: str, holes: Sequence[Curve] = ()) -> None:
        """Fill a closed outline; a hole stays open."""
        box, mask = self._mask(outline, holes)
        self._paint(box, mask, colour)

    def round_off(self, outline: Curve, colour: str, depth: float, holes: Sequence[Curve] = ()) -> None:
        """Darken the inside of an outline toward its lower right edge, `depth` px wide, as if it were round."""
        box, mask = self._mask(outline, holes)
        blurred = mask.filter(ImageFilter.GaussianBlur(depth * LARGER * 0.6))
        away = ImageChops.offset(blurred, round(-depth * LARGER * 0.45), round(-depth * LARGER * 0.55))
        self._paint(box, ImageChops.multiply(mask, ImageChops.invert(away)), colour)

    def stroke(self, curve: Curve, colour: str, width: float, *, closed: bool = False) -> None:
        """Draw along a curve, with round ends."""
        points = [*_large(curve), *(_large(curve)[:1] if closed else ())]
        box = self._box(points, width)
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        inside = [(x - box[0], y - box[1]) for x, y in points]
        pen, radius = ImageDraw.Draw(mask), width * LARGER / 2
        pen.line(inside, fill=255, width=max(1, round(width * LARGER)), joint="curve")
        for x, y in () if closed else (inside[0], inside[-1]):
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
        self._paint(box, mask, colour)

    def dashes(self, curve: Curve, colour: str, width: float, dash: float) -> None:
        """Draw along a curve in dashes as long as the gaps between them."""
        pieces, piece, left = [], [curve[0]], dash
        for start, end in pairwise(curve):
            here, length = start, math.dist(start, end)
            while length > left:
                here = (here[0] + (end[0] - here[0]) * left / length, here[1] + (end[1] - here[1]) * left / length)
                pieces.append((*piece, here))
                length, left, piece = length - left, dash, [here]
            left -= length
            piece.append(end)
        for each in (*pieces, tuple(piece))[::2]:
            self.stroke(tuple(each), colour, width)

    def dot(self, centre: Point, radius: float, colour: str, rim: str) -> None:
        """Draw a dot with a rim."""
        for size, paint in ((radius + 3, rim), (radius, colour)):
            x, y, r = centre[0] * LARGER, centre[1] * LARGER, size * LARGER
            ImageDraw.Draw(self.image).ellipse((x - r, y - r, x + r, y + r), fill=paint)

    def fade(self, left: float, top: float, bottom: float, over: float) -> None:
        """Let everything left of `left`, above `top` and below `bottom` vanish, softly over some px."""
        width, height = self.image.size
        row = _ramp([(x / LARGER - left) / over for x in range(width)], (width, 1))
        column = _ramp([min(y / LARGER - top, bottom - y / LARGER) / over for y in range(height)], (1, height))
        seen = ImageChops.multiply(row.resize(self.image.size), column.resize(self.image.size))
        self.image.putalpha(ImageChops.multiply(self.image.getchannel("A"), seen))

    def lay(self, other: "Canvas") -> None:
        """Lay another canvas of the same size over this one."""
        self.image.alpha_composite(other.image)

    def reduced(self) -> Image.Image:
        """Give the picture in its own size."""
        return self.image.convert("RGB").reduce(LARGER)

    def _mask(self, outline: Curve, holes: Sequence[Curve]) -> tuple[Box, Image.Image]:
        points = _large(outline)
        box = self._box(points, 4)
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]))
        pen = ImageDraw.Draw(mask)
        for curve, paint in ((points, 255), *((_large(hole), 0) for hole in holes)):
            pen.polygon([(x - box[0], y - box[1]) for x, y in curve], fill=paint)
        return box, mask

    def _paint(self, box: Box, mask: Image.Image, colour: str) -> None:
        red, green, blue, *rest = ImageColor.getrgb(colour)
        alpha = rest[0] if rest else 255
        paint = Image.new("RGBA", mask.size, (red, green, blue, 0))
        paint.putalpha(mask.point(lambda value: value * alpha // 255))
        whole = (max(box[0], 0), max(box[1], 0))
        inside = (whole[0] - box[0], whole[1] - box[1])
        if whole[0] < self.image.width and whole[1] < self.image.height and box[2] > 0 and box[3] > 0:
            self.image.alpha_composite(paint, whole, inside)

    def _box(self, points: Sequence[Point], margin: float) -> Box:
        wider = (margin + 2) * LARGER
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return int(min(xs) - wider), int(min(ys) - wider), int(max(xs) + wider), int(max(ys) + wider)


def _ramp(shares: Sequence[float], size: tuple[int, int]) -> Image.Image:
    """Give a strip of grey: black up to share 0, white from 1, eased between them."""
    held = [min(max(share, 0), 1) for share in shares]
    return Image.frombytes("L", size, bytes(round(255 * share * share * (3 - 2 * share)) for share in held))


def _large(curve: Curve) -> list[Point]:
    return [(x * LARGER, y * LARGER) for x, y in curve]
