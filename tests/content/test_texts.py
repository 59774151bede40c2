"""Texts for people hold no blocked word and no broken markup, in YAML as in Fluent."""

from collections.abc import Callable

import pytest

from bot.content.rules.html import html_faults

Edit = Callable[[str, str, str], None]
Faults = Callable[[], list[str]]


def blocked(faults: list[str]) -> list[str]:
    return [line.split(" is blocked")[0] for line in faults if " is blocked" in line]


def test_a_star_stands_for_any_ending_and_a_word_is_whole(edit: Edit, faults: Faults) -> None:
    edit("en/milestones.yaml", "Ten workouts.", "Prefix nothing, we are fixing FIXES.")
    assert blocked(faults()) == ['en/milestones.yaml:3: the word "fixes"', 'en/milestones.yaml:3: the word "fixing"']


def test_a_phrase_is_found_over_a_line_end_and_with_its_own_line(edit: Edit, faults: Faults) -> None:
    edit(
        "en/lessons/effort.yaml",
        "is easier, less is harder,\n  and",
        "is lazy.\n  You get rid\n  of it, less is harder, and",
    )
    assert blocked(faults()) == [
        'en/lessons/effort.yaml:6: the word "lazy"',
        'en/lessons/effort.yaml:7: the word "get rid of"',
    ]  # fmt: skip


def test_markup_does_not_hide_a_blocked_phrase(edit: Edit, faults: Faults) -> None:
    edit("en/milestones.yaml", "Ten workouts.", "Get <b>rid</b> of it.")
    assert blocked(faults()) == ['en/milestones.yaml:3: the word "get rid of"']


@pytest.mark.parametrize("phrase", ["Get-rid-of it.", "Get\u2011rid of it.", "Get -rid of it."])
def test_a_hyphen_does_not_hide_a_blocked_phrase(edit: Edit, faults: Faults, phrase: str) -> None:
    edit("en/milestones.yaml", "Ten workouts.", phrase)
    assert blocked(faults()) == ['en/milestones.yaml:3: the word "get rid of"']


def test_the_lesson_on_hip_dips_and_the_red_flags_may_use_any_word(edit: Edit, faults: Faults) -> None:
    edit("en/red_flags.yaml", "It is likely fine.", "It is nothing to fix by yourself.")
    assert faults() == []


def test_what_athletes_type_may_hold_any_word(edit: Edit, faults: Faults) -> None:
    edit("en/vocabulary.yaml", "skip: [skip]", "skip: [skip, lazy]")
    assert faults() == []


def test_a_file_may_allow_a_word_with_a_reason(edit: Edit, faults: Faults) -> None:
    edit("en/milestones.yaml", "Ten workouts.", "Ten workouts, the fix for a lazy day.")
    edit("en/milestones.yaml", "four_weeks:", "allow:\n  - {word: fix*, reason: it is about a day}\nfour_weeks:")
    assert blocked(faults()) == ['en/milestones.yaml:3: the word "lazy"']


def test_an_allowed_word_needs_its_reason(edit: Edit, faults: Faults) -> None:
    edit("en/milestones.yaml", "four_weeks:", "allow:\n  - {word: fix*}\nfour_weeks:")
    assert faults() == ["en/milestones.yaml:8: `reason` is missing"]


def test_a_message_may_allow_a_word_for_itself_alone(edit: Edit, faults: Faults) -> None:
    edit("en/workout.ftl", "Hi { $name }", "Hi lazy { $name }")
    assert blocked(faults()) == ['en/workout.ftl:8: the word "lazy"']


def test_comments_and_names_of_messages_are_no_texts(edit: Edit, faults: Faults) -> None:
    edit("en/workout.ftl", "-coach =", "# a lazy comment\n-lazy = Fine.\n-coach =")
    assert faults() == []


def test_attributes_and_variants_are_texts(edit: Edit, faults: Faults) -> None:
    edit("en/workout.ftl", "= Start", "= Start, lazy")
    edit("en/workout.ftl", "{ $reps } reps", "{ $reps } flawless reps")
    assert blocked(faults()) == ['en/workout.ftl:6: the word "flawless"', 'en/workout.ftl:9: the word "lazy"']


@pytest.mark.parametrize(
    "text",
    [
        "plain & simple, 3 > 2",
        "<b>a <i>b</i></b>",
        '<a href="https://example.org/?a=1&amp;b=2">x</a>',
        "<blockquote expandable>x</blockquote>",
        '<pre><code class="language-python">x</code></pre>',
        "<tg-spoiler>x</tg-spoiler> &lt;3",
    ],
)
def test_markup_that_telegram_takes_is_fine(text: str) -> None:
    assert list(html_faults(text)) == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("<b>x", ["<b> is opened and never closed"]),
        ("x</b>", ["</b> closes nothing"]),
        ("<b><i>x</b>", ["<i> must be closed before </b>"]),
        ("<b><i>x</b></i>", ["<i> must be closed before </b>", "</i> closes nothing"]),
        ("<a>x</a>", ['<a> is not as Telegram wants it; write <a href="https://…">, with the quotes']),
        (
            "<a href=http://x>x</a>",
            ['<a href=http://x> is not as Telegram wants it; write <a href="https://…">, with the quotes'],
        ),
        ("<br/>", ["a `<` that begins no tag must be written as &lt;"]),
        ("<h1>x</h1>", ["<h1> is no tag that Telegram knows", "</h1> is no tag that Telegram knows"]),
        ("pain < 3", ["a `<` that begins no tag must be written as &lt;"]),
        ("a&mdash;b", ["Telegram does not know &mdash;; write the character itself"]),
    ],
)
def test_markup_that_telegram_refuses_is_told(text: str, faults: list[str]) -> None:
    assert list(html_faults(text)) == faults


def test_each_variant_of_a_message_closes_its_own_tags(edit: Edit, faults: Faults) -> None:
    edit("en/workout.ftl", "[one] one rep", "[one] <i>one rep")
    assert faults() == ["en/workout.ftl:5: <i> is opened and never closed"]
