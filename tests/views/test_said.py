"""The list of messages that the content check goes by is what the views really say."""

import pytest

from bot.content.files import read_files
from bot.content.pack import build
from bot.content.rules.fluent import said_messages
from bot.content.schema import MessageFile

from .said import CONTENT, FILE, Said, messages_yaml, said_by_views
from .test_texts import texts

SHARED = {("workout-unclear", "step"), ("why-not-needed", "why")}
"""Steps and reasons without a variant of their own share the last one."""


@pytest.fixture(scope="module")
def said() -> Said:
    return said_by_views(build(read_files(CONTENT)))


@pytest.fixture(scope="module")
def listed() -> dict[str, MessageFile]:
    return said_messages(read_files(CONTENT))


def test_the_list_is_up_to_date(said: Said) -> None:
    assert FILE.read_text(encoding="utf-8") == messages_yaml(said), "run: python -m tests.views.said"


def test_every_message_is_said(said: Said) -> None:
    assert set(said.given) == set(texts())


def test_every_call_gives_what_the_list_names(listed: dict[str, MessageFile], said: Said) -> None:
    wrong = [
        (key, name)
        for key, message in listed.items()
        for given in said.given[key]
        for name in set(message.arguments) - set(given)
    ]
    assert wrong == []


def test_every_key_that_is_given_has_its_variant(listed: dict[str, MessageFile], said: Said) -> None:
    wrong = {
        (key, name)
        for key, message in listed.items()
        for name, variants in message.arguments.items()
        for given in said.given[key]
        if variants and isinstance(given[name], str) and given[name] not in variants
    }
    assert wrong == SHARED
