"""Writes a JSON Schema for each kind of file, so that an editor knows the keys: `python -m bot.content.json_schema`."""

import ast
import inspect
import json
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

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
    MilestonesFile,
    OutlinesFile,
    ProgramFile,
    ReadinessFile,
    RedFlagsFile,
    ReferencesFile,
    RemindersFile,
    RestDaysFile,
    VocabularyFile,
)
from bot.content.schema.demonstration import BasesFile, DemonstrationFile
from bot.content.schema.figures import FiguresFile

MODELS: Mapping[str, type[File]] = {
    "exercise": ExerciseFile,
    "program": ProgramFile,
    "limits": LimitsFile,
    "readiness": ReadinessFile,
    "references": ReferencesFile,
    "clips": ClipsFile,
    "exercise_words": ExerciseWordsFile,
    "lesson": LessonFile,
    "rest_days": RestDaysFile,
    "reminders": RemindersFile,
    "milestones": MilestonesFile,
    "red_flags": RedFlagsFile,
    "vocabulary": VocabularyFile,
    "labels": LabelsFile,
    "outlines": OutlinesFile,
    "drawing": DrawingFile,
    "anatomy_words": AnatomyWordsFile,
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
    schema = model.model_json_schema()
    known = {each.__name__: each for each in _models(File)}
    for part in (schema, *schema.get("$defs", {}).values()):
        if part.get("title") in known:
            _describe(part, known[part["title"]])
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _models(model: type[File]) -> list[type[File]]:
    return [model, *(each for below in model.__subclasses__() for each in _models(below))]


def _describe(schema: dict[str, Any], model: type[File]) -> None:
    """Say of each key what its docstring says. Pydantic could, but reads all the source for it at each start."""
    owners = [owner for owner in reversed(model.__mro__) if issubclass(owner, File)]
    said = {name: text for owner in owners for name, text in _docstrings(owner).items()}
    for name, info in model.model_fields.items():
        if name in said:
            key = info.alias or name
            schema["properties"][key] = {"description": said[name], **schema["properties"][key]}


def _docstrings(model: type) -> Mapping[str, str]:
    """Return what the source says under each field of a class."""
    (found,) = ast.parse(inspect.getsource(model)).body
    body = found.body if isinstance(found, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(said.value.value)
        for field, said in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant) and isinstance(said.value.value, str)
    }


if __name__ == "__main__":
    write(Path(__file__).parents[2] / "content" / "schema")
