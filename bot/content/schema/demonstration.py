"""What the files of content/demonstrations may hold: figures, base poses, and one clip each."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from bot.content.schema.fields import File, Id
from bot.domain.demonstration import ANGLES, JOINTS, Canvas, Ease, Toward

Degrees = Annotated[float, Field(ge=-360, le=360)]
Metres = Annotated[float, Field(ge=-4, le=4)]
Place = tuple[Metres, Metres]
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Thickness = Annotated[float, Field(ge=0.6, le=1.6)]
Highlight = Annotated[str, Field(pattern=r"^[a-z_]+$")]


class Angles(File):
    """Degrees from standing straight; + is the same way on both sides."""

    NAMES_ARE_TOLD: ClassVar[bool] = True


class RootFile(Angles):
    """The whole body, about the pelvis."""

    lean: Degrees | None = None
    """Forward."""
    tilt: Degrees | None = None
    """To its left."""
    turn: Degrees | None = None
    """To its left, about its long axis."""
    dx: Metres | None = None
    """To the right of the picture, in metres."""
    dy: Metres | None = None
    """Up, in metres; what touches the floor decides when anything does."""
    dz: Metres | None = None
    """To the viewer, in metres."""


class TrunkFile(Angles):
    """Spine or neck."""

    bend: Degrees | None = None
    """Forward."""
    side: Degrees | None = None
    """To its left."""
    twist: Degrees | None = None
    """To its left."""


class BallFile(Angles):
    """Hip or shoulder."""

    flex: Degrees | None = None
    """Forward."""
    abduct: Degrees | None = None
    """Away from the middle."""
    rotate: Degrees | None = None
    """Outward about its own bone."""


class HingeFile(Angles):
    """Knee or elbow."""

    flex: Degrees | None = None
    """Bent."""
    out: Degrees | None = None
    """Of a planted limb: swung outward about the line from hip to foot, or shoulder to hand."""


class AnkleFile(Angles):
    """Ankle."""

    point: Degrees | None = None
    """Toes away from the shin."""
    turn: Degrees | None = None
    """Toes outward."""
    tilt: Degrees | None = None
    """Sole inward."""
    toes: Degrees | None = None
    """Toes towards the shin, as when standing on the ball of the foot."""


class WristFile(Angles):
    """Wrist."""

    bend: Degrees | None = None
    """Back of the hand towards the forearm."""
    side: Degrees | None = None
    """Towards the little finger."""
    turn: Degrees | None = None
    """Forearm and hand turned; 90 brings the thumb to the front."""


class Short(File):
    """What may also be written as one word."""

    SHORT_FORMS: ClassVar[tuple[dict[str, Any], ...]] = ()
    """Other ways to write it, for editors."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Tell editors that a word will do."""
        return {"anyOf": [{"type": "string"}, *cls.SHORT_FORMS, handler(schema)]}


class ContactFile(Short):
    """A part that touches the floor or a prop: `pelvis`, or `{pelvis: chair}`."""

    SHORT_FORMS = ({"type": "object", "additionalProperties": {"type": "string"}, "maxProperties": 1},)

    part: str
    on: str = "floor"


class PlantFile(Short):
    """A foot or hand that stays where it is: `left_foot`, or with its place."""

    limb: str
    floor: Place | None = None
    """Where on the floor: metres to the right and to the viewer."""
    at: tuple[Metres, Metres, Metres] | None = None
    """Where in the air or on a wall: metres to the right, up, and to the viewer."""
    on: str = "floor"
    """The prop it stands on."""
    toes: Degrees | None = None
    """Where toes or fingers point: 0 to the viewer, 90 to the right, -90 to the left, 180 away."""
    heel: Degrees = 0.0
    """How far the heel is lifted."""
    knee: Toward | None = None
    """Where the knee or elbow points."""


Contacts = tuple[ContactFile, ...]
Planted = tuple[PlantFile, ...]


class PoseFile(File):
    """Joints and their degrees; without a side, both."""

    NAMES_ARE_TOLD: ClassVar[bool] = True

    from_: Annotated[Id | None, Field(alias="from")] = None
    """The pose, or base of bases.yaml, that it changes."""
    contacts: Contacts | None = None
    """What touches the floor or a prop in this pose."""
    planted: Planted | None = None
    """Feet and hands that stay where they are."""
    anchor: str | None = None
    """The point that keeps its place over the floor."""
    root: RootFile | None = None
    spine: TrunkFile | None = None
    neck: TrunkFile | None = None
    hip: BallFile | None = None
    left_hip: BallFile | None = None
    right_hip: BallFile | None = None
    knee: HingeFile | None = None
    left_knee: HingeFile | None = None
    right_knee: HingeFile | None = None
    ankle: AnkleFile | None = None
    left_ankle: AnkleFile | None = None
    right_ankle: AnkleFile | None = None
    shoulder: BallFile | None = None
    left_shoulder: BallFile | None = None
    right_shoulder: BallFile | None = None
    elbow: HingeFile | None = None
    left_elbow: HingeFile | None = None
    right_elbow: HingeFile | None = None
    wrist: WristFile | None = None
    left_wrist: WristFile | None = None
    right_wrist: WristFile | None = None

    def angles(self) -> Mapping[str, Mapping[str, float]]:
        """Give what is written, joint by joint; those of both sides before those of one."""
        written = self.model_dump(exclude_none=True, include={*ANGLES, *JOINTS})
        return dict(sorted(written.items(), key=lambda each: each[0] not in ANGLES))


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


class StepFile(File):
    """Go to a pose and stay there."""

    pose: Id
    move: Annotated[float, Field(gt=0, le=10)] = 1.0
    """Seconds to get there from the step before (the first step: from the last)."""
    hold: Annotated[float, Field(ge=0, le=10)] = 0.0
    """Seconds to stay."""
    work: Annotated[float, Field(ge=0, le=1)] | None = None
    """How much the muscles glow, 0 to 1; else 0 in the first step and 1 in the others."""
    ease: Ease = Ease.SMOOTH
    """How it gathers and loses speed: smooth for what is controlled, in_out for swings."""


class ArrowFile(File):
    """The way of one point from a pose to another."""

    joint: str
    from_: Annotated[Id, Field(alias="from")]
    to: Id
    offset: Place | None = None
    """Metres to the right and up, where the place it finds for itself is not good."""
    both: bool = False
    """true: a head at either end."""


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
        whole = _touching({**data, "poses": _each(data.get("poses"), _touching)} if "poses" in data else data)
        if "props" in whole:
            whole["props"] = _items(whole["props"], lambda word: {"type": word})
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
        return {**data, "bases": _each(data.get("bases"), _touching)} if isinstance(data, dict) else data


def _each(values: object, change: Callable[[Any], Any]) -> object:
    return {name: change(value) for name, value in values.items()} if isinstance(values, dict) else values


def _touching(pose: Any) -> Any:
    """Write out what touches and what is planted: `pelvis`, `{pelvis: chair}`, `left_foot`."""
    if not isinstance(pose, dict):
        return pose
    whole = dict(pose)
    if "contacts" in whole:
        whole["contacts"] = _items(whole["contacts"], lambda word: {"part": word})
        whole["contacts"] = _items(whole["contacts"], lambda word: word, _on)
    if "planted" in whole:
        whole["planted"] = _items(whole["planted"], lambda word: {"limb": word})
    return whole


def _on(contact: dict[str, object]) -> dict[str, object]:
    """Read {pelvis: chair} as a part and what it is on."""
    if len(contact) != 1 or "part" in contact:
        return contact
    return next({"part": part, "on": on} for part, on in contact.items())


def _items(
    values: object, word: Callable[[str], object], mapping: Callable[[dict[str, object]], object] = lambda each: each
) -> object:
    if not isinstance(values, list):
        return values
    return [
        word(each) if isinstance(each, str) else mapping(each) if isinstance(each, dict) else each for each in values
    ]


class FigureFile(File):
    """One person: colours, and how thick each part is beside an average one."""

    skin: Colour
    hair_colour: Colour
    hair: Literal["short", "bun", "ponytail", "bob", "curly", "headscarf", "shaved"]
    """How the hair is worn."""
    scarf: Colour | None = None
    """The colour of a headscarf."""
    top: Colour
    bottom: Colour
    shoe: Colour
    sole: Colour = "#D8D3C8"
    sleeves: Literal["vest", "short", "long"] = "vest"
    legs: Literal["short", "long"] = "long"
    build: dict[
        Literal["hips", "seat", "waist", "belly", "chest", "bust", "thigh", "calf", "arm", "neck", "ankle"], Thickness
    ] = Field(default_factory=dict)
    """1 is average; feet, hands and head are the same for all."""


class FiguresFile(File):
    """Who is seen in the clips."""

    figures: Annotated[dict[Id, FigureFile], Field(min_length=1)]
