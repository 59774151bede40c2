"""What the views say, as the content check wants to know it: `python -m tests.views.said` writes it into the pack.

Keys, and what fills them, are those that were asked for while every example was shown; the variants are the English ones.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

import yaml
from fluent.syntax import ast

from bot.content.files import read_files
from bot.content.messages import entry_id, nodes_in, read_messages
from bot.content.pack import Pack, build
from bot.domain.words import Words
from bot.views import Look, Reply, choice_reply, show
from bot.views.choices import What

from .examples import examples
from .samples import ATHLETE, NOW, filmed

CONTENT = Path(__file__).parents[2] / "content"
FILE = CONTENT / "schema" / "messages.yaml"

HEAD = """\
# Every message that the program says, by its file: what it is filled with, and for an argument that is a key and no word
# the variants it needs. plain_up_to: it stands on a button, in the menu or in a toast, without tags and at most so long.
# Written by `python -m tests.views.said`; do not change it by hand.
"""

LABEL, TOAST, COMMAND = 64, 200, 256
"""How many letters Telegram shows; of a label, how many still fit."""

PLURALS = {"zero", "one", "two", "few", "many", "other"}

MARK = re.compile("\ue000(.*?)\ue001")


@dataclass(eq=False)
class MarkingSay:
    """Says what the pack says, with the key hidden in front, and remembers what filled it."""

    words: Words
    given: dict[str, list[dict[str, str | float]]] = field(default_factory=dict)

    def __call__(self, key: str, /, **arguments: str | float) -> str:
        self.given.setdefault(key, []).append(
            {n: MARK.sub("", v) if isinstance(v, str) else v for n, v in arguments.items()}
        )
        return f"\ue000{key}\ue001{self.words.say(key, **arguments)}"


@dataclass(frozen=True)
class Said:
    """All that was said: the arguments of each call, and how long the texts on buttons and in toasts may be."""

    given: dict[str, list[dict[str, str | float]]]
    plain: dict[str, int]


def said_by_views(pack: Pack) -> Said:
    """Show every example and every choice, and listen; clips show every move, so that all is said that could be."""
    say = MarkingSay(pack.words("en"))
    words = replace(pack.words("en"), say=say)
    library = filmed(pack.library)
    replies = [
        show(example.result, Look(words, library, name, example.athlete, NOW))
        for example in examples(library, words)
        for name in ("Kim", "")
    ]
    look = Look(words, library, "Kim", ATHLETE, NOW)
    replies += [choice_reply(what, "plan", look) for what in get_args(What)]
    plain = {key: COMMAND for key in say.given if key.startswith("command-")}
    plain |= {key: TOAST for reply in replies for key in MARK.findall(reply.toast or "")}
    plain |= {key: LABEL for reply in replies for label in labels(reply) for key in MARK.findall(label)}
    return Said(say.given, plain)


def labels(reply: Reply) -> Iterator[str]:
    yield from (button.label for row in reply.rows for button in row)
    for keyboard in (reply.keyboard, reply.carrier.keyboard if reply.carrier else None):
        if keyboard:
            yield from (label for row in keyboard.rows for label in row)
            yield keyboard.location or ""


def messages_yaml(said: Said) -> str:
    """Write it down."""
    files: dict[str, dict[str, object]] = {}
    for path in sorted((CONTENT / "en").glob("*.ftl")):
        for entry in read_messages(CONTENT / "en", path.name).entries:
            key = entry_id(entry)
            if key in said.given:
                files.setdefault(path.name, {})[key] = _message(entry, said.plain.get(key))
    return HEAD + yaml.safe_dump({"files": files}, sort_keys=False, width=120, default_flow_style=None)


def _message(entry: ast.Message | ast.Term, plain_up_to: int | None) -> dict[str, object]:
    variables = dict.fromkeys(variable.id.name for variable in nodes_in(entry, ast.VariableReference))
    arguments = {"arguments": {name: _variants(entry, name) for name in variables}} if variables else {}
    return {**arguments, **({"plain_up_to": plain_up_to} if plain_up_to else {})}


def _variants(entry: ast.Message | ast.Term, argument: str) -> list[str]:
    keys = [
        variant.key.name if isinstance(variant.key, ast.Identifier) else variant.key.value
        for select in nodes_in(entry, ast.SelectExpression)
        if isinstance(select.selector, ast.VariableReference) and select.selector.id.name == argument
        for variant in select.variants
    ]
    return [key for key in keys if key not in PLURALS]


if __name__ == "__main__":
    FILE.write_text(messages_yaml(said_by_views(build(read_files(CONTENT)))), encoding="utf-8")
