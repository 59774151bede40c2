"""What each file of a content pack may hold, file by file."""

from bot.content.schema.fields import AllowedWord, File
from bot.content.schema.neutral import (
    AdaptationFile,
    DoseFile,
    ExerciseFile,
    GeneralLimitFile,
    LimitsFile,
    ProgramFile,
    ReadinessFile,
    ReferencesFile,
    RungFile,
    VariationFile,
)
from bot.content.schema.words import (
    BlockedWordsFile,
    ExerciseWordsFile,
    LabelsFile,
    LessonFile,
    MilestonesFile,
    RedFlagsFile,
    RemindersFile,
    RestDaysFile,
    VocabularyFile,
)

__all__ = [
    "AdaptationFile",
    "AllowedWord",
    "BlockedWordsFile",
    "DoseFile",
    "ExerciseFile",
    "ExerciseWordsFile",
    "File",
    "GeneralLimitFile",
    "LabelsFile",
    "LessonFile",
    "LimitsFile",
    "MilestonesFile",
    "ProgramFile",
    "ReadinessFile",
    "RedFlagsFile",
    "ReferencesFile",
    "RemindersFile",
    "RestDaysFile",
    "RungFile",
    "VariationFile",
    "VocabularyFile",
]
