"""Markup becomes text and entities, counted in UTF-16 units."""

from typing import Any

import pytest

from bot.sandbox.text.limits import caption, message_text, typed
from bot.sandbox.text.pretty import as_html
from bot.sandbox.text.spans import RichText, cut


def entities(rich: RichText) -> list[tuple[Any, ...]]:
    known = {"type", "offset", "length"}
    return [
        (
            entity["type"],
            cut(rich.text, entity["offset"], entity["length"]),
            *(value for key, value in entity.items() if key not in known),
        )
        for entity in rich.entities
    ]


READABLE: dict[str, list[tuple[str, str, list[tuple[str, ...]]]]] = {
    "HTML": [
        ("<b>a</b>", "a", [("bold", "a")]),
        ("😀<b>é</b>", "😀é", [("bold", "é")]),
        ("<B>a<i>b</i></B>", "ab", [("bold", "ab"), ("italic", "b")]),
        ("1 &lt; 2 &amp;&amp; &#x1F600; &copy;", "1 < 2 && 😀 &copy;", []),
        ("<b></b>x", "x", []),
        ("<a href='https://x.org/?a=1&amp;b=2'>x</a>", "x", [("text_link", "x", "https://x.org/?a=1&b=2")]),
        ("<a href=''>x</a>", "x", []),
        ('<pre><code class="language-py">1</code></pre>', "1", [("pre", "1", "py")]),
        ("<code>1</code>", "1", [("code", "1")]),
        ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", "q")]),
        ('<span class="tg-spoiler">s</span>', "s", [("spoiler", "s")]),
        ("<b>  a </b>\n", "a", [("bold", "a")]),
        ("<b>a</>", "a", [("bold", "a")]),
    ],
    "MarkdownV2": [
        ("*a* _b_ __c__ ~d~ ||e||", "a b c d e", [
            ("bold", "a"), ("italic", "b"), ("underline", "c"), ("strikethrough", "d"), ("spoiler", "e"),
        ]),
        ("*a _b_*", "a b", [("bold", "a b"), ("italic", "b")]),
        (r"1\.5 \*", "1.5 *", []),
        ("`a.b`", "a.b", [("code", "a.b")]),
        ("```py\nx=1```", "x=1", [("pre", "x=1", "py")]),
        ("[a](https://x.org/\\))", "a", [("text_link", "a", "https://x.org/)")]),
        (">q", "q", [("blockquote", "q")]),
    ],
    "Markdown": [
        ("*a* _b_ `c` [d](https://x.org)", "a b c d", [
            ("bold", "a"), ("italic", "b"), ("code", "c"), ("text_link", "d", "https://x.org"),
        ]),
        (r"\*a. b!", "*a. b!", []),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("mode", "source", "text", "found"),
    [(mode, *case) for mode, cases in READABLE.items() for case in cases],
)
def test_markup_is_read(mode: str, source: str, text: str, found: list[tuple[str, ...]]) -> None:
    rich = message_text(source, mode, None)
    assert (rich.text, entities(rich)) == (text, found)


def test_the_limit_counts_what_is_left_after_parsing() -> None:
    assert len(message_text(f"<b>{'x' * 4096}</b>", "HTML", None).text) == 4096
    assert len(caption(f"<b>{'&lt;' * 1024}</b>", "HTML", None).text) == 1024


def test_entities_move_along_when_white_space_goes() -> None:
    rich = message_text("  ab ", None, [{"type": "bold", "offset": 2, "length": 3}])
    assert entities(rich) == [("bold", "ab")]


def test_commands_are_found_but_not_in_numbers() -> None:
    assert entities(typed("/log 12/10/8 @ann_b #hip")) == [
        ("bot_command", "/log"),
        ("mention", "@ann_b"),
        ("hashtag", "#hip"),
    ]


@pytest.mark.parametrize("html", ["a <b>b <i>😀</i></b>", '<a href="https://x.org/?a&amp;b">x</a> &lt;'])
def test_entities_go_back_to_the_html_they_came_from(html: str) -> None:
    rich = message_text(html, "HTML", None)
    assert as_html(rich.text, list(rich.entities)) == html
