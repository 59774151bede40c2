"""What there is to draw for a pack, in every language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.build_anatomy import drawings, label_words
from bot.content.check import faults_of
from bot.content.files import PackFiles, read_files
from bot.content.media import picture_file, source_of
from bot.content.pack import BrokenPack
from bot.content.rules.anatomy import undrawn
from bot.domain.anatomy import Drawing, LabelWords


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing, the words of one language on it, the file it belongs into, and what that shall say of its source."""

    drawing: Drawing
    words: Mapping[str, LabelWords]
    file: Path
    source: str


def sheets(folder: Path) -> Iterator[Sheet]:
    """Give every picture of a pack; BrokenPack when anything is wrong beside pictures that are not drawn yet."""
    files = read_files(folder)
    missing = set(undrawn(files))
    if faults := [fault for fault in faults_of(files) if fault not in missing]:
        raise BrokenPack(faults)
    return _sheets(files)


def _sheets(files: PackFiles) -> Iterator[Sheet]:
    for code, language in files.languages.items():
        for drawing in drawings(files):
            file = picture_file(files.folder, language.folder, drawing.name)
            source = source_of(files, language, drawing.name)
            yield Sheet(drawing, label_words(files, code, drawing.name), file, source)
