"""Renders clips into the pack: several at once, each in a process of its own."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from PIL import Image

from bot.domain.demonstration import Demonstration
from bot.pictures.demonstrations import video
from bot.pictures.demonstrations.catalogue import Entry
from bot.pictures.demonstrations.contacts import Finding, findings
from bot.pictures.demonstrations.drawing import Artist
from bot.pictures.demonstrations.film import Film
from bot.pictures.demonstrations.sheet import draft, save_jpeg, sheet, six_of, thumbnail

THUMBNAIL_BYTES, STILL_BYTES, SHEET_BYTES = 40_000, 60_000, 120_000
_DRAWN_WITH = ("numpy", "pillow", "av")

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Folders:
    """Where clips and thumbnails go, and where the stills and sheets to look at."""

    media: Path
    gallery: Path

    @property
    def stills(self) -> Path:
        """Give the folder of single pictures."""
        return self.gallery / "stills"

    def files(self, name: str) -> tuple[Path, Path, Path, Path]:
        """Give the clip's file, its thumbnail's, its still's and its sheet's."""
        picture = f"{name}.jpg"
        return self.media / f"{name}.mp4", self.media / picture, self.stills / picture, self.gallery / picture


@dataclass(frozen=True, slots=True)
class Rendered:
    """A clip that was drawn."""

    name: str
    entry: Entry
    size: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A picture of a clip's poses, and what is wrong with their geometry."""

    file: Path
    findings: tuple[Finding, ...]


def source(demonstration: Demonstration) -> str:
    """Tell by a digest what a clip is drawn from: its file, this program, and the libraries' versions."""
    return hashlib.sha256(f"{demonstration!r}{_program()}".encode()).hexdigest()


def is_current(demonstration: Demonstration, folders: Folders) -> bool:
    """Tell whether a clip's files are there, and drawn from what there is now."""
    _, *pictures = folders.files(demonstration.name)
    return all(each.is_file() for each in pictures) and is_drawn(demonstration, folders.media)


def is_drawn(demonstration: Demonstration, media: Path) -> bool:
    """Tell whether a clip's film is there, drawn from what there is now."""
    return video.source_of(media / f"{demonstration.name}.mp4") == source(demonstration)


def render(demonstration: Demonstration, folders: Folders) -> Rendered:
    """Draw one clip and write its files; TooLarge when it does not fit into its bytes."""
    film = Film(demonstration, video.RATE)
    clip, small, still, six = folders.files(demonstration.name)
    for quality in video.QUALITIES:
        video.write(clip, film.size, film.frames(), quality, source(demonstration))
        if clip.stat().st_size <= video.MOST_BYTES:
            break
    else:
        raise video.TooLarge(f"{demonstration.name} is larger than {video.MOST_BYTES} bytes")
    save_jpeg(thumbnail(film.frame(0)), small, THUMBNAIL_BYTES)
    save_jpeg(Image.fromarray(film.hardest()), still, STILL_BYTES)
    save_jpeg(sheet(six_of(film)).reduce(2), six, SHEET_BYTES)
    width, height = film.size
    digest = hashlib.sha256(clip.read_bytes()).hexdigest()
    entry = Entry(width, height, len(film) / video.RATE, film.digest(), digest)
    return Rendered(demonstration.name, entry, clip.stat().st_size)


def draft_of(demonstration: Demonstration, folder: Path) -> Draft:
    """Draw the poses of a clip small, and check its geometry."""
    file = folder / f"{demonstration.name}.png"
    draft(Artist(demonstration, scale=0.5)).save(file)
    return Draft(file, tuple(findings(demonstration, rate=8)))


def renders(clips: Sequence[Demonstration], folders: Folders) -> Iterator[Rendered]:
    """Draw several clips at once, in the order in which they are done."""
    for folder in (folders.media, folders.stills):
        folder.mkdir(parents=True, exist_ok=True)
    yield from _at_once(partial(render, folders=folders), clips)


def drafts(clips: Sequence[Demonstration], folder: Path) -> Iterator[Draft]:
    """Draw drafts of several clips at once."""
    folder.mkdir(parents=True, exist_ok=True)
    yield from _at_once(partial(draft_of, folder=folder), clips)


def checks(clips: Sequence[Demonstration]) -> Iterator[tuple[str, list[Finding]]]:
    """Check the geometry of several clips at once."""
    yield from _at_once(_checked, clips)


def _checked(demonstration: Demonstration) -> tuple[str, list[Finding]]:
    return demonstration.name, findings(demonstration)


def _at_once(work: Callable[[Demonstration], Done], clips: Sequence[Demonstration]) -> Iterator[Done]:
    """Do one piece of work for each clip; a single one needs no other process."""
    if len(clips) == 1:
        yield work(clips[0])
        return
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for done in as_completed([pool.submit(work, clip) for clip in clips]):
            yield done.result()


@cache
def _program() -> str:
    """Give a digest of everything that draws."""
    found = hashlib.sha256("".join(f"{name} {version(name)}" for name in _DRAWN_WITH).encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()
