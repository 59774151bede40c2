"""Writes frames as a silent H.264 clip, and reads from a clip what it was drawn from."""

from collections.abc import Iterable
from pathlib import Path

import av
from av.error import FFmpegError
from av.video.reformatter import ColorRange, Colorspace

from bot.pictures.demonstrations.arrays import Frame

RATE = 15
"""Frames a second."""
MOST_BYTES = 250_000
_BT709 = 1
QUALITIES = (19, 22, 25, 28, 31)
"""x264's scale, the best first; the next is taken when a clip does not fit."""


class TooLarge(Exception):
    """A clip does not fit into its bytes, however poor."""


def write(file: Path, size: tuple[int, int], frames: Iterable[Frame], quality: int, source: str) -> None:
    """Write frames (height, width, 3) as they come; `source` is kept as the file's comment."""
    with av.open(str(file), "w", format="mp4", options={"movflags": "faststart"}) as output:
        output.metadata["comment"] = source
        stream = output.add_stream("libx264", rate=RATE)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.options = {"crf": str(quality), "preset": "slow", "tune": "animation", "threads": "1"}
        context = stream.codec_context
        context.color_range = ColorRange.MPEG
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        for frame in frames:
            picture = av.VideoFrame.from_ndarray(frame, format="rgb24").reformat(
                format="yuv420p", dst_colorspace=Colorspace.ITU709
            )
            output.mux(stream.encode(picture))
        output.mux(stream.encode())


def source_of(file: Path) -> str:
    """Give what a clip says it was drawn from; nothing when it cannot be read."""
    try:
        with av.open(str(file)) as clip:
            return clip.metadata.get("comment", "")
    except (FFmpegError, FileNotFoundError):
        return ""
