"""Where the drawn pictures of a pack lie, and what they were drawn from."""

import re
from hashlib import sha256
from pathlib import Path

from bot.content.files import LanguageFiles, PackFiles

SOURCE = "drawn-from"
"""The key under which a picture's PNG holds the SHA-256 of the files it was drawn from."""

_HEAD = 4096
_FOUND = re.compile(rb"tEXt" + SOURCE.encode() + rb"\0([0-9a-f]{64})")


def picture_file(folder: Path, language: str, picture: str) -> Path:
    """Give the file of a picture with the labels of one language; it may not be drawn yet."""
    return folder / "media" / language / f"{picture}.png"


def source_of(pack: PackFiles, language: LanguageFiles, picture: str) -> str:
    """Give the SHA-256 of the files that a picture is drawn from, in hex."""
    outlines = (file.text for file in pack.outlines.values())
    texts = (pack.drawings[picture].text, *outlines, language.anatomy.text)
    return sha256("\0".join(texts).encode()).hexdigest()


def drawn_from(file: Path) -> str | None:
    """Read from a picture what it was drawn from; None when it is not there, or no picture of ours."""
    if not file.is_file():
        return None
    with file.open("rb") as opened:
        found = _FOUND.search(opened.read(_HEAD))
    return found[1].decode() if found else None
