"""Light and colour: two tones as in a drawn film, a soft rim, muscles that glow, and a line round what stands apart."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.pictures.demonstrations.muscles import Glow
from bot.pictures.demonstrations.raster import Layer

Field = NDArray[np.float32]

HOT = np.array([1.0, 0.36, 0.25], np.float32)
_LIGHT = np.array([-0.38, 0.72, 0.58], np.float32) / np.float32(np.linalg.norm([-0.38, 0.72, 0.58]))
_AIR = np.array([0.90, 0.87, 0.83], np.float32)
_INK = np.array([0.13, 0.12, 0.17], np.float32)
_GLOWS = ("bottom", "top", "skin")

PROP_COLOURS: Mapping[str, str] = {
    "band": "#F2B233",
    "weight": "#8A6FD1",
    "roller": "#4FA9C4",
    "ball": "#E58FA6",
    "wood": "#C39A6B",
    "step": "#B9AFC9",
    "sofa": "#C7A9A0",
    "cushion": "#E3C77F",
    "wall": "#E9E0D1",
}


def rgb(colour: str) -> Field:
    """Read #RRGGBB as three numbers from 0 to 1."""
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float32) / 255


def step(value: Field, edge: float, width: float) -> Field:
    """Go softly from 0 to 1 where a value passes an edge."""
    share = np.clip((value - edge) / width + 0.5, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), dtype=np.float32)


def heated(colours: Field, points: Field, warm: NDArray[np.bool_], glows: Sequence[Glow]) -> Field:
    """Blend the glow of muscles into the colours (n, 3) of points (n, 3), where cloth or skin may glow."""
    heat = np.zeros(len(points), np.float32)
    rows = np.flatnonzero(warm)
    for glow in glows:
        a, axis = glow.a.astype(np.float32), (glow.b - glow.a).astype(np.float32)
        off = points[rows] - a
        share = np.clip(off @ axis / max(float(axis @ axis), 1e-9), 0, 1)
        distance = np.linalg.norm(off - share[:, None] * axis, axis=1)
        heat[rows] = np.maximum(heat[rows], (1 - step(distance, glow.reach * 0.87, glow.reach * 0.5)) * glow.strength)
    weight = (heat * 0.92)[:, None]
    return colours * (1 - weight) + HOT * weight


def warms(material: str) -> bool:
    """Tell whether a muscle's glow shows on a material."""
    return material in _GLOWS


def lit(colours: Field, normals: Field, depth: Field) -> Field:
    """Light colours by normals as the viewer sees them; what is farther away fades a little."""
    light = normals @ _LIGHT
    shade = 0.73 + 0.21 * step(light, 0.14, 0.40) + 0.09 * step(light, 0.62, 0.55)
    cool = (1 - step(light, 0.14, 0.5))[:, None] * np.array([-0.012, -0.006, 0.022], np.float32)
    near, far = float(depth.max()), float(depth.min())
    fade = ((near - depth) / max(near - far, 0.4) * 0.17)[:, None]
    coloured = (colours * shade[:, None] + cool) * (1 - fade) + _AIR * 0.93 * fade
    rim = step(1 - normals[:, 2], 0.80, 0.25) * 0.09 * step(light, 0.2, 0.4)
    return np.asarray(np.clip(coloured + rim[:, None], 0, 1), dtype=np.float32)


def outline(layer: Layer, groups: NDArray[np.int16], width: int) -> NDArray[np.bool_]:
    """Find where a line is drawn: round everything, and where one part stands clear in front of another.

    `groups` numbers the parts at each pixel, -1 where nothing is. A slope seen at a grazing angle is no step.
    """
    depth = layer.depth
    here = groups >= 0
    edge = np.zeros(here.shape, bool)
    for axis in (0, 1):
        for shift in (1, -1):
            behind, before = np.roll(depth, shift, axis), np.roll(depth, -shift, axis)
            drop = depth - behind
            slope = np.clip(before - depth, 0, 0.05)
            other = np.roll(groups, shift, axis)
            apart = (other != groups) & (drop > 0.012 + slope)
            edge |= here & ((other < 0) | apart | (drop - 1.5 * slope > 0.032))
    for _ in range(width):
        grown = edge.copy()
        grown[1:] |= edge[:-1]
        grown[:-1] |= edge[1:]
        grown[:, 1:] |= edge[:, :-1]
        grown[:, :-1] |= edge[:, 1:]
        edge = grown
    return edge


def inked(colours: Field, line: NDArray[np.bool_], body: NDArray[np.bool_]) -> None:
    """Draw the line into a picture: a darker tone of what it lies on, ink where it lies outside."""
    inner, outer = line & body, line & ~body
    colours[inner] = colours[inner] * 0.42 + _INK * 0.35
    colours[outer] = colours[outer] * 0.2 + _INK * 0.8
