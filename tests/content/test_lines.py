"""A YAML file that cannot be read says where and why, in words for people who do not know YAML."""

from pathlib import Path

import pytest

from bot.content.lines import read


def data(folder: Path, text: str) -> object:
    (folder / "file.yaml").write_text(text, encoding="utf-8")
    return read(folder / "file.yaml").data


def faults(folder: Path, text: str | bytes) -> list[str]:
    (folder / "file.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return [f"{fault.line}: {fault.sentence}" for fault in read(folder / "file.yaml").faults]


def test_every_key_and_item_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_text("a: 1\nb:\n  - x\n  - c: |\n      two\n      lines\nd: {e: 1}\n")
    lines = read(tmp_path / "file.yaml").lines
    assert [lines.span(place) for place in (("a",), ("b", 1), ("b", 1, "c"), ("d", "e"))] == [
        (1, 1),
        (4, 6),
        (4, 6),
        (7, 7),
    ]


def test_a_missing_key_has_the_line_of_what_it_is_missing_in(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_text("a: 1\nb:\n  - x: 1\n")
    assert read(tmp_path / "file.yaml").lines.first(("b", 0, "y", "z")) == 3


def test_only_true_and_false_are_not_words(tmp_path: Path) -> None:
    assert data(tmp_path, "no: [yes, off, true, trueish, 07:30, 2026-01-05, 010, 1.5, ~]\n") == {
        "no": ["yes", "off", True, "trueish", "07:30", "2026-01-05", 10, 1.5, None]
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "1: this file is empty"),
        ("# nothing\n", "1: this file is empty"),
        ("~\n", "1: this file is empty"),
        ("a: ü".encode("latin-1"), "1: this file is not saved as UTF-8"),
        ("a:\n\t- b\n", "2: this line begins with a tab; indent with spaces"),
        ("a: 1\nb: 2\na: 3\n", "3: the key `a` stands here a second time; the first is on line 1"),
        ("- {a: 1, a: 2}\n", "1: the key `a` stands here a second time; the first is on line 1"),
        ("a: b: c\n", "1: a `: ` stands inside a text or the line above is not ended; put quotes around"),
        ("a: *bold* text\n", "1: a text that begins with `*` must stand in quotes"),
        ("a: *bold\n", "1: a text that begins with `*` must stand in quotes"),
        ("a: @home\n", "1: a text that begins with `@`, `%`, a backtick or a tab must stand in quotes"),
        ("a: 1\nb: 'it is\nc: 2\n", "2: a quote is opened here and never closed"),
        (
            'a: "x\nb: y\nc: "z"\n',
            "1: the quote that opens here is closed only on line 3, by the quote of another text",
        ),
        ("a: 'x\nb: it's: y\n", "1: the quote that opens here is closed only on line 2, by the quote of another text"),
        ('a: "x\n  y"\nb: c: d\n', "3: a `: ` stands inside a text or the line above is not ended; put quotes around"),
        ("a: [b, c\nd: 1\n", "1: the `[` that opens here is not closed, or a comma is missing behind it"),
        ("a:\n  - {b: 1\n  - {b: 2}\n", "2: the `{` that opens here is not closed, or a comma is missing behind it"),
        ("a: [b, c\n", "1: the `[` that opens here is not closed, or a comma is missing behind it"),
        ("a: x # y\n  z\n", "1: a # after a space starts a comment: put the text in quotes"),
        ("a: 1\rb: 2\r", "1: the line ends of this file are those of an old Mac; save it with Unix line ends (LF)"),
        ("a: 'it's'\n", "1: text goes on after a closing quote or bracket; put quotes around the whole text"),
        ("a:\n  - b\nc\n", "3: a key without its colon, or a line that is not indented far enough"),
        ("- a\nb: 1\n", "2: the indentation does not fit the lines above"),
        ("a: 1\n---\nb: 1\n", "2: a second document begins here; a file holds one"),
        ("a: !important x\n", "1: `!important` is not known here; put quotes around a text that begins with `!`"),
        ("&a [*a]\n", "1: an alias stands inside of what it repeats; write it out"),
        ("a: 1\nb: \x07\n", "2: a character stands here that YAML does not allow"),
        ("{minutes}: x\n", "1: a key must be one word; a text in {braces} or [brackets] needs quotes"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(tmp_path: Path, text: str | bytes, fault: str) -> None:
    assert faults(tmp_path, text) == [fault]


def test_every_tab_and_every_double_key_is_told(tmp_path: Path) -> None:
    assert [line.split(":")[0] for line in faults(tmp_path, "a:\n\tb: 1\n\tc: 1\n")] == ["2", "3"]
    assert [line.split(":")[0] for line in faults(tmp_path, "a: 1\na: 1\nb: 1\nb: 1\n")] == ["2", "4"]


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file.yaml").write_bytes("\ufeffa: |\r\n  x\r\n  y\r\n".encode())
    assert read(tmp_path / "file.yaml").data == {"a": "x\ny\n"}
