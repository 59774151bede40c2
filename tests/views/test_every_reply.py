"""What holds for whatever is said: Telegram takes it, and a tired person can read it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from bot.content.pack import Pack
from bot.content.rules.html import html_faults
from bot.domain.words import Words
from bot.views import Look, Reply, show
from bot.views.buttons import Press
from bot.views.reply import Button

from .conftest import Shown
from .examples import examples
from .samples import NOW

EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff\u2705\u2728\u274c]")
COMFORTABLE = 900


def units(text: str) -> int:
    """Count as Telegram does, after parsing."""
    return len(unescape(re.sub(r"<[^<>]*>", "", text)).encode("utf-16-le")) // 2


def buttons(reply: Reply) -> Iterator[Button]:
    for row in reply.rows:
        yield from row


def test_the_html_is_sound(shown: Shown) -> None:
    faults = {
        (example.name, fault)
        for example, reply in shown.replies
        for text in (reply.text, reply.carrier.text if reply.carrier else "")
        for fault in html_faults(text)
    }
    assert faults == set()


def test_a_text_fits_into_one_message(shown: Shown) -> None:
    assert [example.name for example, reply in shown.replies if units(reply.text) > 4096] == []


def test_there_is_a_text_or_a_toast(shown: Shown) -> None:
    assert [example.name for example, reply in shown.replies if not (reply.text.strip() or reply.toast)] == []


def test_a_toast_fits_and_holds_no_html(shown: Shown) -> None:
    toasts = [reply.toast for _, reply in shown.replies if reply.toast]
    assert [toast for toast in toasts if len(toast) > 200 or "<" in toast or "&" in toast] == []


def test_a_payload_fits_and_is_read_back(shown: Shown) -> None:
    presses = {button.press for _, reply in shown.replies for button in buttons(reply)}
    assert [press for press in presses if len(press.pack().encode()) > 64] == []
    assert [press for press in presses if type(press).unpack(press.pack()) != press] == []


def test_no_row_is_empty_and_no_button_is_there_twice(shown: Shown) -> None:
    for example, reply in shown.replies:
        presses = [button.press.pack() for button in buttons(reply)]
        assert all(reply.rows), example.name
        assert len(set(presses)) == len(presses), example.name


def test_a_label_is_plain_and_short(shown: Shown) -> None:
    labels = {button.label for _, reply in shown.replies for button in buttons(reply)}
    labels -= {"02:42 in Å<b>&"}  # a city really called so
    assert [label for label in labels if not label.strip() or re.search(r"<|&\w+;|\n", label) or len(label) > 64] == []


def test_every_button_can_be_pressed_without_emoji(shown: Shown) -> None:
    assert [b.label for _, reply in shown.replies for b in buttons(reply) if not re.search(r"\w", b.label)] == []


def test_at_most_two_emoji_stand_in_a_message(shown: Shown) -> None:
    assert [e.name for e, reply in shown.replies if e.name != "welcome" and len(EMOJI.findall(reply.text)) > 2] == []


def test_no_text_is_left_unfilled_or_ragged(shown: Shown) -> None:
    ragged = re.compile(r"\{|\}|\bNone\b|\n{3}| \n|  \S*$|^\s|\s$|\d\.0 ")
    assert [(e.name, reply.text) for e, reply in shown.replies if reply.text and ragged.search(reply.text)] == []


def test_a_usual_card_is_comfortable_to_read(shown: Shown) -> None:
    usual = re.compile(r"card \d+|started|first offer|plan|.* in (warm-up|strength|cool-down)|finished$")
    long = {e.name: units(r.text) for e, r in shown.replies if usual.match(e.name) and units(r.text) > COMFORTABLE}
    assert set(long) <= {"plan", "plan inside a workout"}


def test_a_short_card_with_every_note_is_still_shorter_than_its_page(shown: Shown) -> None:
    sizes = {example.name: units(reply.text) for example, reply in shown.replies}
    short = {name.removeprefix("short "): size for name, size in sizes.items() if name.startswith("short ")}
    assert len(short) > 60
    assert [name for name, size in short.items() if size > 1300 or size >= sizes[f"expanded {name}"]] == []


def test_names_of_the_pack_are_escaped_in_texts_and_plain_on_buttons(pack: Pack) -> None:
    words = shouting(pack.words("en"))
    for example in examples(pack.library, words):
        reply = show(example.result, Look(words, pack.library, "Kim", example.athlete, NOW))
        assert list(html_faults(reply.text)) == [], example.name
        assert not [b.label for b in buttons(reply) if "&lt;" in b.label or "&amp;" in b.label], example.name


def test_even_a_pack_without_measure_fits(pack: Pack) -> None:
    words = shouting(pack.words("en"), times=80)
    for example in examples(pack.library, words):
        reply = show(example.result, Look(words, pack.library, "Kim", example.athlete, NOW))
        assert units(reply.text) <= 4096, example.name


def shouting(words: Words, times: int = 1) -> Words:
    """Make every name of the pack one that HTML would trip over, and every list long."""
    name = "A & <B>"
    exercises = {
        id: replace(
            e,
            name=name,
            mistakes=e.mistakes * times,
            when_to_change=e.when_to_change * times,
            claims=e.claims * times,
            muscles_primary=(name,) * times,
            areas=dict.fromkeys(e.areas, name),
            variations={v: replace(found, name=name, cues=found.cues * times) for v, found in e.variations.items()},
        )
        for id, e in words.exercises.items()
    }
    return replace(
        words,
        exercises=exercises,
        lessons=tuple(replace(lesson, title=name, sources=(name,) * times) for lesson in words.lessons),
        areas=dict.fromkeys(words.areas, name),
        topics=dict.fromkeys(words.topics, name),
        equipment=dict.fromkeys(words.equipment, name),
    )


def test_every_kind_of_button_is_shown_somewhere_or_belongs_to_a_choice(shown: Shown) -> None:
    seen = {type(button.press) for _, reply in shown.replies for button in buttons(reply)}
    assert {press.__name__ for press in set(Press.__subclasses__()) - seen} == {"SetLevel", "ToggleGear"}
