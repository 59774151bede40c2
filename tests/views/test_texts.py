"""Texts and views fit together: what the views ask for is there, and understood when it is answered."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content.messages import read_messages
from bot.domain.typed import Intent, understand
from bot.views import Look
from bot.views.commands import COMMANDS

ROOT = Path(__file__).parents[2]
VIEWS = ROOT / "bot" / "views"
ENGLISH = ROOT / "content" / "en"


def texts() -> dict[str, str]:
    """Give every message's key and file name."""
    files = sorted(ENGLISH.glob("*.ftl"))
    return {entry.id.name: file.stem for file in files for entry in read_messages(ENGLISH, file.name).entries}


def literals() -> Iterator[tuple[str, str]]:
    """Yield each string in the views with the module it stands in."""
    for path in sorted(VIEWS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.stem, node.value


def test_every_key_that_a_view_asks_for_has_a_text() -> None:
    features = "|".join({key.split("-")[0] for key in texts()})
    looking_like_keys = {text for _, text in literals() if re.fullmatch(rf"({features})(-[a-z]+)+", text)}
    assert looking_like_keys - set(texts()) == set()


def test_a_text_stands_in_the_file_of_its_feature() -> None:
    prefixes = {"reasons": "reason", "commands": "command"}
    assert [key for key, file in texts().items() if not key.startswith(f"{prefixes.get(file, file)}-")] == []


def test_no_sentence_for_people_stands_in_a_view() -> None:
    docstrings = {
        ast.get_docstring(node, clean=False)
        for path in VIEWS.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    }
    about_names = re.compile(r'^\s*""".*?"""', re.DOTALL | re.MULTILINE)
    docstrings |= {
        found.strip().strip('"')
        for path in VIEWS.glob("*.py")
        for found in about_names.findall(path.read_text(encoding="utf-8"))
    }
    errors = {
        "a message carries buttons or a keyboard, not both",
        "an aside leaves all buttons as they are",
        "a clip has a caption, and stands for itself",
        "there is no such zone",
        "no view is registered for ",
    }
    sentences = {text for _, text in literals() if re.search(r"[A-Za-z]+ [a-z]+", text)}
    assert sentences - docstrings - errors == set()


def test_the_words_on_the_keyboard_are_understood(look: Look) -> None:
    say, vocabulary = look.words.say, look.words.vocabulary
    keys = {
        say("workout-key-done"): Intent.DONE,
        say("workout-key-skip"): Intent.SKIP,
        say("workout-key-hurts"): Intent.HURTS,
        say("workout-key-stop"): Intent.STOP,
    }
    assert {word: understand(word, vocabulary) and understand(word, vocabulary).intent for word in keys} == keys  # type: ignore[union-attr]


@pytest.mark.parametrize("step", ["set", "effort", "pain", "skipping", "stopping", "paused", "stale"])
def test_every_word_that_we_tell_people_to_write_is_understood(look: Look, step: str) -> None:
    words = re.findall("<b>(.*?)</b>", look.words.say("workout-unclear", step=step))
    assert [word for word in words if understand(word, look.words.vocabulary) is None] == []


@pytest.mark.parametrize("mode", ["hold", "reps"])
def test_every_amount_that_we_tell_people_to_write_is_understood(look: Look, mode: str) -> None:
    words = re.findall("<b>(.*?)</b>", look.words.say("workout-other-amount", mode=mode, most=200))
    assert [word for word in words if understand(word, look.words.vocabulary) is None] == []


@pytest.mark.parametrize("key", ["workout-pain", "oddities-help-words", "workout-started", "workout-paused-words"])
def test_every_word_of_the_help_is_understood(look: Look, key: str) -> None:
    words = [word for word in re.findall("<b>(.*?)</b>", look.words.say(key)) if word[0].islower()]
    assert words
    assert [word for word in words if understand(word, look.words.vocabulary) is None] == []


def test_the_menu_has_a_text_for_each_command_and_no_other() -> None:
    listed = {key.removeprefix("command-") for key in texts() if key.startswith("command-")}
    assert listed == set(COMMANDS)
