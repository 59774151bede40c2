"""Checks the geometry of a clip: what should touch does, nothing sinks in, limbs are not inside of the body."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bot.domain.demonstration import FLOOR, PARTS, SIDES, Demonstration
from bot.pictures.demonstrations.cones import Cones
from bot.pictures.demonstrations.posing import Poser
from bot.pictures.demonstrations.settle import gaps
from bot.pictures.demonstrations.skeleton import stand
from bot.pictures.demonstrations.timeline import Moment, moments

APART = 0.015
"""How far a part may be from what it touches, in metres."""
UNDER = 0.010
"""How far anything may be under the floor, in metres."""
INSIDE = 0.04
"""How deep a forearm or hand may press into the body, in metres: flesh gives way."""

_LIMBS = tuple(f"{side}_{part}" for side in SIDES for part in ("forearm", "hand"))
_BODY = (
    "pelvis",
    "lower_back",
    "upper_back",
    "head",
    *(f"{side}_{part}" for side in SIDES for part in ("thigh", "shank")),
)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is wrong in a pose, or on the way between two: centimetres, and what with what."""

    start: str
    end: str
    what: str
    part: str
    other: str
    centimetres: float


def findings(demonstration: Demonstration, *, rate: int = 25) -> list[Finding]:
    """Look at every frame; each fault is told once per move, at its worst."""
    poser = Poser(demonstration)
    worst: dict[tuple[str, str, str, str, str], Finding] = {}
    for moment in sorted({*moments(demonstration, rate)}, key=lambda each: (each.start, each.end, each.share)):
        for found in looked_at(poser, moment):
            key = (found.start, found.end, found.what, found.part, found.other)
            if key not in worst or abs(found.centimetres) > abs(worst[key].centimetres):
                worst[key] = found
    return sorted(worst.values())


def looked_at(poser: Poser, moment: Moment) -> Iterator[Finding]:
    """Find what is wrong in one moment."""
    skeleton = stand(poser.between(moment.start, moment.end, moment.share))
    start, end = moment.start, moment.end if moment.share else moment.start

    def finding(what: str, part: str, other: str, metres: float) -> Finding:
        return Finding(start, end, what, part, other, round(metres * 100, 1))

    contacts = poser.contacts_between(start, end)
    for contact, gap in zip(contacts, gaps(poser.body, poser.props, skeleton, contacts), strict=True):
        if abs(gap) > APART:
            yield finding("apart" if gap > 0 else "sunk", contact.part, contact.on, float(gap))
    body = poser.body.cones(skeleton)
    centres, radii = body.spheres()
    low = centres[:, 1] - radii
    for part in PARTS:
        height = float(low[poser.body.samples(part)].min())
        if height < -UNDER and part in body.parts:
            yield finding("under", part, FLOOR, height)
    for part, other, depth in _inside(poser, body):
        yield finding("inside", part, other, depth)


def _inside(poser: Poser, body: Cones) -> Iterator[tuple[str, str, float]]:
    """Find hands and forearms inside of the trunk, the head or the legs."""
    centres, radii = body.spheres()
    limbs = [(limb, poser.body.samples(limb)) for limb in _LIMBS]
    for other in _BODY:
        cones = body.of([row for row, part in enumerate(body.parts) if part == other])
        rows = np.concatenate([samples for _, samples in limbs])
        depth = cones.depth(centres[rows], radii[rows])
        for limb, samples in limbs:
            deepest = float(depth[np.isin(rows, samples)].max())
            if deepest > INSIDE:
                yield limb, other, deepest
