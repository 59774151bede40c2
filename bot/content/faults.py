"""One fault of a content pack: where it is, and a sentence for whoever wrote it."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A sentence about one line of one file."""

    file: Path
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{_shown(self.file)}:{self.line}: {self.sentence}"


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Add the likely spelling to a sentence, or nothing when no known name is close."""
    close = closest(name, names)
    return f"; did you mean {close}?" if close else ""


def closest(name: str, names: Iterable[str]) -> str | None:
    """Find the known name that a mistyped one was most likely meant to be."""
    return next(iter(get_close_matches(name, sorted(names), n=1, cutoff=0.6)), None)


def _shown(file: Path) -> str:
    """Shorten a path to what one would type from the current directory."""
    absolute, here = file.absolute(), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else file).as_posix()
