"""Where the drawn pictures of a pack lie."""

from pathlib import Path


def picture_file(folder: Path, language: str, picture: str) -> Path:
    """Give the file of a picture with the labels of one language; it may not be drawn yet."""
    return folder / "media" / language / f"{picture}.png"
