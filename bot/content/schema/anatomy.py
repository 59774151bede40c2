"""What the files of drawn anatomy may hold: outlines, pictures, and the words on them."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from bot.content.schema.fields import PLAIN, Allowed, File, Id, Name
from bot.domain.anatomy import Look, Part, Sides, Size

_POINT = r"-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?"


def _points(value: object) -> tuple[tuple[float, float], ...]:
    """Read `10,20 30,-5` as points."""
    points = str(value).split()
    wrong = next((point for point in points if not re.fullmatch(_POINT, point)), None)
    if wrong or not points:
        raise ValueError(f"write points as x,y with spaces between them, such as 10,20 30,-5; not {wrong or 'nothing'}")
    return tuple((float(x), float(y)) for x, y in (point.split(",") for point in points))


def _point(value: object) -> tuple[float, float]:
    points = _points(value)
    if len(points) > 1:
        raise ValueError("write one point, such as 10,20")
    return points[0]


def _size(value: object) -> tuple[int, int]:
    """Read `1080x960`."""
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", str(value))
    if not found:
        raise ValueError("write a size as width x height in px, such as 1080x960")
    return int(found[1]), int(found[2])


_TEXT = WithJsonSchema({"type": "string", "pattern": rf"^{_POINT}(\s+{_POINT})*$", "examples": ["10,20 30,-5"]})
Curve = Annotated[tuple[tuple[float, float], ...], BeforeValidator(_points), _TEXT]
Point = Annotated[
    tuple[float, float],
    BeforeValidator(_point),
    WithJsonSchema({"type": "string", "pattern": f"^{_POINT}$", "examples": ["10,20"]}),
]
PictureSize = Annotated[
    tuple[int, int],
    BeforeValidator(_size),
    WithJsonSchema({"type": "string", "pattern": r"^\d{3,4}x\d{3,4}$", "examples": ["1080x960"]}),
]

# anatomy/outlines/ID.yaml


class FibresFile(File):
    """A muscle by its four borders."""

    origin: Curve
    """Where it begins, from the first edge to the second."""
    insertion: Curve
    """Where it ends, from the first edge to the second."""
    first_edge: Curve
    """From origin to insertion."""
    second_edge: Curve
    """From origin to insertion."""


class ShapeFile(File):
    """One thing to draw, in millimetres from where the midline meets the height of the hip joint."""

    look: Look
    """How it is painted."""
    part: Part
    """What it belongs to: a build changes pelvis and femur, and leaves the body as it is."""
    sides: Sides = Sides.PAIR
    """One, a pair, or joined: half of a shape that crosses the midline."""
    outline: Curve | None = None
    """Points around it; a point that stands twice is a corner."""
    fibres: FibresFile | None = None
    """For a muscle, in place of the outline."""
    holes: tuple[Curve, ...] = ()
    """What is left open."""
    lines: tuple[Curve, ...] = ()
    """Lines on it."""


class OutlinesFile(File):
    """The shapes of one view, and groups of them."""

    groups: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)
    """Names for several shapes, from the back to the front."""
    shapes: Annotated[dict[Id, ShapeFile], Field(min_length=1)]
    """Shapes by name."""


# anatomy/ID.yaml


class BuildFile(File):
    """How a hip is built, measured against the outlines."""

    wide: Annotated[float, Field(ge=0.8, le=1.25)] = 1
    """The pelvis is so many times as wide."""
    high: Annotated[float, Field(ge=0.8, le=1.25)] = 1
    """The pelvis is so many times as high above the hip joint."""
    neck: Annotated[float, Field(ge=-15, le=15)] = 0
    """The neck of the femur is so many mm longer, or shorter."""


class PanelFile(File):
    """One hip on the picture."""

    outlines: Id
    """A file of outlines/."""
    shapes: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Shapes or groups, from the back to the front."""
    at: Point
    """Where the midline meets the height of the hip joint, in px from the upper left corner."""
    zoom: Annotated[float, Field(gt=0, le=5)]
    """How many px a millimetre has."""
    top: float
    """Above this height, in mm, it fades out."""
    bottom: float
    """Below this height, in mm, it fades out."""
    inner: float | None = None
    """Left of this distance from the midline, in mm, it fades out."""
    build: BuildFile = BuildFile()
    """How this hip is built."""


class LabelFile(File):
    """A place for words."""

    id: Id
    """Its key under `labels:` of this picture in anatomy.yaml of each language."""
    at: Point
    """The upper left corner in px, or the middle of the upper edge when it is centred."""
    width: Annotated[int, Field(ge=80)]
    """How wide it may become, in px."""
    size: Size = Size.LABEL
    """A title or a label."""
    centred: bool = False
    """Whether its lines are centred."""
    panel: Annotated[int, Field(ge=1)] = 1
    """Which panel its spot is in, counted from 1."""
    spot: Point | None = None
    """Where a line leads, in mm of the panel."""


class DrawingFile(File):
    """One picture without its words."""

    id: Id
    """The name of this file, without .yaml."""
    size: PictureSize
    """Width and height in px."""
    panels: Annotated[tuple[PanelFile, ...], Field(min_length=1)]
    """The hips on it."""
    labels: tuple[LabelFile, ...] = ()
    """Places for words."""


# LANGUAGE/anatomy.yaml


class LabelWordsFile(File):
    """What a label says."""

    name: Name
    """At most 48 letters."""
    about: Annotated[str, Field(max_length=60, pattern=PLAIN)] = ""
    """A few words below it, at most 60 letters."""


class PictureWordsFile(File):
    """The words on a picture, and those that say the same without it."""

    words: Annotated[str, Field(min_length=40, max_length=700)]
    """What the picture shows: sent with it, and in its place when it cannot be sent."""
    labels: dict[Id, LabelWordsFile]
    """What its labels say."""


class AnatomyWordsFile(File):
    """The words of all drawn pictures."""

    pictures: dict[Id, PictureWordsFile]
    """By the id of the picture."""
    allow: Allowed = ()
