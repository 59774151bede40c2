"""What stands below a clip: Telegram takes it, nothing about safety is left out of it, and the page has the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.coach.workout_results import AreaLogged, Card, Event, PainLogged, SetLogged, TooHard, Undone
from bot.content.pack import Pack
from bot.domain.athlete import Step
from bot.domain.clip import Clip
from bot.domain.exercise import Exercise, Level, Phase, Variation
from bot.domain.library import Library
from bot.domain.progression import Light
from bot.domain.routine import Prescription, Reason, Routine, RoutineKind
from bot.domain.workout import Entry, EntryKind
from bot.views import Look, Reply, show
from bot.views.pages import LONGEST_CAPTION, caption, plain
from bot.views.set_card import note_words, title_words

from .examples import examples
from .examples_of_workouts import REASONS
from .samples import ATHLETE, NOW, done_until, filmed, first_of, opened, routine, without_clips
from .test_every_reply import units

GROWS = Reason("more_reps", {"added": 1, "done": 11, "effort": "ok"})


@pytest.fixture(scope="session")
def library(pack: Pack) -> Library:
    return filmed(pack.library)


@pytest.fixture
def look(pack: Pack, library: Library) -> Look:
    return Look(pack.words("en"), library, "Kim", ATHLETE, NOW)


def looks(pack: Pack, library: Library) -> Iterator[Look]:
    """Everybody who may read it: one in each language."""
    for words in pack.languages.values():
        yield Look(words, library, "Kim", ATHLETE, NOW)


def asked(
    exercise: Exercise, v: Variation, level: Level, pattern: Prescription, reason: Reason = GROWS, *, noted: bool = True
) -> Card:
    """Ask for a variation as a level does it, with every note there is, or none."""
    dose = v.doses[level]
    notes = tuple(dict.fromkeys(limit.note for limit in exercise.limits.values() if limit.note)) if noted else ()
    p = replace(
        pattern,
        exercise=exercise.id,
        variation=v.id,
        phase=exercise.phase,
        mode=v.mode,
        sides=v.sides,
        directions=v.directions,
        areas=exercise.areas,
        tempo=v.tempo,
        sets=dose.sets.high,
        amount=dose.amount.high,
        notes=notes,
        small_range=noted,
        reason=reason,
    )
    return Card(opened(Routine(RoutineKind.STRENGTH, "a", 30, (p,), ())), Step.SET)


def every_card(library: Library) -> Iterator[Card]:
    """Every variation at every level and for every reason, with and without its notes."""
    pattern = routine(library).prescriptions[0]
    for exercise in library.exercises.values():
        for v in (*exercise.ladder, *exercise.swaps):
            for level in Level:
                yield asked(exercise, v, level, pattern, noted=False)
                yield asked(exercise, v, level, pattern)
            for reason in REASONS:
                yield asked(exercise, v, Level.ADVANCED, pattern, reason)


def test_every_card_of_the_library_fits_below_its_clip_with_all_that_is_about_safety(
    pack: Pack, library: Library
) -> None:
    cards = list(every_card(library))
    assert len(cards) > 3000
    for look in looks(pack, library):
        for card in cards:
            reply = show(card, look)
            assert reply.clip, card
            assert units(reply.caption) <= LONGEST_CAPTION, card
            [item] = card.workout.items
            said = (title_words(item, look), *note_words(item, look))
            assert all(part in reply.caption for part in said), card


def test_every_example_fits_below_its_clip(pack: Pack, library: Library) -> None:
    for look in looks(pack, library):
        shown = [
            (example, show(example.result, replace(look, athlete=example.athlete)))
            for example in examples(library, look.words)
        ]
        clips = [(example, reply) for example, reply in shown if reply.clip]
        assert len(clips) > 150
        assert [example.name for example, reply in clips if units(reply.caption) > LONGEST_CAPTION] == []


def events(at: int, p: Prescription) -> Iterator[Event]:
    """What a card may have to say first, the longest of its kind."""
    yield SetLogged(at, 0, 12, as_planned=False)
    yield PainLogged(at, 4, Light.AMBER, eased=True, small_range=True)
    yield AreaLogged(at, "pelvic_girdle", open=True, instead=replace(p, small_range=True))
    yield Undone(Entry(EntryKind.AREA, at, area="knee", eased=p))


def test_what_just_happened_is_said_below_a_clip_with_every_note(pack: Pack, library: Library) -> None:
    for look in looks(pack, library):
        for card in every_card(library):
            [item] = card.workout.items
            if item.prescription.reason is not GROWS:
                continue
            for event in events(0, item.prescription):
                reply = show(replace(card, event=event), look)
                first = reply.text.split("\n\n", 1)[0]
                assert not reply.clip or (units(reply.caption) <= LONGEST_CAPTION and reply.caption.startswith(first))


def test_what_is_left_out_of_a_caption_stands_on_the_page_behind_more(pack: Pack, library: Library) -> None:
    shortened = 0
    for look in looks(pack, library):
        for card in every_card(library):
            short = show(card, look)
            if short.caption == short.text:
                continue
            shortened += 1
            whole = plain(show(replace(card, expanded=True), look).text)
            left_out = [part for part in short.text.split("\n\n") if part not in short.caption]
            for line in "\n".join(left_out).splitlines():
                said = plain(re.sub(r"^(<b>.*?</b>|•) ", "", line))
                assert said in whole, (said, card)
    assert shortened > 100


def test_the_cards_of_a_usual_day_say_the_same_below_a_clip_as_in_words(look: Look, library: Library) -> None:
    whole = routine(library)
    for at in range(len(whole.prescriptions)):
        reply = show(Card(opened(whole, *done_until(whole, at)), Step.SET), look)
        assert reply.clip and reply.caption == reply.text


def strength_card(library: Library, *, expanded: bool = False, event: Event | None = None) -> Card:
    whole = routine(library)
    return Card(opened(whole, *done_until(whole, first_of(Phase.STRENGTH, whole))), Step.SET, event, expanded)


def test_the_clip_is_that_of_the_very_variation(look: Look, library: Library) -> None:
    card = strength_card(library)
    reply = show(card, look)
    assert card.workout.current and reply.clip
    assert reply.clip.name == card.workout.current.prescription.variation


def test_a_move_without_a_clip_is_words(pack: Pack, look: Look) -> None:
    none = without_clips(pack.library)
    reply = show(strength_card(none), replace(look, library=none))
    assert (reply.clip, reply.caption, reply.keeps_clip) == (None, "", False)


def test_who_wants_words_gets_the_card_in_words(look: Look, library: Library) -> None:
    card = strength_card(library)
    words = show(card, replace(look, athlete=replace(ATHLETE, pictures=False)))
    assert words.clip is None
    assert words.text == show(card, look).text


def test_where_safety_alone_is_too_much_for_a_caption_the_card_is_words(look: Look, library: Library) -> None:
    card = strength_card(library)
    assert card.workout.current
    p = card.workout.current.prescription
    words = look.words.exercises[p.exercise]
    long = dict.fromkeys(("a", "b"), "Go easy. " * 120)
    exercises = {**look.words.exercises, p.exercise: replace(words, notes=long)}
    noted = replace(p, notes=("a", "b"))
    workout = opened(Routine(RoutineKind.STRENGTH, "a", 30, (noted,), ()))
    reply = show(Card(workout, Step.SET), replace(look, words=replace(look.words, exercises=exercises)))
    assert reply.clip is None
    assert reply.text.count("Go easy.") == 240


@pytest.mark.parametrize("step", [Step.PAIN, Step.SKIPPING, Step.STOPPING, Step.SWAPPING])
def test_a_question_about_the_move_stands_below_the_clip_that_is_there(
    step: Step, look: Look, library: Library
) -> None:
    reply = show(replace(strength_card(library), step=step), look)
    assert reply.keeps_clip and not reply.clip
    assert units(reply.text) <= LONGEST_CAPTION


def test_how_hard_it_was_is_asked_below_the_clip(look: Look, library: Library) -> None:
    whole = routine(library)
    at = first_of(Phase.STRENGTH, whole)
    workout = opened(whole, *done_until(whole, at + 1))
    reply = show(Card(workout, Step.EFFORT), look)
    assert workout.effort_wanted == at
    assert reply.keeps_clip


def test_a_word_about_the_move_changes_no_clip(look: Look, library: Library) -> None:
    reply = show(strength_card(library, event=TooHard()), look)
    assert (reply.clip, reply.keeps_clip) == (None, True)


def test_the_page_behind_more_is_a_message_of_its_own(look: Look, library: Library) -> None:
    reply = show(strength_card(library, expanded=True), look)
    assert (reply.clip, reply.keeps_clip) == (None, False)


def test_a_caption_goes_on_after_what_does_not_fit() -> None:
    said, much, little = "<b>&amp;</b>" * 1000, "much " * 10, "little"
    assert caption((said, ""), (much, "", little)) == f"{said}\n\n{little}"
    assert caption(("x" * 1025,), (little,)) == ""


def test_a_clip_needs_a_caption_and_takes_no_keyboard() -> None:
    with pytest.raises(ValueError, match="a clip has a caption"):
        Reply("words", clip=Clip("a", 1, 1, 1, "a"))
    with pytest.raises(ValueError, match="a clip has a caption"):
        Reply("words", caption="a")
    with pytest.raises(ValueError, match="a clip has a caption"):
        Reply("words", clip=Clip("a", 1, 1, 1, "a"), caption="a", keeps_clip=True)
