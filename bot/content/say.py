"""Fills the Fluent texts of one language."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentFloat, FluentInt
from fluent.syntax import ast


class UnfilledText(ValueError):
    """A text was asked for without an argument that it needs, or with one that it cannot show."""

    def __init__(self, key: str, errors: Iterable[Exception]) -> None:
        super().__init__(f"the text {key} cannot be filled: {'; '.join(dict.fromkeys(map(str, errors)))}")
        self.key = key


class FluentSay:
    """The texts of one language, parsed and compiled once; `key.attribute` asks for an attribute."""

    def __init__(self, language: str, resources: Iterable[ast.Resource]) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        keys = []
        for resource in resources:
            self._bundle.add_resource(resource)
            keys += [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]
        messages = {key: self._bundle.get_message(key) for key in keys}
        self._patterns = {key: message.value for key, message in messages.items() if message.value}
        for key, message in messages.items():
            self._patterns |= {f"{key}.{name}": pattern for name, pattern in message.attributes.items()}
        self._counted = lru_cache(2048)(self._filled)

    def __call__(self, key: str, /, **arguments: str | float) -> str:
        """Fill a text; KeyError for a text that there is not, UnfilledText for arguments that do not fit."""
        numbers = all(type(value) is int for value in arguments.values())
        fill = self._counted if numbers else self._filled  # what people typed, or are called, is kept nowhere
        return fill(key, **arguments)

    def _filled(self, key: str, /, **arguments: str | float) -> str:
        shown = {name: _shown(value) for name, value in arguments.items()}
        text, errors = self._bundle.format_pattern(self._patterns[key], shown)
        if errors:
            raise UnfilledText(key, errors)
        return str(text)


def _shown(value: str | float) -> str | FluentInt | FluentFloat:
    """Escape texts for Telegram's HTML; leave out the thousands' mark, which would make a year 2,026."""
    if isinstance(value, str):
        return escape(value, quote=False)
    number = FluentFloat if isinstance(value, float) else FluentInt
    return number(value, useGrouping=False)
