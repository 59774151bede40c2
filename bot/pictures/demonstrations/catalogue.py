"""The list of drawn clips, content/media/clips.yaml: size, length, and digests by which anybody can see a change."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

HEADER = "# Written by hipcoach content render; do not change it by hand."


@dataclass(frozen=True, slots=True)
class Entry:
    """One clip: pixels, seconds, and SHA-256 of all frames and of the file."""

    width: int
    height: int
    seconds: float
    frames: str
    file: str

    def line(self, name: str) -> str:
        """Write it as a line of the list."""
        size = f"width: {self.width}, height: {self.height}, seconds: {self.seconds}"
        return f"{name}: {{{size}, frames: {self.frames}, file: {self.file}}}"


def read(file: Path) -> dict[str, Entry]:
    """Read the list; nothing when it is not there yet."""
    data = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else None
    return {name: Entry(**entry) for name, entry in (data or {}).items()}


def write(file: Path, entries: Mapping[str, Entry]) -> None:
    """Write the list in the order of its names."""
    lines = [HEADER, *(entries[name].line(name) for name in sorted(entries))]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
