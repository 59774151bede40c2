"""What can be chosen for today, and how a card says so."""

from dataclasses import replace

import pytest

from bot.coach.workout_results import Card, TooEasy, TooHard
from bot.domain.athlete import Step
from bot.domain.exercise import Phase
from bot.domain.routine import Reason, Routine
from bot.domain.workout import Entry, EntryKind
from bot.views import Look, buttons, show

from .reading import labels, presses
from .samples import done_until, first_of, opened, routine

CHOICES = {"Easier today", "Harder today", "Another move"}


def shell(look: Look) -> tuple[Routine, int]:
    """A routine, and where its clamshell stands."""
    whole = routine(look.library)
    return whole, first_of(Phase.STRENGTH, whole) + 1


def test_the_whole_page_of_a_strength_move_offers_easier_harder_and_another_move(look: Look) -> None:
    whole, at = shell(look)
    workout = opened(whole, *done_until(whole, at))
    reply = show(Card(workout, Step.SET, expanded=True), look)
    assert [[button.label for button in row] for row in reply.rows[1:3]] == [
        ["Easier today", "Harder today"],
        ["Another move"],
    ]
    assert buttons.Easier(workout=12, told=workout.told) in presses(reply)
    assert not CHOICES & set(labels(show(Card(workout, Step.SET), look)))


@pytest.mark.parametrize("phase", [Phase.WARM_UP, Phase.COOL_DOWN])
def test_other_moves_can_be_easier_or_harder(look: Look, phase: Phase) -> None:
    whole = routine(look.library)
    page = show(Card(opened(whole, *done_until(whole, first_of(phase, whole))), Step.SET, expanded=True), look)
    assert set(labels(page)) & CHOICES == {"Easier today", "Harder today"}


def test_too_hard_and_too_easy_offer_what_helps(look: Look) -> None:
    whole, at = shell(look)
    workout = opened(whole, *done_until(whole, at))
    for event, choice in ((TooHard(), "Easier today"), (TooEasy(), "Harder today")):
        reply = show(Card(workout, Step.SET, event), look)
        assert labels(reply)[1] == choice
        assert set(labels(reply)) & CHOICES == {choice}


def test_the_question_which_move_names_them_and_staying_comes_last(look: Look) -> None:
    whole, at = shell(look)
    workout = opened(whole, *done_until(whole, at))
    reply = show(Card(workout, Step.SWAPPING), look)
    assert labels(reply) == ["Fire hydrant", "Side plank with leg lift", "Stay with this one"]
    assert presses(reply)[0] == buttons.SwapTo(workout=12, told=workout.told, exercise="fire_hydrant")
    assert presses(reply)[2] == buttons.GoOn(workout=12)


@pytest.mark.parametrize(
    ("key", "line"),
    [("easier_now", "Easier today, your choice."), ("harder_now", "A step harder today, your choice.")],
)
def test_a_card_names_the_choice_at_every_set(look: Look, key: str, line: str) -> None:
    whole, at = shell(look)
    chosen = replace(whole.prescriptions[at], reason=Reason(key, {}))
    entries = (*done_until(whole, at), Entry(EntryKind.EASIER, at, eased=chosen), Entry(EntryKind.SET, at, 8))
    for until in (-1, None):
        assert line in show(Card(opened(whole, *entries[:until]), Step.SET), look).text


def test_a_move_in_anothers_place_says_so_and_how_it_starts(look: Look) -> None:
    whole, at = shell(look)
    other = replace(whole.prescriptions[at], exercise="fire_hydrant", variation="small_fire_hydrant")
    entries = (*done_until(whole, at), Entry(EntryKind.SWAP, at, eased=other), Entry(EntryKind.SET, at, 8))
    start = look.words.exercises["fire_hydrant"].variations["small_fire_hydrant"].start
    texts = [show(Card(opened(whole, *entries[:until]), Step.SET), look).text for until in (-1, None)]
    assert all("Another move today, your choice." in text for text in texts)
    assert [start in text for text in texts] == [True, False]
