"""Paints what the raster found: cloth and skin, the glow of muscles, light, and lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.pictures.demonstrations import shading, skin
from bot.pictures.demonstrations.arrays import Field, Mask, Rows, turned
from bot.pictures.demonstrations.camera import View
from bot.pictures.demonstrations.cones import Cones
from bot.pictures.demonstrations.dress import Cut
from bot.pictures.demonstrations.muscles import Glow
from bot.pictures.demonstrations.raster import NOTHING, Layer
from bot.pictures.demonstrations.surfaces import Boxes

_SHADOW = np.array([[0.36], [0.36], [0.33]], np.float32)
FIRST_BOX = 10_000
"""Boxes are numbered from here, cones from 0."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that is seen in one frame: cones as the viewer sees them, cuts of the cloth, and muscles that glow."""

    cones: Cones
    cuts: Sequence[Cut]
    glows: Sequence[Glow]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the picture: x of its columns and y of its rows in metres, what is seen there, and which way boxes face.

    `faces` (3, height, width) and how `dark` it is there are right wherever a box is seen.
    """

    columns: Field
    rows: Field
    layer: Layer
    faces: Field
    dark: Field


class Painter:
    """Paints frames of one clip; colours by material, boxes by their number."""

    def __init__(self, view: View, colours: Mapping[str, Field], boxes: Sequence[tuple[Boxes, str]]) -> None:
        self._view = view
        self._colours = colours
        self._boxes = [
            (Boxes(each.centres[[row]], each.halves[[row]], each.turn, each.edge), material)
            for each, material in boxes
            for row in range(len(each.centres))
        ]
        self._line = max(1, round(view.size[0] / 900))

    def paint(self, picture: Field, window: Window, look: Look) -> None:
        """Paint over a picture (height, width, 3) what is seen in its window."""
        layer = window.layer
        here = layer.seen != NOTHING
        rows, columns = np.nonzero(here)
        number = layer.seen[rows, columns]
        points = np.stack([window.columns[columns], window.rows[rows], layer.depth[rows, columns]])
        colours, normals, warm = np.zeros_like(points), np.zeros_like(points), np.zeros(len(number), bool)
        for part in dict.fromkeys(look.cones.parts):
            own = [row for row, each in enumerate(look.cones.parts) if each == part]
            chosen = np.flatnonzero(np.isin(number, own)) if own[-1] - own[0] >= len(own) else _run(number, own)
            if len(chosen):
                off, normals[:, chosen] = skin.smooth(look.cones, part, points[:, chosen])
                points[2, chosen] -= np.clip(off / np.maximum(normals[2, chosen], 0.4), -0.02, 0.02)
                self._dress(colours, warm, chosen, part, points, number, look)
        boxed = number >= FIRST_BOX
        normals[:, boxed] = window.faces[:, rows[boxed], columns[boxed]]
        for row, (_, material) in enumerate(self._boxes):
            colours[:, number == FIRST_BOX + row] = self._colours[material][:, None]
        colours[:, boxed] *= 1 - _SHADOW * window.dark[rows[boxed], columns[boxed]]
        shading.heat(colours, points, warm, look.glows)
        layer.depth[rows, columns] = points[2]
        picture[rows, columns] = shading.lit(colours, normals, points[2]).T
        groups, joined = self._groups(layer, look.cones)
        line = shading.outline(layer.depth, groups, joined, self._line)
        shading.ink(picture, line, here)

    def faces(self, columns: Field, rows: Field, layer: Layer) -> Field:
        """Find which way boxes face, (3, height, width), wherever one is seen."""
        found = np.zeros((3, *layer.seen.shape), np.float32)
        for number, (box, _) in enumerate(self._boxes):
            down, right = np.nonzero(layer.seen == FIRST_BOX + number)
            points = np.stack([columns[right], rows[down], layer.depth[down, right]])
            found[:, down, right] = self._box_normals(box, points)
        return found

    def _dress(
        self,
        colours: Field,
        warm: Mask,
        chosen: Rows,
        part: str,
        points: Field,
        number: NDArray[np.int16],
        look: Look,
    ) -> None:
        """Give the pixels of one part their colours: those of the cones, then those of the cuts that run over it."""
        names = [*dict.fromkeys(look.cones.materials)]
        material = np.array([names.index(each) for each in look.cones.materials])[number[chosen]]
        for cut in look.cuts:
            if part in cut.parts and cut.material in self._colours:
                names += [cut.material] if cut.material not in names else []
                material[cut.covers(points[:, chosen])] = names.index(cut.material)
        palette = np.array([self._colours[name] for name in names], np.float32)
        colours[:, chosen] = palette[material].T
        warm[chosen] = np.array([shading.warms(name) for name in names])[material]

    def _box_normals(self, box: Boxes, points: Field) -> Field:
        """Find which way a box faces at points of its surface."""
        turn = self._view.turn
        world = turned(turn.T, points.astype(float)).T
        slopes = [box.distance(world + way) - box.distance(world - way) for way in np.eye(3) * 1e-3]
        away = turned(turn, np.stack(slopes))
        return np.asarray(away / np.maximum(np.sqrt((away * away).sum(0)), 1e-9), dtype=np.float32)

    def _groups(self, layer: Layer, lot: Cones) -> tuple[NDArray[np.int16], Mask]:
        """Number what may be set apart by a line: each part, each box; and tell which parts are one surface."""
        names = [*dict.fromkeys(lot.parts)]
        table = np.array([names.index(part) for part in lot.parts] + [NOTHING], np.int16)
        boxed = layer.seen >= FIRST_BOX
        groups = table[np.where(boxed, NOTHING, layer.seen)]
        groups[boxed] = layer.seen[boxed] - FIRST_BOX + len(names)
        joined = np.zeros((len(names) + len(self._boxes),) * 2, bool)
        for row, part in enumerate(names):
            joined[row, [column for column, other in enumerate(names) if other in skin.flows_into(part)]] = True
        return np.asarray(groups, dtype=np.int16), joined | joined.T


def _run(number: NDArray[np.int16], own: Sequence[int]) -> Rows:
    return np.flatnonzero((number >= own[0]) & (number <= own[-1]))
