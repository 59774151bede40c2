"""Writes a JSON Schema for each kind of file, so that an editor knows the keys: `python -m bot.content.json_schema`."""

import json
from collections.abc import Mapping
from pathlib import Path

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
from bot.content.schema.demonstration import BasesFile, DemonstrationFile, FiguresFile

MODELS: Mapping[str, type[File]] = {
    "exercise": ExerciseFile,
    "program": ProgramFile,
    "limits": LimitsFile,
    "readiness": ReadinessFile,
    "references": ReferencesFile,
    "exercise_words": ExerciseWordsFile,
    "lesson": LessonFile,
    "rest_days": RestDaysFile,
    "reminders": RemindersFile,
    "milestones": MilestonesFile,
    "red_flags": RedFlagsFile,
    "vocabulary": VocabularyFile,
    "labels": LabelsFile,
    "blocked_words": BlockedWordsFile,
    "demonstration": DemonstrationFile,
    "bases": BasesFile,
    "figures": FiguresFile,
}


def schemas() -> dict[str, str]:
    """Give the text of every schema file by its name."""
    return {f"{name}.json": _text(model) for name, model in MODELS.items()}


def write(folder: Path) -> None:
    """Write the schema files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8")


def _text(model: type[File]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    write(Path(__file__).parents[2] / "content" / "schema")
