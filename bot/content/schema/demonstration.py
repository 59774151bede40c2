"""What a clip in content/demonstrations may hold, and the base poses that clips begin with."""

from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from bot.content.schema.fields import File, Id
from bot.content.schema.pose import Contacts, Place, Planted, PoseFile, Short, in_each, in_list, touching
from bot.domain.demonstration import SIDES, Canvas, Ease, Toward

Highlight = Annotated[str, Field(pattern=r"^[a-z_]+$")]
Share = Annotated[float, Field(ge=0, le=1)]


class BodyFile(File):
    """Which way the body lies or stands at 0 degrees."""

    front: Toward
    """Where the chest looks."""
    head: Toward
    """Where the head is."""


class CameraFile(File):
    """From where one looks."""

    yaw: Annotated[float, Field(ge=-180, le=180)] = 0.0
    """Degrees to the right of the body's place."""
    pitch: Annotated[float, Field(ge=4, le=60)] = 14.0
    """Degrees from above."""
    zoom: Annotated[float, Field(ge=0.5, le=2)] = 1.0
    """Above 1 nearer than what shows everything."""
    shift: Place = (0.0, 0.0)
    """What is in the middle: metres to the right and up."""


class PropFile(Short):
    """A thing beside the body: `mat`, or with its place."""

    type: Literal["mat", "band", "ankle_weight", "roller", "ball", "wall", "chair", "cushion", "step", "sofa"]
    at: Literal["thighs", "knees", "ankles"] | None = None
    """Of a band: where it sits."""
    side: Literal["left", "right"] | None = None
    """Of an ankle weight: which leg."""
    under: str | None = None
    """The part of the body under which it lies in the first pose."""
    floor: Place | None = None
    """Where on the floor: metres to the right and to the viewer."""
    faces: Toward | None = None
    """Where its front is."""
    distance: Annotated[float, Field(ge=-3, le=3)] | None = None
    """Of a wall: metres behind its place."""
    size: Annotated[Place, Field()] | None = None
    """Depth and width in metres."""
    height: Annotated[float, Field(gt=0, le=2.5)] | None = None
    """Height in metres; of a roller or ball its thickness."""


class WorkFile(File):
    """How much the muscles of each side glow, 0 to 1; one number for both."""

    left: Share = 0.0
    right: Share = 0.0

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors that a number will do."""
        return {"anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, handler(schema)]}


class StepFile(File):
    """Go to a pose and stay there."""

    pose: Id
    move: Annotated[float, Field(gt=0, le=10)] = 1.0
    """Seconds to get there from the step before (the first step: from the last)."""
    hold: Annotated[float, Field(ge=0, le=10)] = 0.0
    """Seconds to stay."""
    work: WorkFile | None = None
    """How much the muscles glow, 0 to 1, or of each side; else 0 in the first step and 1 in the others."""
    ease: Ease = Ease.SMOOTH
    """How it gathers and loses speed: smooth for what is controlled, in_out for swings."""


class ArrowFile(File):
    """The way of one point from a pose to another."""

    joint: str
    from_: Annotated[Id, Field(alias="from")]
    through: tuple[Id, ...] = ()
    """Poses on the way, for an arrow that goes round."""
    to: Id
    offset: Place | None = None
    """Metres to the right and up, where the place it finds for itself is not good."""
    both: bool = False
    """true: a head at either end."""
    size: Annotated[float, Field(gt=0, le=4)] = 1.0
    """So many times as large as the way is, such as a ring round the hips."""


def _work_of_sides(step: object) -> object:
    """Write out that both sides work alike."""
    if isinstance(step, dict) and isinstance(step.get("work"), int | float):
        return {**step, "work": dict.fromkeys(SIDES, step["work"])}
    return step


def _or_one(schema: dict[str, Any]) -> None:
    """Tell editors that a list of one may be written without its dash."""
    schema["anyOf"] = [schema["items"], {"type": schema.pop("type"), "items": schema.pop("items")}]


class DemonstrationFile(File):
    """One clip."""

    figure: Id = "average"
    """Who is seen, of figures.yaml."""
    canvas: Canvas | None = None
    """wide (640 x 480) or square (640 x 640)."""
    body: BodyFile | None = None
    """Which way the body lies; else as in the base of the first pose."""
    camera: CameraFile | None = None
    """From where one looks; else as in the base of the first pose."""
    props: tuple[PropFile, ...] = ()
    """What is beside the body."""
    highlight: tuple[Highlight, ...] = ()
    """The muscles that glow, such as glute_med_left."""
    contacts: Contacts | None = None
    """What touches in every pose that does not say so itself."""
    planted: Planted | None = None
    """What is planted in every pose that does not say so itself."""
    anchor: str | None = None
    """The point that keeps its place over the floor in every pose that does not say so itself."""
    poses: Annotated[dict[Id, PoseFile], Field(min_length=1)]
    """The poses by their names."""
    sequence: Annotated[tuple[StepFile, ...], Field(min_length=1)]
    """One round; the first pose is the first picture."""
    arrow: Annotated[tuple[ArrowFile, ...], Field(json_schema_extra=_or_one)] = ()
    """One arrow, or a list."""

    @classmethod
    def spelled_out(cls, data: object) -> object:
        """Write out every short form."""
        if not isinstance(data, dict):
            return data
        whole = touching({**data, "poses": in_each(data.get("poses"), touching)} if "poses" in data else data)
        if "props" in whole:
            whole["props"] = in_list(whole["props"], lambda word: {"type": word})
        if isinstance(whole.get("sequence"), list):
            whole["sequence"] = [_work_of_sides(step) for step in whole["sequence"]]
        if isinstance(whole.get("arrow"), dict):
            whole["arrow"] = [whole["arrow"]]
        return whole


class BaseFile(PoseFile):
    """A pose that clips begin with, and how it is usually seen."""

    body: BodyFile
    """Which way the body lies."""
    camera: CameraFile = CameraFile()
    """From where it is seen well."""
    canvas: Canvas = Canvas.WIDE
    """wide or square."""


class BasesFile(File):
    """Poses that clips begin with."""

    bases: dict[Id, BaseFile]

    @classmethod
    def spelled_out(cls, data: object) -> object:
        """Write out every short form."""
        return {**data, "bases": in_each(data.get("bases"), touching)} if isinstance(data, dict) else data
