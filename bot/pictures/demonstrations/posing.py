"""Puts a body into the poses of a clip, and between them: settled on what touches, planted limbs where they belong."""

from collections.abc import Collection, Sequence
from functools import cache

import numpy as np

from bot.domain.demonstration import Contact, Demonstration, Plant, Pose
from bot.pictures.demonstrations.arrays import Array
from bot.pictures.demonstrations.body import Body
from bot.pictures.demonstrations.props import Props
from bot.pictures.demonstrations.reach import Target, bend_of, height_over, reach
from bot.pictures.demonstrations.rotation import DIRECTIONS, UP, about_x, about_y, between, frame, vector
from bot.pictures.demonstrations.settle import settle
from bot.pictures.demonstrations.skeleton import (
    ANKLE_HEIGHT,
    Posture,
    halfway,
    joint_of,
    posture as unsettled,
    stand,
)

WRIST_HEIGHT = 0.027
_BALL = vector((0, -0.046, 0.095))
"""The ball of the foot, seen from the ankle: a heel is lifted about it."""
_PALM_DOWN = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
_STANDS = 0.7
"""A sole or palm within 45 degrees of the floor stands on it, and is set flat."""
_STEP = 0.02
_LIFT, _MOST_LIFT = 0.4, 0.16
"""A foot or hand that goes to another place is lifted by this share of the way, and at most so many metres."""


class Poser:
    """Gives the posture of a clip's body in any pose and between any two."""

    def __init__(self, demonstration: Demonstration) -> None:
        self.demonstration = demonstration
        self.body = Body(demonstration.figure)
        self._facing = frame(demonstration.front, demonstration.head)
        first = demonstration.sequence[0].pose
        rough = self._on_the_floor(unsettled(demonstration.poses[first], self._facing), demonstration.poses[first])
        self.props = Props(demonstration, stand(rough))
        self._order = [step.pose for step in demonstration.sequence]
        self.key = cache(self._key)
        self._resting = cache(self._rest)
        self._targets = cache(self._targets_of)

    def between(self, start: str, end: str, share: float) -> Posture:
        """Give the posture a share (0 to 1) of the way from one pose to another."""
        if share <= 0 or start == end:
            return self.key(start)
        if share >= 1:
            return self.key(end)
        way = halfway(self.key(start), self.key(end), share)
        targets = self._targets_between(start, end, share)
        contacts = _loose(self.contacts_between(start, end), targets)
        return self._placed(way, contacts, self._anchor_between(start, end, share), targets)

    def contacts_between(self, start: str, end: str) -> tuple[Contact, ...]:
        """Say what touches on the way: what both poses have, but no foot or hand that goes to another place."""
        poses = self.demonstration.poses
        here, there = self._targets(start), self._targets(end)
        going = {limb for limb in here if limb in there and _apart(here[limb], there[limb]) > _STEP}
        return tuple(
            contact
            for contact in poses[start].contacts
            if contact in poses[end].contacts and limb_of(contact.part) not in going
        )

    def _key(self, name: str) -> Posture:
        pose = self.demonstration.poses[name]
        targets = self._targets(name)
        contacts = _loose(pose.contacts, targets)
        placed = self._resting(name) if contacts or not pose.planted else self._on_its_feet(name)
        if pose.anchor is not None:
            first = next(each for each in self._order if self.demonstration.poses[each].anchor == pose.anchor)
            placed = self._placed(placed, contacts, (pose.anchor, stand(self._resting(first)).at(pose.anchor)), targets)
        else:
            placed = settle(self.body, self.props, placed, contacts, [*targets.values()])
        for limb, target in targets.items():
            placed = reach(placed, stand(placed), target, _swivel(pose, limb))
        return placed

    def _rest(self, name: str) -> Posture:
        """Settle a pose on its contacts, limbs unplanted; without any, its lowest part is on the floor."""
        pose = self.demonstration.poses[name]
        start = self._on_the_floor(unsettled(pose, self._facing), pose)
        placed = {plant.limb for plant in pose.planted if plant.at is not None or self._first(plant) != name}
        return settle(self.body, self.props, start, _loose(pose.contacts, placed))

    def _on_its_feet(self, name: str) -> Posture:
        """Lower a pose so far that the knees of the planted feet bend as drawn; the most bent one decides."""
        pose = self.demonstration.poses[name]
        start, skeleton = self._resting(name), stand(self._resting(name))
        heights = [
            target.place[1] + height_over(skeleton, target) - skeleton.places[f"{limb.split('_')[0]}_hip"][1]
            for limb, target in self._targets(name).items()
            if limb.endswith("foot")
        ]
        return start.moved(UP * (min(heights) + pose.angles.get("root", {}).get("dy", 0.0))) if heights else start

    def _on_the_floor(self, start: Posture, pose: Pose) -> Posture:
        centres, radii = self.body.cones(stand(start)).spheres()
        return start.moved(UP * (pose.angles.get("root", {}).get("dy", 0.0) - float((centres[:, 1] - radii).min())))

    def _placed(
        self, start: Posture, contacts: Sequence[Contact], anchor: tuple[str, Array] | None, targets: dict[str, Target]
    ) -> Posture:
        for _ in range(2 if anchor else 1):
            if anchor:
                start = start.moved((anchor[1] - stand(start).at(anchor[0])) * (1, 0, 1))
            start = settle(self.body, self.props, start, contacts, [*targets.values()])
        for target in targets.values():
            start = reach(start, stand(start), target)
        return start

    def _anchor_between(self, start: str, end: str, share: float) -> tuple[str, Array] | None:
        anchor = self.demonstration.poses[start].anchor
        if anchor is None or anchor != self.demonstration.poses[end].anchor:
            return None
        here, there = stand(self.key(start)).at(anchor), stand(self.key(end)).at(anchor)
        return anchor, here * (1 - share) + there * share

    def _targets_between(self, start: str, end: str, share: float) -> dict[str, Target]:
        here, there = self._targets(start), self._targets(end)
        found = {}
        for limb in (limb for limb in here if limb in there):
            a, b = here[limb], there[limb]
            apart = _apart(a, b)
            steps = apart > _STEP and not a.slides
            lift = UP * (min(apart * _LIFT, _MOST_LIFT) * 4 * share * (1 - share) if steps else 0)
            place = a.place * (1 - share) + b.place * share + lift
            found[limb] = Target(
                limb, place, between(a.axes, b.axes, share), None, a.heel * (1 - share) + b.heel * share
            )
        return found

    def _targets_of(self, name: str) -> dict[str, Target]:
        return {plant.limb: self._target(plant) for plant in self.demonstration.poses[name].planted}

    def _target(self, plant: Plant) -> Target:
        """Say where a planted limb belongs: at its place, or where the first pose that plants it so has it."""
        skeleton = stand(self._resting(self._first(plant)))
        joint = joint_of(plant.limb)
        axes, place = skeleton.axes[joint], skeleton.places[joint]
        foot = plant.limb.endswith("foot")
        if plant.at is not None or plant.toes is not None or _stands(axes, foot=foot):
            yaw = _yaw(axes[:, 2] if foot else -axes[:, 1]) if plant.toes is None else plant.toes
            axes = about_y(yaw) if foot else about_y(yaw) @ _PALM_DOWN
            x, y, z = plant.at or (place[0], 0.0, place[2])
            top = self.props.top(plant.on, skeleton) if plant.on != "wall" else 0.0
            place = vector((x, y + top + (ANKLE_HEIGHT if foot else WRIST_HEIGHT), z))
        if plant.heel and foot:
            ball = place + axes @ _BALL
            axes = axes @ about_x(plant.heel)
            place = ball - axes @ _BALL
        pole = DIRECTIONS[plant.knee] if plant.knee else bend_of(skeleton, plant.limb)
        return Target(plant.limb, place, axes, pole, plant.heel, plant.slides)

    def _first(self, plant: Plant) -> str:
        """Name the first pose that plants a limb so: it says where."""
        return next(name for name in self._order if plant in self.demonstration.poses[name].planted)


def limb_of(part: str) -> str:
    """Name the foot or hand that moves a part: left_heel goes with left_foot."""
    side, _, rest = part.partition("_")
    if rest in ("foot", "heel", "toes"):
        return f"{side}_foot"
    return part if rest == "hand" else ""


def _loose(contacts: Sequence[Contact], planted: Collection[str]) -> tuple[Contact, ...]:
    """Leave out what planted limbs take care of: the foot itself, its knee and shin."""
    return tuple(contact for contact in contacts if _carrier(contact.part) not in planted)


def _carrier(part: str) -> str:
    side, _, rest = part.partition("_")
    if rest in ("foot", "heel", "toes", "knee", "shank"):
        return f"{side}_foot"
    return f"{side}_hand" if rest in ("hand", "elbow", "forearm") else ""


def _swivel(pose: Pose, limb: str) -> float:
    side, end = limb.split("_")
    return pose.angles.get(f"{side}_{'knee' if end == 'foot' else 'elbow'}", {}).get("out", 0.0)


def _apart(a: Target, b: Target) -> float:
    return float(np.linalg.norm(a.place - b.place))


def _stands(axes: Array, *, foot: bool) -> bool:
    return float(axes[1, 1] if foot else axes[1, 2]) > _STANDS


def _yaw(way: Array) -> float:
    return float(np.degrees(np.arctan2(way[0], way[2])))
