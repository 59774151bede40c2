"""Makes the words of one language for the domain."""

import hashlib

from bot.content.files import LanguageFiles, PackFiles
from bot.content.media import picture_file
from bot.content.say import FluentSay
from bot.content.schema import (
    ExerciseFile,
    ExerciseWordsFile,
    LabelsFile,
    LessonFile,
    RedFlagsFile,
    ReferencesFile,
    VocabularyFile,
)
from bot.domain.clip import Picture
from bot.domain.red_flags import RedFlag, RedFlags, Urgency
from bot.domain.words import ExerciseWords, Lesson, VariationWords, Vocabulary, Words


def words(files: PackFiles, code: str) -> Words:
    """Build what the coach says in one language."""
    language = files.languages[code]
    labels, flags, reminders = language.labels.content, language.red_flags.content, language.reminders.content
    return Words(
        language=code,
        say=FluentSay(code, [file.resource for file in language.messages]),
        exercises=_exercises(files, language),
        lessons=_lessons(files, language),
        rest_days={message.id: message.text for message in language.rest_days.content.messages},
        reminders={"workout": reminders.workout, "mobility": reminders.mobility, "snooze": reminders.snooze},
        milestones=language.milestones.content.model_dump(exclude={"allow"}),
        red_flags=red_flags(flags),
        red_flag_texts={urgency: getattr(flags.texts, urgency.value) for urgency in Urgency},
        vocabulary=_vocabulary(language.vocabulary.content),
        areas=labels.areas,
        limits=labels.limits,
        topics=labels.topics,
        topic_lines=labels.topic_lines,
        equipment={thing.value: name for thing, name in labels.equipment.items()},
    )


def red_flags(file: RedFlagsFile) -> RedFlags:
    """Build the conditions that need a clinician."""
    conditions = tuple(RedFlag(flag.id, flag.urgency, flag.patterns) for flag in file.conditions)
    return RedFlags(conditions, frozenset(file.negations))


def _exercises(files: PackFiles, language: LanguageFiles) -> dict[str, ExerciseWords]:
    labels = language.labels.content
    return {id: _exercise(files.exercises[id].content, file.content, labels) for id, file in language.exercises.items()}


def _exercise(exercise: ExerciseFile, file: ExerciseWordsFile, labels: LabelsFile) -> ExerciseWords:
    return ExerciseWords(
        name=file.name,
        mistakes=file.mistakes,
        breathing=file.breathing,
        small_range=file.small_range,
        variations=_variations(file),
        notes=file.notes,
        areas=file.areas,
        when_to_change=file.when_to_change,
        claims=tuple(file.claims[claim.id] for claim in exercise.claims),
        muscles_primary=tuple(labels.muscles[muscle] for muscle in exercise.muscles.primary),
        muscles_secondary=tuple(labels.muscles[muscle] for muscle in exercise.muscles.secondary),
    )


def _variations(file: ExerciseWordsFile) -> dict[str, VariationWords]:
    """Complete each variation with the exercise's own start and cues where it has none."""
    return {
        id: VariationWords(own.name, own.how, own.start or file.start, own.cues or file.cues)
        for id, own in file.variations.items()
    }


def _lessons(files: PackFiles, language: LanguageFiles) -> tuple[Lesson, ...]:
    references = files.references.content
    in_order = sorted((file.content for file in language.lessons.values()), key=lambda file: (file.order, file.id))
    return tuple(_lesson(file, references, _picture(files, language, file)) for file in in_order)


def _lesson(file: LessonFile, references: ReferencesFile, picture: Picture | None) -> Lesson:
    sources = tuple(references.references[key].cite for key in file.refs)
    return Lesson(file.id, file.title, file.body, sources, picture)


def _picture(files: PackFiles, language: LanguageFiles, lesson: LessonFile) -> Picture | None:
    if lesson.picture is None:
        return None
    file = picture_file(files.folder, language.folder, lesson.picture)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    name = f"{language.folder}/{lesson.picture}"
    return Picture(name, digest, language.anatomy.content.pictures[lesson.picture].words)


def _vocabulary(file: VocabularyFile) -> Vocabulary:
    lists = {key: frozenset(word.casefold() for word in value) for key, value in file.model_dump().items()}
    return Vocabulary(
        rep_units=lists.pop("rep_units"),
        second_units=lists.pop("second_units"),
        minute_units=lists.pop("minute_units"),
        each_side=lists.pop("each_side"),
        left=lists.pop("left"),
        right=lists.pop("right"),
        joining=lists.pop("joining"),
        intents=lists,
    )
