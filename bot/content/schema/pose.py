"""A pose in a file of content/demonstrations: joints and their degrees, what touches, what is planted."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from bot.content.schema.fields import File, Id
from bot.domain.demonstration import ANGLES, JOINTS, Toward

Degrees = Annotated[float, Field(ge=-360, le=360)]
Metres = Annotated[float, Field(ge=-4, le=4)]
Place = tuple[Metres, Metres]


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
    slides: bool = False
    """true: to its next place it slides, such as a hand that strokes; else it is lifted on the way."""


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


def in_each(values: object, change: Callable[[Any], Any]) -> object:
    """Change what stands under each key, where there are keys at all."""
    return {name: change(value) for name, value in values.items()} if isinstance(values, dict) else values


def touching(pose: Any) -> Any:
    """Write out what touches and what is planted: `pelvis`, `{pelvis: chair}`, `left_foot`."""
    if not isinstance(pose, dict):
        return pose
    whole = dict(pose)
    if "contacts" in whole:
        whole["contacts"] = in_list(whole["contacts"], lambda word: {"part": word})
        whole["contacts"] = in_list(whole["contacts"], lambda word: word, _on)
    if "planted" in whole:
        whole["planted"] = in_list(whole["planted"], lambda word: {"limb": word})
    return whole


def _on(contact: dict[str, object]) -> dict[str, object]:
    """Read {pelvis: chair} as a part and what it is on."""
    if len(contact) != 1 or "part" in contact:
        return contact
    return next({"part": part, "on": on} for part, on in contact.items())


def in_list(
    values: object, word: Callable[[str], object], mapping: Callable[[dict[str, object]], object] = lambda each: each
) -> object:
    """Write out the words of a list, and change its mappings, where it is a list at all."""
    if not isinstance(values, list):
        return values
    return [
        word(each) if isinstance(each, str) else mapping(each) if isinstance(each, dict) else each for each in values
    ]
