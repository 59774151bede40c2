"""Clips for tests: those of the pack, and small ones of a few lines."""

from pathlib import Path

from bot.content.build_demonstrations import demonstrations
from bot.content.demonstrations import demonstration_faults, read_demonstrations
from bot.domain.demonstration import Demonstration

CONTENT = Path(__file__).parents[2] / "content"

NOD = """
props: [mat]
highlight: [glute_max_left]
poses:
  tall: {from: standing}
  low:
    from: tall
    root: {lean: 20}
    hip: {flex: 50}
    knee: {flex: 60}
sequence:
  - {pose: tall, move: 0.2, hold: 0.2}
  - {pose: low, move: 0.2, hold: 0.2}
"""


def clip(name: str) -> Demonstration:
    """Give a clip of the pack."""
    return demonstrations(read_demonstrations(CONTENT, [name]))[name]


def written(folder: Path, text: str, name: str = "nod") -> Demonstration:
    """Give the clip of a text, with the pack's bases and figures; it must have no faults."""
    place = pack(folder, text, name)
    files = read_demonstrations(place)
    assert demonstration_faults(files) == []
    return demonstrations(files)[name]


def pack(folder: Path, text: str, name: str = "nod") -> Path:
    """Write a pack's folder of demonstrations with one clip."""
    place = folder / "content"
    (place / "demonstrations").mkdir(parents=True, exist_ok=True)
    for shared in ("bases.yaml", "figures.yaml"):
        (place / "demonstrations" / shared).write_text((CONTENT / "demonstrations" / shared).read_text())
    (place / "demonstrations" / f"{name}.yaml").write_text(text)
    return place
