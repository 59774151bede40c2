"""Checks data against a model and says what is wrong in sentences for people who never open Python."""

import json
from collections.abc import Callable, Iterator, Mapping
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.content.faults import closest, did_you_mean
from bot.content.lines import Place
from bot.content.schema import File
from bot.content.schema.fields import DOI, ID, PLAIN, REFERENCE_KEY, URL

Content = TypeVar("Content", bound=File)


def shaped(model: type[Content], data: object) -> Content:
    """Give data its types; ask for its faults first. A number in quotes is a text, so no number."""
    return model.model_validate_json(json.dumps(model.spelled_out(data)), strict=True)


def shape_faults(model: type[File], data: object) -> Iterator[tuple[Place, str]]:
    """Find everything about the data that the model does not allow, with its place."""
    try:
        shaped(model, data)
    except ValidationError as error:
        errors = [wrong for wrong in error.errors(include_url=False) if not _is_long_enough(wrong)]
        mistyped = {(*_place(wrong)[:-1], _meant(model, wrong)) for wrong in errors if wrong["type"] == _EXTRA}
        for wrong in errors:
            if wrong["type"] != "missing" or _place(wrong) not in mistyped:
                yield _place(wrong), _sentence(model, wrong)


def _is_long_enough(error: ErrorDetails) -> bool:
    """Pydantic leaves wrong entries out when it counts a list; they are reported on their own."""
    return error["type"] == "too_short" and len(error["input"]) >= error.get("ctx", {})["min_length"]


_EXTRA = "extra_forbidden"

_SENTENCES: Mapping[str, Callable[[str, Mapping[str, Any]], str]] = {
    "missing": lambda name, _: f"{name} is missing",
    "string_type": lambda name, _: f"{name} must be a text; put quotes around one that holds a colon or is a number",
    "string_too_short": lambda name, more: f"{name} is too short, it needs at least {more['min_length']} letters",
    "string_too_long": lambda name, more: f"{name} is too long, it may have at most {more['max_length']} letters",
    "string_pattern_mismatch": lambda name, more: f"{name} {_spelling(more['pattern'])}",
    "too_short": lambda name, more: f"{name} has {_entries(more['actual_length'])}, it needs {_bound(more)}",
    "too_long": lambda name, more: f"{name} has {_entries(more['actual_length'])}, it may have {_bound(more)}",
    "tuple_type": lambda name, _: f"{name} must be a list, one line with a `-` for each",
    "dict_type": lambda name, _: f"{name} must hold keys with a colon",
    "model_type": lambda name, _: f"{name} must hold keys with a colon",
    "int_type": lambda name, _: f"{name} must be a whole number, without quotes",
    "float_type": lambda name, _: f"{name} must be a number, without quotes",
    "bool_type": lambda name, _: f"{name} must be true or false, without quotes",
    "greater_than_equal": lambda name, more: f"{name} must be {more['ge']:g} or more",
    "less_than_equal": lambda name, more: f"{name} must be {more['le']:g} or less",
    "value_error": lambda _, more: str(more["error"]),
}


def _sentence(model: type[File], error: ErrorDetails) -> str:
    place, given = _place(error), error["input"]
    name, more = _named(place), error.get("ctx", {})
    if error["type"] == _EXTRA:
        meant = _meant(model, error)
        return f"`{place[-1]}` is not a known key here" + (
            f"; did you mean `{meant}`?" if meant else _known(model, place)
        )
    if given is None and error["type"] != "value_error":
        return f"{name} is empty"
    if "expected" in more and error["loc"][-1] == "[key]":
        return f"`{given}` is not a known key here" + did_you_mean(str(given), _choices(str(more["expected"])))
    if "expected" in more:
        return _not_among(name, given, str(more["expected"]))
    if error["type"] in _SENTENCES:
        return _SENTENCES[error["type"]](name, more)
    return f"{name}: {error['msg']}"


def _not_among(name: str, given: object, expected: str) -> str:
    known = _choices(expected)
    choice = f"{', '.join(known[:-1])} or {known[-1]}" if len(known) > 1 else known[0]
    return f"{name} must be {choice}, not {given}{did_you_mean(str(given), known)}"


def _choices(expected: str) -> list[str]:
    """Read pydantic's list of allowed words: 'a', 'b' or 'c'."""
    return expected.replace("'", "").replace(" or ", ", ").split(", ")


def _entries(number: int) -> str:
    return f"{number} entry" if number == 1 else f"{number} entries"


def _bound(more: Mapping[str, Any]) -> str:
    return f"at least {more['min_length']}" if "min_length" in more else f"at most {more['max_length']}"


_SPELLINGS = {
    ID: "must be small letters, digits and underscores only, such as side_plank",
    REFERENCE_KEY: "must be letters and digits only and begin with a capital, such as Moore20",
    PLAIN: "is shown as it stands, so it holds no < and no >",
    DOI: "must be the DOI alone, such as 10.1519/JSC.0000000000001518",
    URL: "must begin with https:// or http://",
}


def _spelling(pattern: str) -> str:
    return _SPELLINGS.get(pattern, f"must fit {pattern}")


def _place(error: ErrorDetails) -> Place:
    """Drop what pydantic adds to the way of a wrong key."""
    return tuple(part for part in error["loc"] if part != "[key]")


def _named(place: Place) -> str:
    """Call a value by its key, and an item of a list by its number in the list."""
    if not place:
        return "this file"
    if isinstance(place[-1], int):
        return f"entry {place[-1] + 1} of {_named(place[:-1])}"
    return f"`{place[-1]}`"


def _meant(model: type[File], error: ErrorDetails) -> str | None:
    place = _place(error)
    holder = _type_at(model, place[:-1])
    return closest(str(place[-1]), holder.model_fields) if holder else None


def _known(model: type[File], place: Place) -> str:
    """List the keys where nobody can know them all, such as joints."""
    holder = _type_at(model, place[:-1])
    if holder is None or not holder.NAMES_ARE_TOLD:
        return ""
    return f"; known are {', '.join(field.alias or name for name, field in holder.model_fields.items())}"


def _type_at(annotation: Any, place: Place) -> type[File] | None:
    """Follow a place through the models to the one that says which keys are known there."""
    if isinstance(annotation, type) and issubclass(annotation, File):
        if not place:
            return annotation
        field = annotation.model_fields.get(str(place[0]))
        return _type_at(field.annotation, place[1:]) if field else None
    if get_origin(annotation) in (tuple, dict):
        return _type_at([part for part in get_args(annotation) if part is not ...][-1], place[1:])
    inner = [part for part in get_args(annotation) if part is not NoneType]
    return _type_at(inner[0], place) if inner else None
