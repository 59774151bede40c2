"""Round cones: two spheres and all that lies between them. Bodies and most props are made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.pictures.demonstrations.arrays import MICROMETRE, Array, turned

_SAMPLES = np.linspace(0, 1, 5)


@dataclass(frozen=True, slots=True)
class Cones:
    """Many round cones: their end points (n, 3) and radii (n,) in metres, and of each its part and what it is made of."""

    a: Array
    b: Array
    ra: Array
    rb: Array
    parts: tuple[str, ...]
    materials: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.parts)

    def of(self, wanted: Sequence[int]) -> "Cones":
        """Keep some of them, by their numbers."""
        rows = np.array(wanted, dtype=int)
        parts, materials = tuple(self.parts[i] for i in wanted), tuple(self.materials[i] for i in wanted)
        return Cones(self.a[rows], self.b[rows], self.ra[rows], self.rb[rows], parts, materials)

    def rounded(self) -> "Cones":
        """Give them as exactly as they are drawn."""
        return replace(self, a=np.round(self.a, MICROMETRE), b=np.round(self.b, MICROMETRE))

    def seen_from(self, turn: Array) -> "Cones":
        """Turn them so that x runs right, y up and z towards the viewer."""
        return replace(self, a=_seen(turn, self.a), b=_seen(turn, self.b))

    def spheres(self) -> tuple[Array, Array]:
        """Give spheres inside that stand for the whole: centres (m, 3) and radii (m,)."""
        share = _SAMPLES[:, None, None]
        centres = self.a * (1 - share) + self.b * share
        radii = self.ra * (1 - share[..., 0]) + self.rb * share[..., 0]
        return centres.reshape(-1, 3), radii.reshape(-1)

    def depth(self, points: Array, radii: Array) -> Array:
        """Tell how deep each of some spheres sits in these cones, in metres; negative where it does not touch."""
        return np.asarray(np.max([radii - _distance(self, number, points) for number in range(len(self))], axis=0))


def together(groups: Iterable[Cones]) -> Cones:
    """Put several lots of cones into one."""
    lots = [group for group in groups if len(group)]
    return Cones(
        np.concatenate([lot.a for lot in lots]),
        np.concatenate([lot.b for lot in lots]),
        np.concatenate([lot.ra for lot in lots]),
        np.concatenate([lot.rb for lot in lots]),
        tuple(part for lot in lots for part in lot.parts),
        tuple(material for lot in lots for material in lot.materials),
    )


def cones(rows: Sequence[tuple[Array, float, Array, float]], part: str, material: str) -> Cones:
    """Make cones of one part and material from rows of (end, radius, other end, radius)."""
    a, ra, b, rb = zip(*rows, strict=True)
    count = len(rows)
    return Cones(np.array(a), np.array(b), np.array(ra), np.array(rb), (part,) * count, (material,) * count)


def _seen(turn: Array, points: Array) -> Array:
    return np.round(turned(turn, points.T).T, MICROMETRE)


def _distance(lot: Cones, number: int, points: Array) -> Array:
    """Measure how far points are from one cone's surface, negative inside."""
    a, ra, rb = lot.a[number], lot.ra[number], lot.rb[number]
    axis = lot.b[number] - a
    length = max(float(np.linalg.norm(axis)), 1e-9)
    slope = min(max((ra - rb) / length, -0.999), 0.999)
    off = points - a
    along = (off * axis).sum(1) / length
    beside = np.sqrt(np.maximum((off * off).sum(1) - along * along, 0))
    share = np.clip((along - beside * slope / np.sqrt(1 - slope * slope)) / length, 0, 1)
    centre = a + share[:, None] * axis
    return np.asarray(np.linalg.norm(points - centre, axis=1) - (ra + share * (rb - ra)))
