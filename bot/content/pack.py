"""Loads a content pack as domain objects, or says everything that is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.content.build_library import library
from bot.content.build_words import words
from bot.content.check import faults_of
from bot.content.faults import Fault
from bot.content.files import FIRST_LANGUAGE, PackFiles, read_files
from bot.domain.library import Library
from bot.domain.words import Words


class BrokenPack(Exception):
    """The pack has faults; one line for each."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class Pack:
    """The training data, and the words of every language by its code."""

    library: Library
    languages: Mapping[str, Words]

    def words(self, language_code: str | None) -> Words:
        """Give the words for Telegram's language code: its own, its base language's, else English."""
        code = (language_code or FIRST_LANGUAGE).lower().replace("_", "-")
        return self.languages.get(code) or self.languages.get(code.split("-")[0]) or self.languages[FIRST_LANGUAGE]


def load(folder: Path) -> Pack:
    """Read, check and build a whole pack; BrokenPack when anything is wrong."""
    files = read_files(folder)
    if faults := faults_of(files):
        raise BrokenPack(faults)
    return build(files)


def build(files: PackFiles) -> Pack:
    """Make domain objects of files that have no faults."""
    return Pack(library(files), {code: words(files, code) for code in files.languages})
