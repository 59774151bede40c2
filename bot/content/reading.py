"""Reads the text of a file, and says what keeps it from being read: its encoding, its line ends, its indentation."""

from pathlib import Path

from bot.content.faults import Fault


def read_text(file: Path) -> tuple[str, tuple[Fault, ...]]:
    """Give the text with plain line ends, or no text and why there is none."""
    try:
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return "", (Fault(file, line, "this file is not saved as UTF-8"),)
    if "\r" in text:
        return "", (
            Fault(file, 1, "the line ends of this file are those of an old Mac; save it with Unix line ends (LF)"),
        )
    if not text.strip():
        return "", (Fault(file, 1, "this file is empty"),)
    return text, ()


def tabs(file: Path, text: str) -> tuple[Fault, ...]:
    """Find tabs before the first letter of a line: an editor shows them as spaces, and no parser takes them for any."""
    return tuple(
        Fault(file, number, "this line begins with a tab; indent with spaces")
        for number, line in enumerate(text.split("\n"), start=1)
        if "\t" in line[: len(line) - len(line.lstrip())] and line.strip()
    )
