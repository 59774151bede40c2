"""Draws whole pictures, and writes them as small PNGs."""

from collections.abc import Mapping
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from bot.domain.anatomy import Drawing, LabelWords
from bot.pictures.anatomy.canvas import Canvas
from bot.pictures.anatomy.labels import write
from bot.pictures.anatomy.looks import PAPER
from bot.pictures.anatomy.painting import painted

COLOURS = 256


def drawn(drawing: Drawing, words: Mapping[str, LabelWords]) -> Image.Image:
    """Give a picture with its labels in one language, in 256 colours; DoesNotFit when a label is too long."""
    canvas = Canvas(drawing.size, PAPER)
    for panel in drawing.panels:
        canvas.lay(painted(panel, drawing.size))
    write(canvas, drawing, words)
    return canvas.reduced().quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.FLOYDSTEINBERG)


def draw(drawing: Drawing, words: Mapping[str, LabelWords], file: Path, notes: Mapping[str, str]) -> None:
    """Write a picture as a PNG that holds notes about itself; its folder is made when it is missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    info = PngInfo()
    for key, note in notes.items():
        info.add_text(key, note)
    drawn(drawing, words).save(file, optimize=True, pnginfo=info)
