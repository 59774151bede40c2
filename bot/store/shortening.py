"""What is kept of an update that is too long to be kept whole: enough to handle it after a crash."""

from collections.abc import Mapping
from typing import Any

from bot.store.updates import text_of

LONGEST = 16_384
"""Characters of a body as it is stored."""

LONGEST_TEXT = 1_000
_WHOLE = ("id", "message_id", "date", "edit_date", "chat", "from", "data", "chat_instance", "location")
_TEXTS = ("text", "caption")


def stored_text_of(update: Mapping[str, Any]) -> str:
    """Return a body as it is stored: whole, else without what nobody needs, else its number alone."""
    for body in (update, _essentials(update), {"update_id": update.get("update_id")}):
        text = text_of(body)
        if len(text) <= LONGEST:
            break
    return text


def _essentials(update: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _event(value) if isinstance(value, dict) else value for name, value in update.items()}


def _event(event: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: event[name] for name in _WHOLE if name in event}
    kept |= {name: str(event[name])[:LONGEST_TEXT] for name in _TEXTS if name in event}
    if isinstance(event.get("message"), dict):  # what a button hangs on
        kept["message"] = {
            name: event["message"][name] for name in ("message_id", "date", "chat") if name in event["message"]
        }
    return kept
