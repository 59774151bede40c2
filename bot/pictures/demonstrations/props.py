"""What stands, lies or is worn beside the body: how it looks and where it can be touched."""

from dataclasses import dataclass

import numpy as np

from bot.domain.demonstration import FLOOR, Demonstration, Prop, Toward
from bot.pictures.demonstrations.arrays import Array
from bot.pictures.demonstrations.cones import Cones, cones, together
from bot.pictures.demonstrations.rotation import DIRECTIONS, UP, about_y, across, frame, unit, vector
from bot.pictures.demonstrations.skeleton import Skeleton
from bot.pictures.demonstrations.surfaces import Boxes, Floor, Rod, Surface
from bot.pictures.demonstrations.worn import ankle_weight, band

ROLLER_RADIUS, ROLLER_LENGTH, BALL_RADIUS = 0.075, 0.42, 0.11
CHAIR_HEIGHT, STEP_HEIGHT, CUSHION_HEIGHT = 0.45, 0.2, 0.09


@dataclass(frozen=True, slots=True)
class Box:
    """Boxes of one material that do not move."""

    boxes: Boxes
    material: str


class Props:
    """All props of a clip; those that lie under the body take their place from its first pose."""

    def __init__(self, demonstration: Demonstration, first: Skeleton) -> None:
        self._props = demonstration.props
        self._body = frame(demonstration.front, demonstration.head)
        self._first = first
        self._build = demonstration.figure.build
        self.boxes = [box for prop in self._props for box in self._boxes(prop)]

    def surface(self, on: str, skeleton: Skeleton) -> Surface:
        """Give what is touched under a prop's name."""
        if on == FLOOR:
            return Floor()
        prop = next(each for each in self._props if each.kind == on)
        if on in ("roller", "ball"):
            a, b, radius, _ = self._rod(prop, skeleton)
            return Rod(a, b, radius)
        return self._boxes(prop)[0].boxes

    def top(self, on: str, skeleton: Skeleton) -> float:
        """Tell how high the upper side of a prop is."""
        if on == FLOOR:
            return 0.0
        prop = next(each for each in self._props if each.kind == on)
        if on in ("roller", "ball"):
            a, _, radius, _ = self._rod(prop, skeleton)
            return float(a[1] + radius)
        boxes = self._boxes(prop)[0].boxes
        return float(boxes.centres[0][1] + boxes.halves[0][1])

    def cones(self, skeleton: Skeleton) -> Cones | None:
        """Give everything round, where it is now."""
        lots = [lot for prop in self._props if (lot := self._cones(prop, skeleton)) is not None]
        return together(lots) if lots else None

    def _cones(self, prop: Prop, skeleton: Skeleton) -> Cones | None:
        if prop.kind == "band":
            return band(prop.place or "knees", skeleton, self._build)
        if prop.kind == "ankle_weight":
            return ankle_weight(prop.place or "left", skeleton)
        if prop.kind == "roller":
            return _roller(*self._rod(prop, skeleton))
        if prop.kind == "ball":
            a, b, radius, _ = self._rod(prop, skeleton)
            return cones([(a, radius, b, radius)], "ball", "ball")
        if prop.kind == "chair":
            return _chair_legs(
                self._place(prop), about_y(_yaw(prop.faces or Toward.VIEWER)), prop.height or CHAIR_HEIGHT
            )
        return None

    def _boxes(self, prop: Prop) -> list[Box]:
        turn = about_y(_yaw(prop.faces or Toward.VIEWER))
        place = self._place(prop)
        if prop.kind == "chair":
            return [Box(_chair(place, turn, prop.height or CHAIR_HEIGHT), "wood")]
        if prop.kind == "wall":
            return [Box(_wall(place, turn, prop.distance or 0.0, prop.height or 1.9), "wall")]
        if prop.kind in ("step", "sofa"):
            depth, width = prop.size or (0.5, 1.0)
            return [Box(_block(place, turn, (width, prop.height or STEP_HEIGHT, depth), 0.02), prop.kind)]
        if prop.kind == "cushion":
            depth, width = prop.size or (0.28, 0.4)
            height = prop.height or CUSHION_HEIGHT
            return [Box(_block(place, turn, (width, height, depth), height * 0.45), "cushion")]
        return []

    def _place(self, prop: Prop) -> Array:
        if prop.at is not None:
            return vector((prop.at[0], 0, prop.at[1]))
        if prop.under is not None:
            return self._first.at(prop.under) * (1, 0, 1)
        return np.zeros(3)

    def _rod(self, prop: Prop, skeleton: Skeleton) -> tuple[Array, Array, float, float]:
        """Give a roller's or ball's ends, radius, and how far it has turned; it rolls half as far as the body slides."""
        head = self._body[:, 1]
        axis = self._body[:, 0] if abs(head[1]) > abs(head[0]) + abs(head[2]) else unit(np.cross(UP, head))
        slid = np.zeros(3)
        if prop.under is not None:
            slid = across((skeleton.at(prop.under) - self._first.at(prop.under)) * (1, 0, 1), axis) / 2
        usual = ROLLER_RADIUS if prop.kind == "roller" else BALL_RADIUS
        radius = prop.height / 2 if prop.height else usual
        half = axis * (ROLLER_LENGTH / 2 if prop.kind == "roller" else 0.0)
        middle = self._place(prop) + slid + UP * radius
        turned = float(np.cross(UP, slid) @ axis) / radius
        return middle - half, middle + half, radius, turned


def _roller(a: Array, b: Array, radius: float, turned: float) -> Cones:
    """Draw ribs round a bar: they show that it rolls."""
    axis = unit(b - a)
    side = np.cross(axis, UP)
    rib = 0.014
    inset = axis * rib
    angles = np.linspace(0, 2 * np.pi, 20, endpoint=False) - turned
    ways = [np.cos(angle) * UP + np.sin(angle) * side for angle in angles]
    ribs = [(a + inset + way * (radius - rib), rib, b - inset + way * (radius - rib), rib) for way in ways]
    return cones(ribs, "roller", "roller")


def _chair(place: Array, turn: Array, height: float) -> Boxes:
    """Give the seat first, then the back rest and its two posts."""
    half = 0.21
    parts = [
        ((0, height - 0.02, 0), (half, 0.02, half)),
        ((0, height + 0.39, -half - 0.005), (half, 0.075, 0.014)),
        ((half - 0.02, height / 2 + 0.23, -half - 0.005), (0.018, height / 2 + 0.23, 0.018)),
        ((0.02 - half, height / 2 + 0.23, -half - 0.005), (0.018, height / 2 + 0.23, 0.018)),
    ]
    return Boxes(
        np.array([place + turn @ vector(centre) for centre, _ in parts]),
        np.array([size for _, size in parts]),
        turn,
        0.012,
    )


def _chair_legs(place: Array, turn: Array, height: float) -> Cones:
    feet = [turn @ vector((x, 0, 0.185)) for x in (0.185, -0.185)]
    return cones(
        [(place + foot + UP * 0.018, 0.018, place + foot + UP * (height - 0.03), 0.018) for foot in feet],
        "legs",
        "wood",
    )


def _wall(place: Array, turn: Array, distance: float, height: float) -> Boxes:
    """Stand a wall so that its face is behind the place, seen along where it faces."""
    face = turn[:, 2]
    centre = place - face * (distance + 0.04) + UP * height / 2
    return Boxes(np.array([centre]), np.array([[1.1, height / 2, 0.04]]), turn, 0.005)


def _block(place: Array, turn: Array, size: tuple[float, float, float], edge: float) -> Boxes:
    half = vector(size) / 2
    return Boxes(np.array([place + UP * half[1]]), np.array([half]), turn, edge)


def _yaw(faces: Toward) -> float:
    way = DIRECTIONS[faces]
    return float(np.degrees(np.arctan2(way[0], way[2])))
