"""A drawn demonstration of a movement: poses in anatomical degrees, their order, and what is seen beside the body."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SIDES = ("left", "right")

ANGLES: Mapping[str, tuple[str, ...]] = {
    "root": ("lean", "tilt", "turn", "dx", "dy", "dz"),
    "spine": ("bend", "side", "twist"),
    "neck": ("bend", "side", "twist"),
    "hip": ("flex", "abduct", "rotate"),
    "knee": ("flex", "out"),
    "ankle": ("point", "turn", "tilt", "toes"),
    "shoulder": ("flex", "abduct", "rotate"),
    "elbow": ("flex", "out"),
    "wrist": ("bend", "side", "turn"),
}
"""What each joint may do, in degrees from standing straight; the root's dx, dy and dz are metres."""

SINGLE = ("root", "spine", "neck")
"""The joints there is only one of; the others have a left and a right."""

LIMBS = tuple(f"{side}_{end}" for side in SIDES for end in ("foot", "hand"))

SINGLE_PARTS = ("head", "upper_back", "lower_back", "pelvis")
PAIRED_PARTS = (
    "shoulder",
    "upper_arm",
    "elbow",
    "forearm",
    "hand",
    "hip",
    "thigh",
    "knee",
    "shank",
    "foot",
    "heel",
    "toes",
)
PARTS = (*SINGLE_PARTS, *(f"{side}_{part}" for side in SIDES for part in PAIRED_PARTS))
"""What of the body can touch something."""

MUSCLES = (
    "glute_max",
    "glute_med",
    "deep_rotators",
    "tfl",
    "hip_flexors",
    "hamstrings",
    "quads",
    "adductors",
    "calves",
    "obliques",
    "abs",
    "lower_back",
)

JOINTS = (*SINGLE, *(f"{side}_{joint}" for side in SIDES for joint in ANGLES if joint not in SINGLE))
POINTS = ("pelvis", "waist", "thorax", "head", *JOINTS[1:], *LIMBS)
"""What an arrow may follow and what may be held in its place."""

FLOOR = "floor"
PROPS = ("mat", "band", "ankle_weight", "roller", "ball", "wall", "chair", "cushion", "step", "sofa")


class Toward(StrEnum):
    """A direction, as seen by who looks at the picture."""

    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"
    VIEWER = "viewer"
    AWAY = "away"


class Canvas(StrEnum):
    """The shape of the picture."""

    WIDE = "wide"
    SQUARE = "square"


class Ease(StrEnum):
    """How a movement gathers and loses speed."""

    LINEAR = "linear"
    IN = "in"
    OUT = "out"
    IN_OUT = "in_out"
    SMOOTH = "smooth"


@dataclass(frozen=True, slots=True)
class Figure:
    """Who is seen: colours as #RRGGBB, and how thick each part is beside an average one (1)."""

    name: str
    colours: Mapping[str, str]
    build: Mapping[str, float]
    hair: str
    top: str
    bottom: str


@dataclass(frozen=True, slots=True)
class Contact:
    """A part of the body that touches the floor or a prop."""

    part: str
    on: str = FLOOR


@dataclass(frozen=True, slots=True)
class Plant:
    """A foot or hand that stays where it is, however the body moves.

    Without `at` it stays where the first pose that plants it has it. `at` is (x, y, z) in metres, y above what it
    stands on. `toes` is where toes or fingers point, 0 to the viewer and 90 to the right; `heel` lifts the heel by so
    many degrees; `knee` is where the knee or elbow points. It is lifted on its way to another place unless it `slides`.
    """

    limb: str
    at: tuple[float, float, float] | None = None
    on: str = FLOOR
    toes: float | None = None
    heel: float = 0.0
    knee: Toward | None = None
    slides: bool = False


@dataclass(frozen=True, slots=True)
class Pose:
    """Angles by joint, what touches, what is planted, and which point keeps its place over the floor."""

    name: str
    angles: Mapping[str, Mapping[str, float]]
    contacts: tuple[Contact, ...]
    planted: tuple[Plant, ...]
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """Move to a pose and hold it, in seconds; `work` is how much muscles of the left and right glow there, 0 to 1."""

    pose: str
    move: float
    hold: float
    work: tuple[float, float]
    ease: Ease


@dataclass(frozen=True, slots=True)
class Camera:
    """From where one looks: `yaw` from the right, `pitch` from above, both in degrees; `zoom` 1 shows everything."""

    yaw: float
    pitch: float
    zoom: float
    shift: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing beside the body; each kind reads what it needs of the rest. Sizes and places are metres."""

    kind: str
    at: tuple[float, float] | None = None
    under: str | None = None
    place: str | None = None
    faces: Toward | None = None
    distance: float | None = None
    size: tuple[float, float] | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Arrow:
    """The way of one point through two poses or more; without an offset (right, up, metres) it finds its own place.

    `size` draws it so many times as large as the way is.
    """

    joint: str
    poses: tuple[str, ...]
    offset: tuple[float, float] | None
    both: bool
    size: float


@dataclass(frozen=True, slots=True)
class Demonstration:
    """All that a clip is drawn from. `front` is where the chest looks, `head` where the head is."""

    name: str
    figure: Figure
    front: Toward
    head: Toward
    canvas: Canvas
    camera: Camera
    props: tuple[Prop, ...]
    highlight: tuple[str, ...]
    poses: Mapping[str, Pose]
    sequence: tuple[Step, ...]
    arrows: tuple[Arrow, ...]

    @property
    def seconds(self) -> float:
        """How long one round takes."""
        return sum(step.move + step.hold for step in self.sequence)
