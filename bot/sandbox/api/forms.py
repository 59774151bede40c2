"""The parameters of a request, wherever the caller put them."""

import json
from email import policy
from email.message import Message as Part
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.sandbox.refusal import BadRequest
from bot.sandbox.shape import JSON
from bot.sandbox.world.files import Upload


async def parameters_of(request: Request) -> JSON:
    """Query and body together, whichever of Telegram's three ways the body was written in."""
    return dict(request.query_params) | _body(request.headers.get("content-type", ""), await request.body())


def _body(content_type: str, body: bytes) -> JSON:
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return {}
    if kind == "application/json":
        return _json(body)
    if kind == "application/x-www-form-urlencoded":
        return dict(parse_qsl(_text(body), keep_blank_values=True, errors="strict"))
    if kind == "multipart/form-data":
        return _attached(_multipart(content_type, body))
    raise BadRequest(f"unsupported content type {kind}")


def parsed_json(source: bytes) -> Any:
    """The value of a JSON text whose strings can also be written as UTF-8."""
    try:
        value = json.loads(source)
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeError as error:
        raise BadRequest("strings must be encoded in UTF-8") from error
    except json.JSONDecodeError as error:
        raise BadRequest(f"can't parse JSON: {error}") from error
    return value


def _json(body: bytes) -> JSON:
    values = parsed_json(body)
    if not isinstance(values, dict):
        raise BadRequest("request body must be a JSON object")
    return values


def _multipart(content_type: str, body: bytes) -> JSON:
    header = f"Content-Type: {content_type}\r\n\r\n".encode()
    form = BytesParser(policy=policy.HTTP).parsebytes(header + body)
    return {_name(part): _value(part) for part in form.iter_parts()}


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise BadRequest("strings must be encoded in UTF-8") from error


def _name(part: Part) -> str:
    return str(part.get_param("name", header="content-disposition"))


def _value(part: Part) -> str | Upload:
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    name = part.get_filename()
    return _text(data) if name is None else Upload(name, data, part.get_content_type())


def _attached(values: JSON) -> JSON:
    """Put the files that are named as `attach://name` where they are named."""
    named = {
        key: value.removeprefix("attach://")
        for key, value in values.items()
        if isinstance(value, str) and value.startswith("attach://")
    }
    rest = {key: value for key, value in values.items() if key not in named.values()}
    return rest | {key: values[name] for key, name in named.items() if name in values}
