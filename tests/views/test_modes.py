"""What pregnancy and the time after a birth say, and where their buttons lead (evidence 5.4)."""

from dataclasses import replace
from datetime import date

import pytest

from bot.coach.onboarding_results import Held, ModeAsked, PlanReady, ReadinessAsked, SignsShown
from bot.coach.today import Offer
from bot.coach.workout_results import Card
from bot.domain.athlete import Step
from bot.domain.exercise import Phase
from bot.domain.library import Hold
from bot.domain.plan_mode import PlanMode
from bot.domain.readiness import Recheck
from bot.domain.week import DayKind
from bot.views import Look, buttons, show

from .reading import labels, presses
from .samples import ATHLETE, NOW, done_until, first_of, in_mode, opened, routine

BOTH = pytest.mark.parametrize("mode", PlanMode)
NAMES = {PlanMode.PREGNANCY: "<b>Pregnancy mode</b>", PlanMode.AFTER_BIRTH: "<b>Gentle start after birth</b>"}
SIGNS = {
    PlanMode.PREGNANCY: ("Bleeding", "contractions", "out of breath", "Dizziness", "headache", "calf", "weak", "Chest"),
    PlanMode.AFTER_BIRTH: ("Leaking", "Heaviness", "bulge", "belly pushing out", "wound", "Bleeding that gets more"),
}
"""The lists of evidence 5.4, by hand."""


@BOTH
def test_the_careful_answer_to_a_modes_question_comes_first(mode: PlanMode, look: Look) -> None:
    reply = show(ModeAsked(mode, frozenset({"pregnant"})), look)
    topics = tuple(look.library.topics)
    mask = buttons.mask_of(frozenset({"pregnant"}), topics)
    assert presses(reply) == [buttons.ModePick(chosen=mask, applies=applies) for applies in ("1", "0")]
    assert "not sure" in labels(reply)[0]


def test_the_self_check_names_each_sign_and_before_it_grows_not_the_birth_itself(look: Look) -> None:
    first = show(ModeAsked(PlanMode.AFTER_BIRTH, frozenset({"gave_birth"})), look)
    again = show(ModeAsked(PlanMode.AFTER_BIRTH, frozenset()), look)
    assert all(sign in reply.text for reply in (first, again) for sign in SIGNS[PlanMode.AFTER_BIRTH])
    assert ("C-section" in first.text, "C-section" in again.text) == (True, False)
    assert presses(again) == [buttons.GrowPick(applies="1"), buttons.GrowPick(applies="0")]
    assert "Get Active Questionnaire for Postpartum" in first.text


@BOTH
@pytest.mark.parametrize("begun", [True, False])
def test_the_signs_name_everything_at_which_to_stop(mode: PlanMode, begun: bool, look: Look) -> None:
    text = show(SignsShown(mode, begun), look).text
    assert [sign for sign in SIGNS[mode] if sign not in text] == []


def test_a_mode_that_begins_says_how_and_leads_on(look: Look) -> None:
    reply = show(SignsShown(PlanMode.PREGNANCY, begun=True), look)
    assert "Move so that you can still talk" in reply.text
    assert presses(reply) == [buttons.Today()]


@BOTH
def test_plan_and_start_card_say_the_mode_and_lead_to_its_signs(mode: PlanMode, look: Look) -> None:
    athlete = in_mode(mode, look.library)
    there = replace(look, athlete=athlete)
    today = routine(look.library, athlete=athlete)
    for result in (
        PlanReady(athlete, NOW, fresh=True),
        PlanReady(athlete, NOW, fresh=False),
        Offer(athlete, today, DayKind.STRENGTH, False, 0, 5),
    ):
        reply = show(result, there)
        assert NAMES[mode] in reply.text
        assert buttons.Signs() in presses(reply)


def test_without_a_mode_the_plan_says_nothing_of_one(look: Look) -> None:
    reply = show(PlanReady(ATHLETE, NOW, fresh=False), look)
    assert not any(name in reply.text for name in NAMES.values())
    assert {buttons.Signs(), buttons.LeaveMode(), buttons.AskToGrow()} & set(presses(reply)) == set()


def test_the_plan_leads_out_of_a_mode(look: Look) -> None:
    pregnancy, birth = (show(PlanReady(in_mode(m, look.library), NOW, fresh=False), look) for m in PlanMode)
    assert buttons.LeaveMode() in presses(pregnancy)
    assert buttons.AskToGrow() not in presses(pregnancy)
    assert buttons.AskToGrow() in presses(birth)
    assert buttons.LeaveMode() not in presses(birth)


@BOTH
def test_a_strength_card_in_a_mode_says_how_hard_it_may_be_and_a_warm_up_card_does_not(
    mode: PlanMode, look: Look
) -> None:
    athlete = in_mode(mode, look.library)
    today = routine(look.library, athlete=athlete)
    strength = opened(today, *done_until(today, first_of(Phase.STRENGTH, today)))
    there = replace(look, athlete=athlete)
    assert "Can you still talk at this pace?" in show(Card(strength, Step.SET), there).text
    assert "still talk" not in show(Card(opened(today), Step.SET), there).text
    assert "still talk" not in show(Card(strength, Step.SET), look).text


def test_who_has_to_be_asked_depends_on_the_mode(look: Look) -> None:
    asked = {
        None: "your clinician first",
        PlanMode.PREGNANCY: "midwife or doctor",
        PlanMode.AFTER_BIRTH: "pelvic health",
    }
    for mode, words in asked.items():
        reply = show(Held(Hold.CLINICIAN, date(2027, 11, 24), mode), look)
        assert words in reply.text
        assert presses(reply) == [buttons.ClinicianAgreed()]


def test_a_check_that_is_due_again_says_why_in_one_sentence(look: Look) -> None:
    assert "Welcome back" in show(ReadinessAsked(again=True, recheck=Recheck.BREAK), look).text
    assert "A year has gone by" in show(ReadinessAsked(again=True, recheck=Recheck.YEAR), look).text


def test_a_plan_that_begins_anew_says_so(look: Look) -> None:
    begun, usual = (show(PlanReady(ATHLETE, NOW, fresh=False, restarted=anew), look) for anew in (True, False))
    assert "We start at the beginning of each move again" in begun.text
    assert "beginning" not in usual.text
