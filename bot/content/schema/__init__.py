"""What each file of a content pack may hold, file by file."""

from bot.content.schema.fields import AllowedWord, File
from bot.content.schema.media import ClipFile, ClipsFile
from bot.content.schema.neutral import (
    AdaptationFile,
    DoseFile,
    ExerciseFile,
    GeneralLimitFile,
    LimitsFile,
    MessageFile,
    MessagesFile,
    ProgramFile,
    ReadinessFile,
    ReferencesFile,
    RequiredFile,
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
    "ClipFile",
    "ClipsFile",
    "DoseFile",
    "ExerciseFile",
    "ExerciseWordsFile",
    "File",
    "GeneralLimitFile",
    "LabelsFile",
    "LessonFile",
    "LimitsFile",
    "MessageFile",
    "MessagesFile",
    "MilestonesFile",
    "ProgramFile",
    "ReadinessFile",
    "RedFlagsFile",
    "ReferencesFile",
    "RemindersFile",
    "RequiredFile",
    "RestDaysFile",
    "RungFile",
    "VariationFile",
    "VocabularyFile",
]
