"""Single pictures of a clip: its first frame, a thumbnail, and a sheet of frames to look at."""

from pathlib import Path

import numpy as np
from PIL import Image

from bot.pictures.demonstrations.arrays import Frame
from bot.pictures.demonstrations.drawing import Artist
from bot.pictures.demonstrations.film import Film
from bot.pictures.demonstrations.timeline import Moment

THUMBNAIL = 320
_GAP = 4


def sheet(frames: list[Frame], *, across: int = 3) -> Image.Image:
    """Put frames side by side, in their order, row by row."""
    height, width = frames[0].shape[:2]
    down = -(-len(frames) // across)
    whole = Image.new("RGB", (across * (width + _GAP) - _GAP, down * (height + _GAP) - _GAP), "white")
    for number, frame in enumerate(frames):
        row, column = divmod(number, across)
        whole.paste(Image.fromarray(frame), (column * (width + _GAP), row * (height + _GAP)))
    return whole


def draft(artist: Artist) -> Image.Image:
    """Draw every pose of a clip and the middle of every move between them: what an author looks at."""
    steps = artist.demonstration.sequence
    moments: dict[tuple[str, str], Moment] = {}
    for step, following in zip(steps, (*steps[1:], steps[0]), strict=True):
        moments.setdefault((step.pose, step.pose), Moment(step.pose, step.pose, 0, step.work))
        ends = (min(step.pose, following.pose), max(step.pose, following.pose))
        between = ((step.work[0] + following.work[0]) / 2, (step.work[1] + following.work[1]) / 2)
        moments.setdefault(ends, Moment(*ends, 0.5, between))
    return sheet([artist.draw(each) for each in [*moments.values()][:12]])


def six_of(film: Film) -> list[Frame]:
    """Choose six frames spread over the round, the first one first."""
    return [film.frame(len(film) * number // 6) for number in range(6)]


def save_jpeg(picture: Image.Image, file: Path, most: int) -> None:
    """Write a JPEG of at most so many bytes, as good as that allows."""
    for quality in range(90, 20, -5):
        picture.save(file, "JPEG", quality=quality, optimize=True, progressive=False, subsampling=0)
        if file.stat().st_size <= most:
            return
    raise ValueError(f"{file.name} does not fit into {most} bytes")


def thumbnail(frame: Frame) -> Image.Image:
    """Reduce a frame so that its longer side is 320 pixels."""
    height, width = np.array(frame.shape[:2]) * THUMBNAIL // max(frame.shape[:2])
    return Image.fromarray(frame).resize((int(width), int(height)), Image.Resampling.LANCZOS)
