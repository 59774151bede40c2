"""Draws the frames of one clip: the body on its floor, props, light, lines and arrows."""

from collections.abc import Sequence

import numpy as np
from PIL import Image

from bot.domain.demonstration import Canvas, Demonstration
from bot.pictures.demonstrations import shading
from bot.pictures.demonstrations.arrays import Array, Field, Frame, Mask, Rows
from bot.pictures.demonstrations.arrows import Arrows
from bot.pictures.demonstrations.camera import view
from bot.pictures.demonstrations.cast import Cast
from bot.pictures.demonstrations.cones import Cones, together
from bot.pictures.demonstrations.dress import cuts
from bot.pictures.demonstrations.floor import Floor, Mat
from bot.pictures.demonstrations.muscles import glow
from bot.pictures.demonstrations.paint import FIRST_BOX, Look, Painter, Window
from bot.pictures.demonstrations.posing import Poser
from bot.pictures.demonstrations.raster import NOTHING, Layer, draw_boxes, draw_cones, empty
from bot.pictures.demonstrations.skeleton import Skeleton, stand
from bot.pictures.demonstrations.timeline import Moment

SIZES = {Canvas.WIDE: (640, 480), Canvas.SQUARE: (640, 640)}
_FINER = 2
"""Pictures are drawn so many times as large and reduced: smooth edges."""
_RESTING = 0.3
"""How much a muscle glows when it does not work, so that it can be found."""
_MARGIN = 6
"""Pixels of the large picture round what is painted, of which the outer ones are left as they were."""
_CORNERS = np.array(np.meshgrid(*[(-1, 1)] * 3)).reshape(3, -1).T


class Artist:
    """Draws any moment of one clip, in the clip's own size or smaller."""

    def __init__(self, demonstration: Demonstration, *, scale: float = 1.0) -> None:
        self.demonstration = demonstration
        self.poser = Poser(demonstration)
        width, height = SIZES[demonstration.canvas]
        self.size = (round(width * scale / 2) * 2, round(height * scale / 2) * 2)
        reach = self._reach()
        self.view = view(demonstration.camera, reach, (self.size[0] * _FINER, self.size[1] * _FINER))
        self._floor = self._ground(reach)
        self._empty = _bytes(self._floor.picture)
        boxes = [(box.boxes, box.material) for box in self.poser.props.boxes]
        colours = {**shading.PROP_COLOURS, **demonstration.figure.colours}
        self._painter = Painter(self.view, {name: shading.rgb(colour) for name, colour in colours.items()}, boxes)
        self._still = empty(self.view.size)
        first = FIRST_BOX
        for each, _ in boxes:
            draw_boxes(self._still, self.view, each, first)
            first += len(each.centres)
        self._faces = self._painter.faces(self.view.columns(), self.view.rows(), self._still)
        self._cast = Cast(self.view, self._still)
        if boxes:
            self._paint_still()
        self.arrows = Arrows(demonstration, self.poser, self.view, self.silhouette)

    def draw(self, moment: Moment) -> Frame:
        """Draw a moment: (height, width, 3) bytes."""
        skeleton = stand(self.poser.between(moment.start, moment.end, moment.share))
        lots = self._lots(skeleton)
        layer = self._still.copy()
        seen = together(lots).seen_from(self.view.turn)
        draw_cones(layer, self.view, seen, 0)
        dark = self._floor.shadow([lots[0], *map(_standing, lots[1:])])
        whole = self._empty.copy()
        window = _window((layer.seen != self._still.seen) | (dark > 0))
        self._paint(whole, window, layer, dark, self._look(seen, skeleton, moment.work))
        image = Image.fromarray(whole)
        self.arrows.draw(image, moment)
        return np.asarray(image.reduce(_FINER))

    def _paint_still(self) -> None:
        """Paint walls and furniture once: they look the same in every frame."""
        skeleton = stand(self.poser.key(self.demonstration.sequence[0].pose))
        seen = together(self._lots(skeleton)).seen_from(self.view.turn)
        light = np.zeros(self._still.seen.shape, np.float32)
        window = _window(self._still.seen != NOTHING)
        self._paint(self._empty, window, self._still, light, self._look(seen, skeleton, (0, 0)), margin=0)

    def _paint(
        self, whole: Frame, window: tuple[slice, slice], layer: Layer, dark: Field, look: Look, margin: int = _MARGIN
    ) -> None:
        """Paint what is seen in a window over the whole picture, but for a margin, where lines are cut off."""
        picture = self._floor.shaded(dark, window)
        inside = Window(
            self.view.columns()[window[1]],
            self.view.rows()[window[0]],
            Layer(layer.depth[window].copy(), layer.seen[window]),
            self._faces[:, *window],
            self._cast.dark(look.cones)[window],
        )
        self._painter.paint(picture, inside, look)
        inner = tuple(slice(margin, side - margin) for side in picture.shape[:2])
        whole[window][inner] = _bytes(picture)[inner]

    def silhouette(self, moment: Moment) -> tuple[Mask, Mask]:
        """Tell which pixels show the body or a prop, and which the head, in the large picture."""
        skeleton = stand(self.poser.between(moment.start, moment.end, moment.share))
        shown = together(self._lots(skeleton)).seen_from(self.view.turn)
        layer = empty(self.view.size)
        draw_cones(layer, self.view, shown, 0)
        head = np.array([part in ("head", "hair") for part in shown.parts] + [False])
        return layer.seen != NOTHING, head[layer.seen]

    def _lots(self, skeleton: Skeleton) -> list[Cones]:
        props = self.poser.props.cones(skeleton)
        return [each.rounded() for each in (self.poser.body.cones(skeleton), props) if each is not None]

    def _look(self, seen: Cones, skeleton: Skeleton, work: tuple[float, float]) -> Look:
        left, right = (_RESTING + (1 - _RESTING) * each for each in work)
        build = self.demonstration.figure.build
        glows = [
            glow(name, skeleton, left if name.endswith("_left") else right, build).seen_from(self.view.turn)
            for name in self.demonstration.highlight
        ]
        return Look(seen, cuts(self.demonstration.figure, skeleton, self.view.turn), glows)

    def _reach(self) -> Array:
        """Give points round all that is seen, for the camera."""
        found: list[Array] = []
        for step in self.demonstration.sequence:
            for lot in self._lots(stand(self.poser.key(step.pose))):
                centres, radii = lot.spheres()
                found += [centres + radii[:, None] * way for way in (*np.eye(3), *-np.eye(3))]
        for box in self.poser.props.boxes:
            if box.material != "wall":
                for centre, half in zip(box.boxes.centres, box.boxes.halves, strict=True):
                    found.append(centre + (_CORNERS * half) @ box.boxes.turn.T)
        return np.concatenate(found)

    def _ground(self, reach: Array) -> Floor:
        low, high = reach.min(0), reach.max(0)
        middle = (float(low[0] + high[0]) / 2, float(low[2] + high[2]) / 2)
        wide, deep = float(high[0] - low[0]), float(high[2] - low[2])
        has_mat = any(prop.kind == "mat" for prop in self.demonstration.props)
        return Floor(
            self.view, middle, max(wide, deep) / 2 + 0.5, Mat(middle, _mat_size(wide, deep)) if has_mat else None
        )


def _mat_size(wide: float, deep: float) -> tuple[float, float]:
    """Lay a mat along the body, as long and as wide as it needs."""
    long_, short = max(1.75, max(wide, deep) + 0.2), max(0.66, min(wide, deep) + 0.16)
    return (long_, short) if wide >= deep else (short, long_)


def _standing(props: Cones) -> Cones:
    """Keep what throws a shadow of its own; a band or a cuff lies on the body."""
    return props.of([number for number, part in enumerate(props.parts) if part in ("roller", "ball", "legs")])


def _window(shown: Mask) -> tuple[slice, slice]:
    """Find the part of a picture in which anything is shown, a few pixels wider for its line."""
    rows, columns = np.flatnonzero(shown.any(1)), np.flatnonzero(shown.any(0))
    return _wider(rows, shown.shape[0]), _wider(columns, shown.shape[1])


def _wider(found: Sequence[int] | Rows, most: int) -> slice:
    return slice(max(int(found[0]) - 2 * _MARGIN, 0), min(int(found[-1]) + 2 * _MARGIN, most))


def _bytes(picture: Field) -> Frame:
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)
