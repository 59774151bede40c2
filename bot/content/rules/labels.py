"""Texts on buttons, in the menu and in toasts are plain and short: Telegram shows tags there as they stand."""

import re
from collections.abc import Iterator

from bot.content.faults import Fault
from bot.content.files import PackFiles
from bot.content.messages import patterns_in
from bot.content.rules.fluent import entries_of, said_messages

_MARKUP = re.compile(r"<|&\w+;")


def faults(pack: PackFiles) -> Iterator[Fault]:
    """Check every message of which the program makes a label, in every language."""
    longest = {key: said.plain_up_to for key, said in said_messages(pack).items() if said.plain_up_to}
    for language in pack.languages.values():
        for file, entry, most in (
            (*found, longest[key]) for key, found in entries_of(language).items() if key in longest
        ):
            for pattern, text in patterns_in(entry):
                if _MARKUP.search(text):
                    yield file.fault(pattern, "this text stands on a button or in a menu, where tags are not read")
                if len(text) > most:
                    yield file.fault(
                        pattern, f"this text is too long for its place, it may have at most {most} letters"
                    )
