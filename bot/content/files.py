"""Reads every file of a pack folder, and says which files are missing or read by nobody."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from babel import Locale, UnknownLocaleError

from bot.content.document import Document, document
from bot.content.faults import Fault, did_you_mean
from bot.content.messages import Messages, read_messages
from bot.content.schema import (
    BlockedWordsFile,
    ExerciseFile,
    ExerciseWordsFile,
    File,
    LabelsFile,
    LessonFile,
    LimitsFile,
    MilestonesFile,
    ProgramFile,
    ReadinessFile,
    RedFlagsFile,
    ReferencesFile,
    RemindersFile,
    RestDaysFile,
    VocabularyFile,
)

FIRST_LANGUAGE = "en"
"""The language that every other is compared with, and that stands in where none fits."""

NEUTRAL_FOLDERS = frozenset({"exercises", "schema"})

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
            self.blocked_words,
        )
        return (*self.exercises.values(), *self.lessons.values(), *single)


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A whole pack folder as it was read; languages by their code."""

    folder: Path
    exercises: Mapping[str, Document[ExerciseFile]]
    program: Document[ProgramFile]
    limits: Document[LimitsFile]
    readiness: Document[ReadinessFile]
    references: Document[ReferencesFile]
    languages: Mapping[str, LanguageFiles]

    @property
    def documents(self) -> tuple[Document[Any], ...]:
        """Give every YAML file of the pack."""
        single: tuple[Document[Any], ...] = (self.program, self.limits, self.readiness, self.references)
        return (
            *single,
            *self.exercises.values(),
            *(file for language in self.languages.values() for file in language.documents),
        )

    @property
    def messages(self) -> tuple[Messages, ...]:
        """Give every Fluent file of the pack."""
        return tuple(file for language in self.languages.values() for file in language.messages)


def read_files(folder: Path) -> PackFiles:
    """Read a pack folder whole; a language is any folder that is named by a language code."""
    exercises = _documents(folder, "exercises", ExerciseFile)
    languages = {_code(name): _language(folder, name, exercises) for name in _folders(folder) if _is_language(name)}
    return PackFiles(
        folder=folder,
        exercises=exercises,
        program=document(folder, "program.yaml", ProgramFile),
        limits=document(folder, "limits.yaml", LimitsFile),
        readiness=document(folder, "readiness.yaml", ReadinessFile),
        references=document(folder, "references.yaml", ReferencesFile),
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
    for name in _folders(pack.folder):
        if not _is_language(name) and name not in NEUTRAL_FOLDERS:
            sentence = "nobody reads this folder: its name is no language code, such as en or pt-br"
            yield Fault(pack.folder / name, 1, sentence)
    yield from _unread(pack)


def _unread(pack: PackFiles) -> Iterator[Fault]:
    """Find files with a mistyped name or ending: they would be passed over in silence."""
    read = {*(file.file for file in pack.documents), *(file.file for file in pack.messages)}
    folders = [pack.folder, *(pack.folder / name for name in _folders(pack.folder) if _is_language(name))]
    folders += [folder / part for folder in folders for part in ("exercises", "lessons")]
    for file in (file for folder in folders for file in sorted(folder.glob("*"))):
        if file.suffix.lower() in (".yaml", ".yml", ".ftl") and file.is_file() and file not in read:
            hint = did_you_mean(file.name, {known.name for known in read if known.parent == file.parent})
            yield Fault(file, 1, f"nobody reads a file of this name here{hint}")


def _documents(
    folder: Path, name: str, model: type[Content], wanted: Iterable[str] = ()
) -> dict[str, Document[Content]]:
    stems = sorted({*_stems(folder / name), *wanted})
    return {stem: document(folder, f"{name}/{stem}.yaml", model) for stem in stems}


def _stems(folder: Path) -> list[str]:
    return sorted(file.stem for file in folder.glob("*.yaml"))


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
