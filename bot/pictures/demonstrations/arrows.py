"""The arrow that shows the way of a movement: along the path of one point, beside the body and never over the head."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

from bot.domain.demonstration import Arrow, Demonstration
from bot.pictures.demonstrations.arrays import MICROMETRE, Array, Field, Mask
from bot.pictures.demonstrations.camera import View
from bot.pictures.demonstrations.posing import Poser
from bot.pictures.demonstrations.skeleton import stand
from bot.pictures.demonstrations.timeline import Moment

Path = Array
Silhouette = Callable[[Moment], tuple[Mask, Mask]]

COLOUR, EDGE = (240, 84, 60, 255), (255, 255, 255, 235)
_POINTS = 17
"""How many points of the way from one pose to the next make the path."""
_ALIKE = 3
"""Places whose costs are the same to so many decimals are as good as each other: the first one is taken."""
_SHORT = 0.03
"""An arrow shorter than this share of the picture's width says nothing, and is left out."""


class Arrows:
    """All arrows of a clip, where they stand in its pictures."""

    def __init__(self, demonstration: Demonstration, poser: Poser, view: View, silhouette: Silhouette) -> None:
        self._poser, self._view, self._silhouette = poser, view, silhouette
        self.paths = [(arrow, self._path(arrow)) for arrow in demonstration.arrows]
        self._one_way = len({arrow.poses for arrow in demonstration.arrows}) <= 1

    def draw(self, picture: Image.Image, moment: Moment) -> None:
        """Draw the arrows of a moment into a large picture: where there are several ways, the one that comes next."""
        pen = ImageDraw.Draw(picture, "RGBA")
        unit = self._view.size[0] / 1280
        for arrow, path in self.paths:
            if (self._one_way or _is_on(arrow, moment)) and _length(path) > self._view.size[0] * _SHORT:
                for width, colour in ((23 * unit, EDGE), (13 * unit, COLOUR)):
                    _stroke(pen, path, width, colour, unit, both=arrow.both)

    def _path(self, arrow: Arrow) -> Path:
        """Follow a point from pose to pose, and set its way off to the side."""
        postures = [
            self._poser.between(start, end, float(share))
            for start, end in pairwise(arrow.poses)
            for share in np.linspace(0.06, 0.94, _POINTS)
        ]
        places = np.round([stand(posture).at(arrow.joint) for posture in postures], MICROMETRE)
        path = _even(self._view.pixels(places), bends=len(arrow.poses))
        path = np.asarray(path.mean(0) + (path - path.mean(0)) * arrow.size, dtype=float)
        if arrow.offset is not None:
            return path + np.array([arrow.offset[0], -arrow.offset[1]]) * self._view.scale
        body, head = self._covered(arrow)
        return min(self._beside(path), key=lambda each: _cost(each, path, body, head))

    def _covered(self, arrow: Arrow) -> tuple[Field, Mask]:
        """Add up where the body is in its poses and between them, and where its head is."""
        ways = [(start, end, share) for start, end in pairwise(arrow.poses) for share in (0.0, 0.5, 1.0)]
        seen = [self._silhouette(Moment(start, end, share, (0, 0))) for start, end, share in ways]
        body = np.asarray(np.mean([each for each, _ in seen], axis=0), dtype=np.float32)
        return body, np.asarray(np.any([head for _, head in seen], axis=0))

    def _beside(self, path: Path) -> Iterator[Path]:
        for distance in (0.07, 0.11, 0.16, 0.22, 0.28):
            for angle in np.linspace(0, 2 * np.pi, 24, endpoint=False):
                yield path + np.array([np.cos(angle), np.sin(angle)]) * distance * self._view.scale


def _is_on(arrow: Arrow, moment: Moment) -> bool:
    """Tell whether a clip is on an arrow's way, or about to set out."""
    if moment.start == moment.end:
        return moment.start in (arrow.poses if arrow.both else arrow.poses[:-1])
    return {moment.start, moment.end} in ({*pair} for pair in pairwise(arrow.poses))


def _even(path: Path, bends: int) -> Path:
    """Draw a path through its points as an even curve that may bend as often as it has poses."""
    along = np.linspace(-1, 1, len(path))
    curve = np.polynomial.legendre.legfit(along, path, bends + 2)
    return np.asarray(np.polynomial.legendre.legval(along, curve).T, dtype=float)


def _cost(path: Path, own: Path, body: Field, head: Mask) -> float:
    """Tell how bad a place is: over the head, over the body, out of the picture, far from the point it follows."""
    height, width = body.shape
    margin = width * 0.025
    outside = (path < margin).any(1) | (path[:, 0] > width - margin) | (path[:, 1] > height - margin)
    columns, rows = np.clip(path[:, 0].astype(int), 0, width - 1), np.clip(path[:, 1].astype(int), 0, height - 1)
    near = max(int(width * 0.016), 1)
    around = [(0, 0), (near, 0), (-near, 0), (0, near), (0, -near)]
    places = [(np.clip(rows + dy, 0, height - 1), np.clip(columns + dx, 0, width - 1)) for dx, dy in around]
    covers = float(np.mean([body[place] for place in places]))
    over_head = float(np.mean([head[place] for place in places]))
    far = float(np.linalg.norm(path[0] - own[0])) / width
    return round(float(30 * outside.mean() + 25 * over_head + 6 * covers + 4 * far), _ALIKE)


def _stroke(
    pen: ImageDraw.ImageDraw, path: Path, width: float, colour: tuple[int, ...], unit: float, *, both: bool
) -> None:
    """Draw a line with a head at its end, and one at its start where it goes both ways."""
    grow = width - 13 * unit
    line = [(float(x), float(y)) for x, y in path]
    pen.line(line, fill=colour, width=round(width), joint="curve")
    radius = width / 2
    x, y = line[0]
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    back = 3
    _head(pen, path[-1], path[-1] - path[-back], colour, unit, grow)
    if both:
        _head(pen, path[0], path[0] - path[back - 1], colour, unit, grow)


def _head(pen: ImageDraw.ImageDraw, tip: Path, way: Path, colour: tuple[int, ...], unit: float, grow: float) -> None:
    ahead = way / max(float(np.linalg.norm(way)), 1e-6)
    side = np.array([-ahead[1], ahead[0]])
    long_, back, wide = 32 * unit + grow, 5 * unit + grow * 0.5, 25 * unit + grow * 0.9
    corners = [tip + ahead * long_, tip - ahead * back + side * wide, tip - ahead * back - side * wide]
    pen.polygon([(float(x), float(y)) for x, y in corners], fill=colour)


def _length(path: Path) -> float:
    return float(np.linalg.norm(np.diff(path, axis=0), axis=1).sum())
