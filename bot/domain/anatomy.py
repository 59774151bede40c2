"""Drawings of hips: outlines in millimetres, how a hip is built, and what a picture shows where."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]
Curve = tuple[Point, ...]
"""Points that a smooth curve goes through; a point that stands twice in a row is a corner."""


class Look(StrEnum):
    """How a shape is painted."""

    SKIN_LIGHT = "skin_light"
    SKIN_TAN = "skin_tan"
    SKIN_DEEP = "skin_deep"
    BONE = "bone"
    BONE_BEHIND = "bone_behind"
    HOLLOW = "hollow"
    CARTILAGE = "cartilage"
    TENDON = "tendon"
    MUSCLE_DEEP = "muscle_deep"
    MUSCLE_MIDDLE = "muscle_middle"
    MUSCLE_OUTER = "muscle_outer"
    MARK = "mark"


class Part(StrEnum):
    """What a shape belongs to, and so what a hip's build does to it."""

    PELVIS = "pelvis"
    FEMUR = "femur"
    BODY = "body"


class Sides(StrEnum):
    """Whether a shape is drawn once, on both sides, or is half of one that crosses the midline."""

    ONE = "one"
    PAIR = "pair"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Fibres:
    """A muscle by its four borders; origin and insertion run from the first edge to the second."""

    origin: Curve
    insertion: Curve
    first_edge: Curve
    second_edge: Curve


@dataclass(frozen=True, slots=True)
class Shape:
    """One thing to paint: x in mm outwards from the midline, y in mm upwards from the middle of the hip joint."""

    look: Look
    part: Part
    sides: Sides
    outline: Curve = ()
    fibres: Fibres | None = None
    holes: tuple[Curve, ...] = ()
    lines: tuple[Curve, ...] = ()

    def moved(self, move: Callable[[Point], Point]) -> "Shape":
        """Give this shape with every point moved."""

        def curve(points: Curve) -> Curve:
            return tuple(map(move, points))

        borders = self.fibres
        return replace(
            self,
            outline=curve(self.outline),
            fibres=borders
            and Fibres(
                curve(borders.origin), curve(borders.insertion), curve(borders.first_edge), curve(borders.second_edge)
            ),
            holes=tuple(map(curve, self.holes)),
            lines=tuple(map(curve, self.lines)),
        )


@dataclass(frozen=True, slots=True)
class Build:
    """How one hip differs from the outlines: pelvis times as wide and high, femoral neck some mm longer."""

    wide: float = 1
    high: float = 1
    neck: float = 0


@dataclass(frozen=True, slots=True)
class Panel:
    """Some shapes, from the back to the front; `at` is where midline and hip joint meet, `zoom` in px per mm.

    Above the height `top`, below `bottom` and, where given, inwards of `inner`, all in mm, it fades out.
    """

    shapes: tuple[Shape, ...]
    at: Point
    zoom: float
    top: float
    bottom: float
    inner: float | None
    build: Build


class Size(StrEnum):
    """How large a label is written."""

    TITLE = "title"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Label:
    """A place for words, in px: its upper left corner or the middle of its upper edge, and its width.

    Where it has a spot, a line leads there, which is in mm of a panel, counted from 0.
    """

    id: str
    at: Point
    width: float
    size: Size
    centred: bool
    panel: int
    spot: Point | None


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What a label says: a name, and maybe a few words about it."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One picture without its words; the size in px."""

    name: str
    size: tuple[int, int]
    panels: tuple[Panel, ...]
    labels: tuple[Label, ...]
