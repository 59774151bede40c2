"""Reads every file of a pack folder, and says which files are missing or read by nobody."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from babel import Locale, UnknownLocaleError

from bot.content.document import Document, document, optional_document
from bot.content.faults import Fault, did_you_mean
from bot.content.messages import Messages, read_messages
from bot.content.schema import (
    AnatomyWordsFile,
    BlockedWordsFile,
    ClipsFile,
    DrawingFile,
    ExerciseFile,
    ExerciseWordsFile,
    File,
    LabelsFile,
    LessonFile,
    LimitsFile,
    MessagesFile,
    MilestonesFile,
    OutlinesFile,
    ProgramFile,
    ReadinessFile,
    RedFlagsFile,
    ReferencesFile,
    RemindersFile,
    RequiredFile,
    RestDaysFile,
    VocabularyFile,
)
from bot.content.schema.fields import ID

FIRST_LANGUAGE = "en"
"""The language that every other is compared with, and that stands in where none fits."""

NEUTRAL_FOLDERS = frozenset({"anatomy", "demonstrations", "exercises", "media", "schema"})
_READ_ELSEWHERE = frozenset({"demonstrations"})
"""What only clips need is read by who draws them."""

_NAMED_BY_ID = ("anatomy", "exercises", "lessons", "outlines")
_ID = re.compile(ID)
_LOOKS_LIKE_CONTENT = re.compile(r"[^.].*\.(ya?ml|ftl)(\.\w+)?", re.IGNORECASE)

Content = TypeVar("Content", bound=File)


@dataclass(frozen=True, slots=True)
class LanguageFiles:
    """The folder of one language."""

    folder: str
    exercises: Mapping[str, Document[ExerciseWordsFile]]
    lessons: Mapping[str, Document[LessonFile]]
    rest_days: Document[RestDaysFile]
    reminders: Document[RemindersFile]
    milestones: Document[MilestonesFile]
    red_flags: Document[RedFlagsFile]
    vocabulary: Document[VocabularyFile]
    labels: Document[LabelsFile]
    anatomy: Document[AnatomyWordsFile]
    blocked_words: Document[BlockedWordsFile]
    messages: tuple[Messages, ...]

    @property
    def documents(self) -> tuple[Document[Any], ...]:
        """Give every YAML file of the language."""
        single: tuple[Document[Any], ...] = (
            self.rest_days,
            self.reminders,
            self.milestones,
            self.red_flags,
            self.vocabulary,
            self.labels,
            self.anatomy,
            self.blocked_words,
        )
        return (*self.exercises.values(), *self.lessons.values(), *single)


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A whole pack folder as it was read; languages by their code."""

    folder: Path
    exercises: Mapping[str, Document[ExerciseFile]]
    outlines: Mapping[str, Document[OutlinesFile]]
    drawings: Mapping[str, Document[DrawingFile]]
    program: Document[ProgramFile]
    limits: Document[LimitsFile]
    readiness: Document[ReadinessFile]
    references: Document[ReferencesFile]
    clips: Document[ClipsFile]
    required: Document[RequiredFile]
    said: Document[MessagesFile]
    languages: Mapping[str, LanguageFiles]

    @property
    def documents(self) -> tuple[Document[Any], ...]:
        """Give every YAML file of the pack."""
        program: tuple[Document[Any], ...] = (self.program, self.limits, self.readiness)
        return (
            *program,
            self.references,
            self.clips,
            self.required,
            self.said,
            *self.exercises.values(),
            *self.outlines.values(),
            *self.drawings.values(),
            *(file for language in self.languages.values() for file in language.documents),
        )

    @property
    def messages(self) -> tuple[Messages, ...]:
        """Give every Fluent file of the pack."""
        return tuple(file for language in self.languages.values() for file in language.messages)


def read_files(folder: Path) -> PackFiles:
    """Read a pack folder whole; a language is any folder that is named by a language code and holds something."""
    exercises = _documents(folder, "exercises", ExerciseFile)
    names = {_code(name): name for name in reversed(_folders(folder)) if _is_language(name) and _holds(folder / name)}
    languages = {code: _language(folder, name, exercises) for code, name in sorted(names.items())}
    return PackFiles(
        folder=folder,
        exercises=exercises,
        outlines=_documents(folder, "anatomy/outlines", OutlinesFile),
        drawings=_documents(folder, "anatomy", DrawingFile),
        program=document(folder, "program.yaml", ProgramFile),
        limits=document(folder, "limits.yaml", LimitsFile),
        readiness=document(folder, "readiness.yaml", ReadinessFile),
        references=document(folder, "references.yaml", ReferencesFile),
        clips=optional_document(folder, "media/clips.yaml", ClipsFile),
        required=document(folder, "schema/required.yaml", RequiredFile),
        said=document(folder, "schema/messages.yaml", MessagesFile),
        languages=languages,
    )


def _language(folder: Path, name: str, exercises: Iterable[str]) -> LanguageFiles:
    """Read a language folder; what the first language has and this one lacks is a missing file."""
    lessons = _stems(folder / FIRST_LANGUAGE / "lessons")
    return LanguageFiles(
        folder=name,
        exercises=_documents(folder, f"{name}/exercises", ExerciseWordsFile, exercises),
        lessons=_documents(folder, f"{name}/lessons", LessonFile, lessons),
        rest_days=document(folder, f"{name}/rest_days.yaml", RestDaysFile),
        reminders=document(folder, f"{name}/reminders.yaml", RemindersFile),
        milestones=document(folder, f"{name}/milestones.yaml", MilestonesFile),
        red_flags=document(folder, f"{name}/red_flags.yaml", RedFlagsFile),
        vocabulary=document(folder, f"{name}/vocabulary.yaml", VocabularyFile),
        labels=document(folder, f"{name}/labels.yaml", LabelsFile),
        anatomy=document(folder, f"{name}/anatomy.yaml", AnatomyWordsFile),
        blocked_words=document(folder, f"{name}/blocked_words.yaml", BlockedWordsFile),
        messages=tuple(read_messages(folder, f"{name}/{file.name}") for file in sorted((folder / name).glob("*.ftl"))),
    )


def layout_faults(pack: PackFiles) -> Iterator[Fault]:
    """Find folders and files that nobody reads, and parts that are not there at all."""
    if FIRST_LANGUAGE not in pack.languages:
        yield Fault(pack.folder / FIRST_LANGUAGE, 1, "this folder is missing; every pack has English")
    if not pack.exercises:
        yield Fault(pack.folder / "exercises", 1, "there are no exercises here")
    for code, language in pack.languages.items():
        if not language.lessons:
            yield Fault(pack.folder / language.folder / "lessons", 1, f"there are no lessons in {code}")
    strangers = dict(_strangers(pack))
    yield from (Fault(pack.folder / name, 1, sentence) for name, sentence in strangers.items())
    yield from _unread(pack, strangers)


def _strangers(pack: PackFiles) -> Iterator[tuple[str, str]]:
    """Find folders that are read as no language, and say why."""
    read = {_code(language.folder): language.folder for language in pack.languages.values()}
    for name in _folders(pack.folder):
        if not _is_language(name) and name not in NEUTRAL_FOLDERS:
            yield name, "nobody reads this folder: its name is no language code, such as en or pt-br"
        elif _is_language(name) and not _holds(pack.folder / name):
            yield name, f"this folder is empty; copy what is in the folder {FIRST_LANGUAGE} into it and translate"
        elif read.get(_code(name), name) != name:
            yield name, f"{name} and {read[_code(name)]} are one language; keep one of the folders"


def _unread(pack: PackFiles, strangers: Iterable[str]) -> Iterator[Fault]:
    """Find files with a mistyped name or ending, or in a folder too deep: they would be passed over in silence."""
    read = {*(file.file for file in pack.documents), *(file.file for file in pack.messages)}
    for file in sorted(set(pack.folder.rglob("*")) - read):
        folders = file.relative_to(pack.folder).parts[:-1]
        hidden = any(name.startswith((".", "__")) for name in folders)
        passed = {*folders[:1]} & {*strangers, *_READ_ELSEWHERE}
        if _LOOKS_LIKE_CONTENT.fullmatch(file.name) and not hidden and not passed:
            yield Fault(file, 1, _why_unread(file, {known.name for known in read if known.parent == file.parent}))


def _why_unread(file: Path, neighbours: Iterable[str]) -> str:
    if file.suffix == ".yaml" and file.parent.name in _NAMED_BY_ID and not _ID.fullmatch(file.stem):
        return "nobody reads this file: its name may only hold small letters, digits and _, and begins with a letter"
    return f"nobody reads a file of this name here{did_you_mean(file.name, neighbours)}"


def _documents(
    folder: Path, name: str, model: type[Content], wanted: Iterable[str] = ()
) -> dict[str, Document[Content]]:
    stems = sorted({*_stems(folder / name), *wanted})
    return {stem: document(folder, f"{name}/{stem}.yaml", model) for stem in stems}


def _stems(folder: Path) -> list[str]:
    return sorted(file.stem for file in folder.glob("*.yaml") if _ID.fullmatch(file.stem))


def _holds(folder: Path) -> bool:
    """Tell whether there is any file in a folder."""
    return any(entry.is_file() for entry in folder.rglob("*"))


def _folders(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.glob("*") if entry.is_dir() and not entry.name.startswith((".", "__")))


def _code(name: str) -> str:
    return name.lower().replace("_", "-")


def _is_language(name: str) -> bool:
    """Ask Babel: exercises/ and a mistyped name are no languages, pt-br is."""
    if name in NEUTRAL_FOLDERS:
        return False
    try:
        Locale.parse(_code(name), sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True
