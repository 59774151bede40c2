"""The shape of everything that Telegram sends and takes."""

from typing import Any

JSON = dict[str, Any]
