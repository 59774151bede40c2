"""What people send when they do not type: one plain example of each kind."""

from copy import deepcopy
from typing import Any

from bot.sandbox.shape import JSON

BYTES = b"A file from the sandbox."

# Kinds that come with a file, and the kind of that file.
FILES = {
    "photo": "photo",
    "voice": "voice",
    "audio": "audio",
    "video": "video",
    "video_note": "video_note",
    "animation": "animation",
    "document": "document",
    "sticker": "sticker",
}

_SAMPLES: dict[str, Any] = {
    "photo": [{"width": 90, "height": 120}, {"width": 960, "height": 1280}],
    "voice": {"duration": 3, "mime_type": "audio/ogg"},
    "audio": {"duration": 30, "title": "Song", "mime_type": "audio/mpeg"},
    "video": {"width": 640, "height": 360, "duration": 5, "mime_type": "video/mp4"},
    "video_note": {"length": 240, "duration": 5},
    "animation": {"width": 320, "height": 240, "duration": 2, "mime_type": "video/mp4"},
    "document": {"file_name": "notes.pdf", "mime_type": "application/pdf"},
    "sticker": {
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "type": "regular",
        "emoji": "👍",
    },
    "location": {"latitude": 52.52, "longitude": 13.405},
    "venue": {
        "location": {"latitude": 52.52, "longitude": 13.405},
        "title": "Gym",
        "address": "Main Street 1",
    },
    "contact": {"phone_number": "+491700000000", "first_name": "Ann"},
    "dice": {"emoji": "🎲", "value": 4},
    "poll": {
        "id": "1",
        "question": "Which day?",
        "options": [
            {"text": "Mon", "voter_count": 0, "persistent_id": "0"},
            {"text": "Tue", "voter_count": 0, "persistent_id": "1"},
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    },
}


def content(kind: str, extra: JSON) -> JSON:
    """The fields of a message of this kind; `extra` replaces what it names in them.

    `caption` goes beside the kind, everything else into it. A kind without an example is made
    of `extra` alone.
    """
    beside = {name: extra[name] for name in ("caption",) if name in extra}
    inside = {name: value for name, value in extra.items() if name not in beside}
    sample = deepcopy(_SAMPLES.get(kind, {}))
    filled = [each | inside for each in sample] if isinstance(sample, list) else sample | inside
    return {kind: filled} | beside
