"""What is wrong with a value, said as Telegram would say it."""

from typing import Literal

from pydantic import ValidationError

_MISSING = {
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "photo": "there is no photo in the request",
    "animation": "there is no animation in the request",
    "document": "there is no document in the request",
    "file_id": "file_id not specified",
}
_TYPES: dict[str, Literal["Boolean", "Array", "String", "Number", "Object"]] = {
    "bool": "Boolean",
    "list": "Array",
    "string": "String",
    "int": "Number",
    "float": "Number",
    "dict": "Object",
    "model": "Object",
}


def reason_of(refused: ValidationError) -> str:
    """The first thing that is wrong; `loc` leads to it from the outermost value."""
    error = refused.errors()[0]
    if not error["loc"]:
        return error["msg"]
    name, kind = str(error["loc"][-1]), error["type"]
    nested = len(error["loc"]) > 1
    if kind == "extra_forbidden":
        return f'unknown field "{name}"' if nested else f'unknown parameter "{name}"'
    if kind == "missing":
        return f'can\'t find field "{name}"' if nested else _MISSING.get(name, f"{name} is empty")
    expected = _TYPES.get(kind.split("_")[0])
    if expected:
        return f'field "{name}" must be of type {expected}'
    return f"wrong {name} specified: {error['msg']}"
