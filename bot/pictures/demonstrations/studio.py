"""Renders clips into the pack: several at once, each in a process of its own."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from bot.domain.demonstration import Demonstration
from bot.pictures.demonstrations.contacts import Finding, findings
from bot.pictures.demonstrations.drawing import Artist
from bot.pictures.demonstrations.sheet import draft


def draft_of(demonstration: Demonstration, folder: Path) -> tuple[Path, list[Finding]]:
    """Draw the poses of a clip small, and check its geometry; give the picture's file and what is wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{demonstration.name}.png"
    draft(Artist(demonstration, scale=0.5)).save(file)
    return file, findings(demonstration, rate=8)


def drafts(demonstrations: Sequence[Demonstration], folder: Path) -> Iterator[tuple[Path, list[Finding]]]:
    """Draw drafts of several clips at once."""
    yield from _at_once(draft_of, demonstrations, folder)


def _at_once(
    work: Callable[[Demonstration, Path], tuple[Path, list[Finding]]], clips: Sequence[Demonstration], folder: Path
) -> Iterator[tuple[Path, list[Finding]]]:
    if len(clips) == 1:
        yield work(clips[0], folder)
        return
    with ProcessPoolExecutor() as pool:
        for done in as_completed([pool.submit(work, clip, folder) for clip in clips]):
            yield done.result()
