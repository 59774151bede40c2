"""Draws the frames of one clip: the body on its floor, props, light, line and arrows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.domain.demonstration import Canvas, Demonstration
from bot.pictures.demonstrations import shading, skin
from bot.pictures.demonstrations.arrows import Arrows
from bot.pictures.demonstrations.camera import View, view
from bot.pictures.demonstrations.cones import Cones, together
from bot.pictures.demonstrations.floor import Floor, Mat
from bot.pictures.demonstrations.muscles import glow
from bot.pictures.demonstrations.posing import Poser
from bot.pictures.demonstrations.raster import NOTHING, Layer, draw_boxes, draw_cones, empty
from bot.pictures.demonstrations.rotation import Array
from bot.pictures.demonstrations.skeleton import Skeleton, stand
from bot.pictures.demonstrations.timeline import Moment

SIZES = {Canvas.WIDE: (640, 480), Canvas.SQUARE: (640, 640)}
_FINER = 2
"""Pictures are drawn so many times as large and reduced: smooth edges."""
_FIRST_BOX = 10_000
_RESTING = 0.3
"""How much a muscle glows when it does not work, so that it can be found."""

Frame = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Wall:
    """Boxes as the view shows them; they never move."""

    layer: Layer
    normals: NDArray[np.float32]
    colours: NDArray[np.float32]


class Artist:
    """Draws any moment of one clip, in the clip's own size or smaller."""

    def __init__(self, demonstration: Demonstration, *, scale: float = 1.0) -> None:
        self.demonstration = demonstration
        self.poser = Poser(demonstration)
        width, height = SIZES[demonstration.canvas]
        self.size = (round(width * scale / 2) * 2, round(height * scale / 2) * 2)
        self._skeletons = [stand(self.poser.key(step.pose)) for step in demonstration.sequence]
        reach = self._reach()
        self.view = view(demonstration.camera, reach, (self.size[0] * _FINER, self.size[1] * _FINER))
        self._floor = self._ground(reach)
        self._colours = self._palette()
        self._still = self._boxes()
        self.arrows = Arrows(demonstration, self.poser, self.view, self.silhouette)

    def draw(self, moment: Moment) -> Frame:
        """Draw a moment: (height, width, 3) bytes."""
        skeleton = stand(self.poser.between(moment.start, moment.end, moment.share))
        body, props = self.poser.body.cones(skeleton), self.poser.props.cones(skeleton)
        lot = body if props is None else together([body, props])
        layer = self._still.layer.copy()
        draw_cones(layer, self.view, lot, 0)
        rolling = props and _standing(props)
        picture = self._floor.shaded(body, rolling or None)
        self._paint(picture, layer, lot, skeleton, moment)
        whole = Image.fromarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))
        self.arrows.draw(whole)
        return np.asarray(whole.reduce(_FINER))

    def silhouette(self, moment: Moment) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Tell which pixels show the body, and which its head, in the large picture."""
        skeleton = stand(self.poser.between(moment.start, moment.end, moment.share))
        body = self.poser.body.cones(skeleton)
        layer = empty(self.view.size)
        draw_cones(layer, self.view, body, 0)
        head = np.array([part in ("head", "hair") for part in body.parts] + [False])
        return layer.seen != NOTHING, head[layer.seen]

    def _paint(
        self, picture: NDArray[np.float32], layer: Layer, lot: Cones, skeleton: Skeleton, moment: Moment
    ) -> None:
        rows, columns = np.nonzero(layer.seen != NOTHING)
        number = layer.seen[rows, columns]
        seen = np.stack([self.view.columns()[columns], self.view.rows()[rows], layer.depth[rows, columns]], axis=1)
        points = (seen @ self.view.turn).astype(np.float32)
        towards = self.view.turn[2].astype(np.float32)
        normals = np.zeros_like(points)
        colours = np.zeros_like(points)
        warm = np.zeros(len(points), bool)
        parts = np.array(lot.parts)
        round_ = number < _FIRST_BOX
        boxed = ~round_
        normals[boxed] = self._still.normals[rows[boxed], columns[boxed]]
        colours[boxed] = self._still.colours[rows[boxed], columns[boxed]]
        paints = np.array([self._colours[material] for material in lot.materials], np.float32)
        glowing = np.array([shading.warms(material) for material in lot.materials])
        colours[round_], warm[round_] = paints[number[round_]], glowing[number[round_]]
        for part in sorted({*lot.parts}):
            here = np.flatnonzero(round_)[parts[number[round_]] == part]
            if len(here):
                moved, away = skin.smooth(lot, part, points[here], towards)
                points[here] += moved[:, None] * towards
                layer.depth[rows[here], columns[here]] += moved
                normals[here] = away @ self.view.turn.T.astype(np.float32)
        strength = _RESTING + (1 - _RESTING) * moment.work
        glows = [glow(name, skeleton, strength) for name in self.demonstration.highlight]
        colours = shading.heated(colours, points, warm, glows)
        picture[rows, columns] = shading.lit(colours, normals, layer.depth[rows, columns])
        groups = self._groups(layer, parts)
        line = shading.outline(layer, groups, max(1, round(self.view.size[0] / 900)))
        shading.inked(picture, line, layer.seen != NOTHING)

    def _groups(self, layer: Layer, parts: NDArray[np.str_]) -> NDArray[np.int16]:
        """Number what may be set apart by a line: each part, each prop; walls have none."""
        names = sorted({*parts})
        table = np.array([names.index(part) for part in parts] + [NOTHING], np.int16)
        groups = np.full(layer.seen.shape, NOTHING, np.int16)
        round_ = (layer.seen >= 0) & (layer.seen < _FIRST_BOX)
        groups[round_] = table[layer.seen[round_]]
        boxed = layer.seen >= _FIRST_BOX
        groups[boxed] = layer.seen[boxed] - _FIRST_BOX + len(names)
        return groups

    def _reach(self) -> Array:
        """Give points round all that is seen, for the camera."""
        found = []
        for skeleton in self._skeletons:
            lots = [self.poser.body.cones(skeleton), self.poser.props.cones(skeleton)]
            for lot in lots:
                if lot is not None:
                    centres, radii = lot.spheres()
                    found += [centres + radii[:, None] * way for way in (*np.eye(3), *-np.eye(3))]
        for box in self.poser.props.boxes:
            if box.material != "wall":
                for centre, half in zip(box.boxes.centres, box.boxes.halves, strict=True):
                    corners = np.array(np.meshgrid(*[(-1, 1)] * 3)).reshape(3, -1).T * half
                    found.append(centre + corners @ box.boxes.turn.T)
        return np.concatenate(found)

    def _ground(self, reach: Array) -> Floor:
        low, high = reach.min(0), reach.max(0)
        middle = (float(low[0] + high[0]) / 2, float(low[2] + high[2]) / 2)
        wide, deep = float(high[0] - low[0]), float(high[2] - low[2])
        mat = None
        if any(prop.kind == "mat" for prop in self.demonstration.props):
            long_x = wide >= deep
            size = (max(1.75, wide + 0.2), max(0.66, deep + 0.16)) if long_x else (max(0.66, wide + 0.16), max(1.75, deep + 0.2))
            mat = Mat(middle, size)
        return Floor(self.view, middle, max(wide, deep) / 2 + 0.5, mat)

    def _palette(self) -> dict[str, NDArray[np.float32]]:
        colours = {**shading.PROP_COLOURS, **self.demonstration.figure.colours}
        return {name: shading.rgb(colour) for name, colour in colours.items()}

    def _boxes(self) -> _Wall:
        width, height = self.view.size
        layer = empty(self.view.size)
        normals, colours = np.zeros((height, width, 3), np.float32), np.zeros((height, width, 3), np.float32)
        first = _FIRST_BOX
        for box in self.poser.props.boxes:
            draw_boxes(layer, self.view, box.boxes, first)
            rows, columns = np.nonzero(layer.seen >= first)
            seen = np.stack([self.view.columns()[columns], self.view.rows()[rows], layer.depth[rows, columns]], axis=1)
            points = seen @ self.view.turn
            slopes = [box.boxes.distance(points + way) - box.boxes.distance(points - way) for way in np.eye(3) * 1e-3]
            away = np.stack(slopes, axis=1)
            away /= np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)
            normals[rows, columns] = away @ self.view.turn.T
            colours[rows, columns] = self._colours[box.material]
            first += len(box.boxes.centres)
        return _Wall(layer, normals, colours)


def _standing(props: Cones) -> Cones | None:
    """Keep what throws a shadow of its own; a band or a cuff lies on the body."""
    rows = [number for number, part in enumerate(props.parts) if part in ("roller", "ball", "legs")]
    return props.of(rows) if rows else None


