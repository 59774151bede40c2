"""Every clip is the file that clips.yaml says it is, with a picture to show before it plays; variations name clips."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from bot.content.document import EACH
from bot.content.faults import Fault
from bot.content.files import PackFiles

_LARGEST_PICTURE = 200_000
"""Bytes; Telegram leaves a larger thumbnail out."""

_MAKE = "`hipcoach content render` makes it anew"


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check the files of every clip, and the names of clips in the exercises."""
    clips = pack.clips.checked.clips if pack.clips.checked else {}
    for name, clip in clips.items():
        film, picture = media(pack.folder, name)
        for file in (film, picture):
            if not file.is_file():
                yield pack.clips.fault((name,), f"the file {file.name} is missing beside this one; {_MAKE}")
        if film.is_file() and sha256(film.read_bytes()).hexdigest() != clip.file:
            yield pack.clips.fault((name, "file"), f"{film.name} is another file than the one meant here; {_MAKE}")
        if picture.is_file() and picture.stat().st_size > _LARGEST_PICTURE:
            sentence = f"{picture.name} has more than {_LARGEST_PICTURE} bytes, which is too much for a thumbnail"
            yield pack.clips.fault((name,), sentence)
    for exercise in pack.exercises.values():
        for part in ("ladder", "swaps"):
            for place, name in exercise.texts(part, EACH, "demonstration"):
                yield from exercise.unknown(place, "clip", name, pack.clips.names())


def media(folder: Path, name: str) -> tuple[Path, Path]:
    """Give the film of a clip, and the picture that stands for it until it plays."""
    return folder / "media" / f"{name}.mp4", folder / "media" / f"{name}.jpg"
