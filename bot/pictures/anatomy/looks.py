"""Colours, as a warm textbook has them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.anatomy import Look

PAPER = "#fbf7f0"
INK = "#26344a"
SOFT_INK = "#5b6675"
LEADER = "#7d8794"
ACCENT = "#0f8a7e"


@dataclass(frozen=True, slots=True)
class Paint:
    """How a look is painted: its colour, its shadow and how far that reaches in mm, its outline and inner lines."""

    fill: str
    shadow: str
    depth: float
    edge: str
    edge_mm: float
    line: str = "#00000000"
    line_mm: float = 0


PAINTS: Mapping[Look, Paint] = {
    Look.SKIN_LIGHT: Paint("#f9dfcd", "#e9b99a66", 14, "#d9a583", 1.3),
    Look.SKIN_TAN: Paint("#eac3a0", "#cf966a66", 14, "#b98358", 1.3),
    Look.SKIN_DEEP: Paint("#c2926d", "#96643f66", 14, "#8c5c3b", 1.3),
    Look.BONE: Paint("#fbf1da", "#c9a86ecc", 8, "#8f744b", 1.1, "#b59765cc", 0.9),
    Look.BONE_BEHIND: Paint("#e6d3ac", "#b0905acc", 8, "#8f744b", 1.1, "#a98a58cc", 0.9),
    Look.HOLLOW: Paint("#b2925c", "#00000000", 0, "#8f744b", 0.8),
    Look.CARTILAGE: Paint("#bfd3d6", "#86a5abaa", 4, "#7b979d", 0.9),
    Look.TENDON: Paint("#f3e3d3", "#cdb096cc", 4, "#a98a72", 0.9, "#c9ad96cc", 0.7),
    Look.MUSCLE_DEEP: Paint("#b5504b", "#7d2a2ccc", 12, "#7a2c2d", 1.2, "#8f3837b0", 0.8),
    Look.MUSCLE_MIDDLE: Paint("#cf6656", "#98372fcc", 14, "#8a342d", 1.2, "#a8463cb0", 0.8),
    Look.MUSCLE_OUTER: Paint("#e08a74", "#b04f40cc", 18, "#9a4639", 1.2, "#bd6453b0", 0.9),
    Look.MARK: Paint("#0f8a7e3c", "#00000000", 0, "#00000000", 0, ACCENT, 1.5),
}
