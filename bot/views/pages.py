"""Putting a message together: paragraphs up to Telegram's limit, and plain labels."""

import re
from collections.abc import Sequence
from html import unescape

LONGEST_CAPTION = 1024
"""So many UTF-16 units does Telegram allow below a clip, after parsing."""

LONGEST = 4000
"""Telegram allows 4,096 after parsing; counting tags and a margin as well is simpler and safe."""


def page(*paragraphs: str) -> str:
    """Join the paragraphs that hold something; from the first that no longer fits, the rest stays out."""
    kept: list[str] = []
    for paragraph in filter(None, paragraphs):
        if _units("\n\n".join([*kept, paragraph])) > LONGEST:
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


def caption(said: Sequence[str], more: Sequence[str]) -> str:
    """Join what has to be said below a clip, and of the rest each paragraph that still fits; empty where that is too much."""
    kept = [*filter(None, said)]
    if not fits_below_a_clip("\n\n".join(kept)):
        return ""
    for paragraph in filter(None, more):
        if fits_below_a_clip("\n\n".join([*kept, paragraph])):
            kept.append(paragraph)
    return "\n\n".join(kept)


def fits_below_a_clip(text: str) -> bool:
    """Tell whether Telegram takes a text as a caption."""
    return _units(plain(text)) <= LONGEST_CAPTION


def lines(*parts: str) -> str:
    """Join the lines that hold something."""
    return "\n".join(filter(None, parts))


def bullets(*parts: str) -> str:
    """Make a list of the parts that hold something."""
    return lines(*(f"• {part}" for part in parts if part))


def plain(text: str) -> str:
    """Return a text as people read it: buttons and toasts know no HTML."""
    return unescape(re.sub(r"<[^<>]*>", "", text))


def _units(text: str) -> int:
    """Count as Telegram does, in UTF-16."""
    return len(text.encode("utf-16-le")) // 2
