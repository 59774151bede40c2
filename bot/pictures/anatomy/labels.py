"""Words on a picture, and lines that lead from them to what they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import ImageDraw, ImageFont

from bot.domain.anatomy import Drawing, Label, LabelWords, Size
from bot.pictures.anatomy.canvas import LARGER, Canvas
from bot.pictures.anatomy.looks import ACCENT, INK, LEADER, PAPER, SOFT_INK
from bot.pictures.anatomy.painting import in_px

FONTS = Path(__file__).parents[1] / "fonts"

SIZES: Mapping[Size, tuple[int, int]] = {Size.TITLE: (46, 32), Size.LABEL: (36, 30)}
"""Px of a name and of the words about it: at 400 px wide, as on a phone, still 11."""

LEADING = 1.22
GAP, MARGIN = 6, 16


class DoesNotFit(Exception):
    """Words are too long for their place on a picture."""

    def __init__(self, drawing: str, label: str) -> None:
        super().__init__(f"the label {label} does not fit on the picture {drawing}: use fewer or shorter words")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a label, with its upper left corner in px."""

    text: str
    font: ImageFont.FreeTypeFont
    colour: str
    x: float
    y: float
    width: float
    height: float


def write(canvas: Canvas, drawing: Drawing, words: Mapping[str, LabelWords]) -> None:
    """Write every label of a drawing, with its leader; DoesNotFit when words overlap or leave the picture."""
    taken: list[Line] = []
    for label in drawing.labels:
        lines = _lines(label, words[label.id])
        if any(_is_outside(line, label, drawing) or any(_overlap(line, other) for other in taken) for line in lines):
            raise DoesNotFit(drawing.name, label.id)
        _leader(canvas, drawing, label, lines[0])
        for line in lines:
            _write(canvas, line)
        taken += lines


def _lines(label: Label, words: LabelWords) -> list[Line]:
    lines: list[Line] = []
    y = label.at[1]
    large, small = SIZES[label.size]
    for text, weight, size, colour in (
        (words.name, "SemiBold", large, INK),
        (words.about, "Medium", small, SOFT_INK),
    ):
        font = ImageFont.truetype(str(FONTS / f"Inter-{weight}.otf"), size * LARGER)
        y += GAP if lines and text else 0
        for row in _wrapped(text, font, label.width):
            width = font.getlength(row) / LARGER
            x = label.at[0] - (width / 2 if label.centred else 0)
            lines.append(Line(row, font, colour, x, y, width, size * LEADING))
            y += size * LEADING
    return lines


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: float) -> Sequence[str]:
    rows: list[str] = []
    for word in text.split():
        longer = f"{rows[-1]} {word}" if rows else word
        if rows and font.getlength(longer) <= width * LARGER:
            rows[-1] = longer
        else:
            rows.append(word)
    return rows


def _is_outside(line: Line, label: Label, drawing: Drawing) -> bool:
    width, height = drawing.size
    return line.width > label.width or line.x < 0 or line.x + line.width > width or line.y + line.height > height


def _overlap(one: Line, other: Line) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not beside and one.y < other.y + other.height and other.y < one.y + one.height


def _leader(canvas: Canvas, drawing: Drawing, label: Label, first: Line) -> None:
    if label.spot is None:
        return
    spot = in_px(drawing.panels[label.panel], label.spot)
    start = (first.x - MARGIN, first.y + first.height / 2)
    for colour, width in ((PAPER, 6.0), (LEADER, 2.4)):
        canvas.stroke((start, spot), colour, width)
    canvas.dot(spot, 6, ACCENT, PAPER)


def _write(canvas: Canvas, line: Line) -> None:
    pen = ImageDraw.Draw(canvas.image)
    middle = (line.y + line.height / 2) * LARGER
    pen.text((line.x * LARGER, middle), line.text, font=line.font, fill=line.colour, anchor="lm")
