"""Light and colour: two tones as in a drawn film, a soft rim, muscles that glow, and a line round what stands apart."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.pictures.demonstrations.arrays import Field, Mask
from bot.pictures.demonstrations.muscles import Glow

HOT = np.array([1.0, 0.36, 0.25], np.float32)
LIGHT = np.array([-0.38, 0.72, 0.58], np.float32) / np.float32(np.linalg.norm([-0.38, 0.72, 0.58]))
_AIR = np.array([[0.84], [0.81], [0.77]], np.float32)
_COOL = np.array([[-0.012], [-0.006], [0.022]], np.float32)
_INK = np.array([0.13, 0.12, 0.17], np.float32)
_APART, _STEP, _FOLD = 0.012, 0.035, 0.08
"""How far a part stands before another where a line is drawn, before one it flows into, and before itself; metres."""
_GLOWS = ("bottom", "top")

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


def heat(colours: Field, points: Field, warm: Mask, glows: Sequence[Glow]) -> None:
    """Blend the glow of muscles into the colours (3, n) of points (3, n), where cloth or skin may glow."""
    rows = np.flatnonzero(warm)
    heats = np.zeros(len(rows), np.float32)
    near = points[:, rows]
    for glow in glows:
        a, axis = glow.a.astype(np.float32), (glow.b - glow.a).astype(np.float32)
        off = near - a[:, None]
        along = axis[0] * off[0] + axis[1] * off[1] + axis[2] * off[2]
        share = np.clip(along / max(float((axis * axis).sum()), 1e-9), 0, 1)
        away = off - axis[:, None] * share
        distance = np.sqrt((away * away).sum(0))
        np.maximum(heats, (1 - step(distance, glow.reach * 0.87, glow.reach * 0.5)) * glow.strength, out=heats)
    weight = heats * 0.92
    colours[:, rows] = colours[:, rows] * (1 - weight) + HOT[:, None] * weight


def warms(material: str) -> bool:
    """Tell whether a muscle's glow shows on a material: on cloth, never on a hand that lies there."""
    return material in _GLOWS


def lit(colours: Field, normals: Field, depth: Field) -> Field:
    """Light colours (3, n) by normals (3, n) as the viewer sees them; what is farther away fades a little."""
    light = LIGHT[0] * normals[0] + LIGHT[1] * normals[1] + LIGHT[2] * normals[2]
    shade = 0.73 + 0.21 * step(light, 0.14, 0.40) + 0.09 * step(light, 0.62, 0.55)
    cool = (1 - step(light, 0.14, 0.5)) * _COOL
    near, far = float(depth.max()), float(depth.min())
    fade = (near - depth) / np.float32(max(near - far, 0.4)) * np.float32(0.17)
    rim = step(1 - normals[2], 0.80, 0.25) * 0.09 * step(light, 0.2, 0.4)
    lit_ = (colours * shade + cool) * (1 - fade) + _AIR * fade + rim
    return np.asarray(np.clip(lit_, 0, 1), dtype=np.float32)


def outline(depth: Field, groups: NDArray[np.int16], joined: Mask, width: int) -> Mask:
    """Find where a line is drawn: round everything, and where one part stands clear in front of another.

    `groups` numbers the parts at each pixel, -1 where nothing is; `joined` says which of them (n, n) are one surface.
    A slope seen at a grazing angle is no step, nor is a hollow within one part.
    """
    clear = np.where(joined, np.float32(_STEP), np.float32(_APART))
    np.fill_diagonal(clear, _FOLD)
    here = groups >= 0
    edge = np.zeros(here.shape, bool)
    for axis in (0, 1):
        for shift in (1, -1):
            behind, before = _moved(depth, shift, axis), _moved(depth, -shift, axis)
            drop = depth - behind
            slope = np.clip(before - depth, 0, 0.05)
            other = _moved(groups, shift, axis)
            edge |= here & ((other < 0) | (drop - 1.5 * slope > clear[groups, other]))
    for _ in range(width):
        grown = edge.copy()
        grown[1:] |= edge[:-1]
        grown[:-1] |= edge[1:]
        grown[:, 1:] |= edge[:, :-1]
        grown[:, :-1] |= edge[:, 1:]
        edge = grown
    return edge


def ink(picture: Field, line: Mask, body: Mask) -> None:
    """Draw the line into a picture: a darker tone of what it lies on, ink where it lies outside."""
    inner, outer = line & body, line & ~body
    picture[inner] = picture[inner] * 0.42 + _INK * 0.35
    picture[outer] = picture[outer] * 0.2 + _INK * 0.8


def _moved(field: NDArray[Any], by: int, axis: int) -> NDArray[Any]:
    """Shift a field by one pixel; its edge stays."""
    moved = field.copy()
    if axis == 0:
        moved[max(by, 0) : field.shape[0] + min(by, 0)] = field[max(-by, 0) : field.shape[0] + min(-by, 0)]
    else:
        moved[:, max(by, 0) : field.shape[1] + min(by, 0)] = field[:, max(-by, 0) : field.shape[1] + min(-by, 0)]
    return moved
