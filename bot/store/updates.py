"""What identifies an update, whose it is, and how it stands as text."""

import json
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

Body = Mapping[str, Any]

_MESSAGES = frozenset(
    {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_message",
        "edited_business_message",
    }
)
_LARGEST_ID = 2**63 - 1


def text_of(value: object) -> str:
    """Return canonical JSON in plain ASCII, so that lone surrogates and emoji survive any column."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def key_of(secret: bytes, bot: int, update: Body) -> str:
    """Return a keyed hash of what identifies an update; its number alone starts anew after quiet weeks."""
    identity = text_of([bot, update.get("update_id"), *_identity(update)])
    return blake2b(identity.encode(), key=blake2b(secret).digest(), digest_size=16).hexdigest()


def person_of(update: Body) -> int | None:
    """Return who caused an update, None where nobody is named."""
    _, event = _event(update)
    match event:
        case {"from": {"id": int(id)}} | {"user": {"id": int(id)}} if 0 < id <= _LARGEST_ID:
            return id
    return None


def _identity(update: Body) -> list[object]:
    kind, event = _event(update)
    match event:
        case {"id": id} if kind == "callback_query":
            return [kind, id]
        case {"chat": {"id": chat}, "message_id": message, "date": at} if kind in _MESSAGES:
            return [kind, chat, message, at, event.get("edit_date")]
    return [update]


def _event(update: Body) -> tuple[str | None, Any]:
    """Return the one thing besides its number that an update holds, and its name."""
    return next(((name, event) for name, event in update.items() if name != "update_id"), (None, None))
