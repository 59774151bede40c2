"""Lets a body settle on what it touches: small turns and a new height, as near to the drawn pose as can be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.demonstration import Contact
from bot.pictures.demonstrations.body import Body
from bot.pictures.demonstrations.props import Props
from bot.pictures.demonstrations.rotation import Array, about_x, about_z
from bot.pictures.demonstrations.skeleton import Posture, Skeleton, stand

_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Freedom:
    """A joint that may give way about its x or z axis, or the pelvis along an axis; `ease` is how readily."""

    joint: str
    axis: int
    ease: float


_HEIGHT = Freedom("height", 1, 100)
_ROOT = (Freedom("pelvis", 0, 12), Freedom("pelvis", 2, 12))
_LIMBS = {
    "head": (Freedom("neck", 0, 12), Freedom("neck", 2, 12)),
    "upper_back": (Freedom("waist", 0, 4), Freedom("waist", 2, 4)),
}
_JOINTS = {
    "thigh": ("hip",),
    "knee": ("hip",),
    "shank": ("hip", "knee"),
    "foot": ("hip", "knee", "ankle"),
    "heel": ("hip", "knee", "ankle"),
    "toes": ("hip", "knee", "ankle"),
    "elbow": ("shoulder",),
    "upper_arm": ("shoulder",),
    "forearm": ("shoulder", "elbow"),
    "hand": ("shoulder", "elbow", "wrist"),
}
_EASE = {"hip": 8, "knee": 8, "ankle": 10, "shoulder": 10, "elbow": 10, "wrist": 15}


def gaps(body: Body, props: Props, skeleton: Skeleton, contacts: Sequence[Contact]) -> Array:
    """Measure how far each part is from what it should touch, in metres; negative when it sinks in."""
    centres, radii = body.cones(skeleton).spheres()
    found = []
    for contact in contacts:
        rows = body.samples(contact.part)
        distance = props.surface(contact.on, skeleton).distance(centres[rows])
        found.append(float((distance - radii[rows]).min()))
    return np.array(found)


def settle(body: Body, props: Props, posture: Posture, contacts: Sequence[Contact]) -> Posture:
    """Turn and lower a posture until each contact touches; where that cannot be, come as near as the joints allow."""
    if not contacts:
        return posture
    freedoms = _freedoms(contacts)
    stiff = np.array([1 / freedom.ease**2 for freedom in freedoms])

    def gap(moves: Array) -> Array:
        return gaps(body, props, stand(_given(posture, freedoms, moves)), contacts) * 1000

    moves = np.zeros(len(freedoms))
    for _ in range(_ROUNDS):
        now = gap(moves)
        slopes = _slopes(gap, moves, now, freedoms)
        pull = slopes.T @ slopes + np.diag(stiff)
        step = np.linalg.solve(pull, slopes.T @ now + stiff * moves)
        moves = moves - step
        if float(np.abs(step).max()) < 0.02:
            break
    return _given(posture, freedoms, moves)


def _freedoms(contacts: Sequence[Contact]) -> list[Freedom]:
    """Choose what may give way: the pelvis always, and the joints that carry what touches."""
    found = [_HEIGHT, *_ROOT]
    if any(contact.on == "wall" for contact in contacts):
        found += [Freedom("slide", 0, 20), Freedom("slide", 2, 20)]
    for contact in contacts:
        side, _, part = contact.part.partition("_")
        extra = _LIMBS.get(contact.part, ())
        for joint in _JOINTS.get(part, ()):
            axes = (0, 2) if joint in ("hip", "shoulder") else (0,)
            extra += tuple(Freedom(f"{side}_{joint}", axis, _EASE[joint]) for axis in axes)
        found += [freedom for freedom in extra if freedom not in found]
    return found


def _given(posture: Posture, freedoms: Sequence[Freedom], moves: Array) -> Posture:
    """Apply moves: degrees for joints, centimetres for the pelvis."""
    slide = np.zeros(3)
    turns: dict[str, Array] = {}
    for freedom, move in zip(freedoms, moves, strict=True):
        if freedom.joint in ("height", "slide"):
            slide[freedom.axis] += move / 100
        else:
            turn = (about_x if freedom.axis == 0 else about_z)(float(move))
            turns[freedom.joint] = turns[freedom.joint] @ turn if freedom.joint in turns else turn
    return posture.moved(slide).turned(turns)


def _slopes(gap: Callable[[Array], Array], moves: Array, now: Array, freedoms: Sequence[Freedom]) -> Array:
    """Measure how each gap answers each move."""
    columns = []
    for number in range(len(freedoms)):
        nudged = moves.copy()
        nudged[number] += 0.1
        columns.append((gap(nudged) - now) / 0.1)
    return np.stack(columns, axis=1)
