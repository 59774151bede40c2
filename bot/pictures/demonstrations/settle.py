"""Lets a body settle on what it touches: small turns and a new height, as near to the drawn pose as can be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.domain.demonstration import Contact
from bot.pictures.demonstrations.arrays import Array
from bot.pictures.demonstrations.body import Body
from bot.pictures.demonstrations.props import Props
from bot.pictures.demonstrations.reach import Target, shortfall
from bot.pictures.demonstrations.rotation import about_x, about_z
from bot.pictures.demonstrations.skeleton import Posture, Skeleton, stand

_ROUNDS = 16
_SOFT = 0.001
"""Spheres of a part that are as near as this, in metres, carry it together."""
_STRIDE = 6.0
"""The most that a round moves anything, in degrees or centimetres: what is far off is found in several."""
_GIVES = 0.03
"""A limb that is shorter by more metres than this pulls the body no further: its place is wrong."""
_STILL = 0.02
"""A round that moves no joint by so many degrees, nor the pelvis by so many centimetres, is the last."""


@dataclass(frozen=True, slots=True)
class Freedom:
    """A joint that may give way about its x or z axis, or the pelvis along an axis; `ease` is how readily."""

    joint: str
    axis: int
    ease: float


_HEIGHT = Freedom("height", 1, 100)
_ROOT = (Freedom("pelvis", 0, 6), Freedom("pelvis", 2, 6))
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
_EASE = {"hip": 10, "knee": 10, "ankle": 12, "shoulder": 10, "elbow": 10, "wrist": 15}


def gaps(body: Body, props: Props, skeleton: Skeleton, contacts: Sequence[Contact]) -> Array:
    """Measure how far each part is from what it should touch, in metres; negative when it sinks in."""
    return np.array([float(each.min()) for each in _distances(body, props, skeleton, contacts)])


def _soft_gaps(body: Body, props: Props, skeleton: Skeleton, contacts: Sequence[Contact]) -> Array:
    """Measure the same without a jump where a heel takes over from the toes."""
    each = _distances(body, props, skeleton, contacts)
    return np.array([found.min() - _SOFT * np.log(np.exp((found.min() - found) / _SOFT).sum()) for found in each])


def _distances(body: Body, props: Props, skeleton: Skeleton, contacts: Sequence[Contact]) -> list[Array]:
    if not contacts:
        return []
    centres, radii = body.cones(skeleton).spheres()
    found = []
    for contact in contacts:
        rows = body.samples(contact.part)
        found.append(props.surface(contact.on, skeleton).distance(centres[rows]) - radii[rows])
    return found


def settle(
    body: Body, props: Props, posture: Posture, contacts: Sequence[Contact], targets: Sequence[Target] = ()
) -> Posture:
    """Turn and lower a posture until each contact touches and each target is within reach.

    Where that cannot be, it comes as near as the joints allow.
    """
    if not contacts and not targets:
        return posture
    freedoms = _freedoms(contacts)
    ease = np.array([freedom.ease for freedom in freedoms])
    stiff = np.diag(1 / ease**2)

    def gap(moves: Array) -> Array:
        skeleton = stand(_given(posture, freedoms, moves))
        short = [min(shortfall(skeleton, target), _GIVES) for target in targets]
        return np.concatenate([_soft_gaps(body, props, skeleton, contacts), short]) * 1000

    moves = np.zeros(len(freedoms))
    for _ in range(_ROUNDS):
        now = gap(moves)
        slopes = _slopes(gap, moves, now, freedoms)
        step = np.linalg.solve(slopes.T @ slopes + stiff, slopes.T @ now + stiff @ moves)
        step *= min(1.0, _STRIDE / max(float(np.abs(step).max()), 1e-9))
        moves = np.clip(moves - step, -2 * ease, 2 * ease)
        if float(np.abs(step).max()) < _STILL:
            break
    return _given(posture, freedoms, moves)


def _freedoms(contacts: Sequence[Contact]) -> list[Freedom]:
    """Choose what may give way: the pelvis always, and the joints that carry what touches."""
    found = [_HEIGHT, *_ROOT]
    if any(contact.on == "wall" for contact in contacts):
        found += [Freedom("slide", 0, 20), Freedom("slide", 2, 20)]
    for contact in contacts:
        side, _, part = contact.part.partition("_")
        extra: tuple[Freedom, ...] = _LIMBS.get(contact.part, ())
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
