"""Pregnancy and the time after a birth: how a mode begins, what it holds back, and how it ends (evidence 5.4)."""

from datetime import timedelta

import pytest

from bot.coach.onboarding_results import (
    Held,
    ModeAsked,
    PlaceAsked,
    PlanReady,
    ReadinessAsked,
    SignsShown,
    TopicsAsked,
)
from bot.coach.today import Offer
from bot.domain.athlete import Step
from bot.domain.exercise import Level, Phase
from bot.domain.library import Hold
from bot.domain.plan_mode import PlanMode
from bot.domain.progression import Effort
from bot.domain.readiness import Recheck

from .people import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Person, a, on

PREGNANT, GAVE_BIRTH = frozenset({"pregnant"}), frozenset({"gave_birth"})
BACK = MONDAY + timedelta(days=56)


async def chooses(person: Person, topics: frozenset[str], *, applies: bool | None = None) -> object:
    await person.coach.onboarding.ask_topics(await person.turn())
    return await person.coach.onboarding.topics_chosen(await person.turn(), topics, applies=applies)


async def agrees(person: Person) -> object:
    return await person.coach.onboarding.clinician_agreed(await person.turn())


async def becomes_pregnant(person: Person, *, hurts: bool = False) -> None:
    await chooses(person, PREGNANT, applies=hurts)
    await agrees(person)


# Pregnancy


async def test_pregnancy_asks_once_about_the_pelvis_and_keeps_nothing_before_the_answer(anna: Person) -> None:
    before = await anna.athlete()
    assert await chooses(anna, PREGNANT) == ModeAsked(PlanMode.PREGNANCY, PREGNANT)
    after = await anna.athlete()
    assert (after.limits, after.readiness, after.step) == (before.limits, before.readiness, Step.TOPICS)


@pytest.mark.parametrize("hurts", [True, False])
async def test_in_pregnancy_training_waits_and_a_painful_pelvis_is_spared(anna: Person, hurts: bool) -> None:
    held = a(Held, await chooses(anna, PREGNANT, applies=hurts))
    assert (held.hold, held.mode) == (Hold.CLINICIAN, PlanMode.PREGNANCY)
    assert ("pelvic_girdle" in (await anna.athlete()).limits) is hurts


async def test_with_the_ok_pregnancy_mode_begins_with_its_signs_and_at_the_beginning(anna: Person) -> None:
    await anna.becomes(level=Level.ADVANCED)
    await chooses(anna, PREGNANT, applies=False)
    assert await agrees(anna) == SignsShown(PlanMode.PREGNANCY, begun=True)
    kept = await anna.athlete()
    assert (kept.step, kept.level, kept.level_since) == (Step.READY, Level.BEGINNER, anna.time)
    assert isinstance(await anna.coach.today.today(await anna.turn()), Offer)


async def test_a_newcomer_goes_on_from_the_signs_to_the_open_question(stranger: Person) -> None:
    await stranger.coach.onboarding.is_adult(await stranger.turn())
    await becomes_pregnant(stranger)
    assert isinstance(await stranger.coach.today.today(await stranger.turn()), PlaceAsked)


async def test_in_pregnancy_no_target_grows_and_what_was_hard_is_less_next_time(anna: Person) -> None:
    await becomes_pregnant(anna)
    await anna.trains(MONDAY, efforts={"clamshell": Effort.EASY, "standing_leg_lift": Effort.HARD})
    await anna.trains(WEDNESDAY)
    offer = a(Offer, await anna.coach.today.today(await anna.turn(on(MONDAY + timedelta(days=7)))))
    targets = {p.exercise: p for p in offer.routine.prescriptions if p.phase is Phase.STRENGTH}
    assert (targets["clamshell"].variation, targets["clamshell"].amount) == ("full_clamshell", 10)
    assert (targets["standing_leg_lift"].variation, targets["standing_leg_lift"].amount) == ("supported_leg_lift", 7)
    assert targets["glute_bridge_abduction"].variation == "raised_shoulder_bridge"


async def test_leaving_the_mode_is_the_check_again_and_its_answer_takes_the_limits_away(anna: Person) -> None:
    ask = anna.coach.onboarding
    await becomes_pregnant(anna, hurts=True)
    assert await ask.ask_readiness(await anna.turn(on(THURSDAY))) == ReadinessAsked(again=True)
    assert (await anna.athlete()).limits >= {"talk_test", "pelvic_girdle"}
    assert isinstance(await ask.nothing_applies(await anna.turn()), PlanReady)
    assert (await anna.athlete()).limits == frozenset()


async def test_a_doctors_hold_asks_nothing_more(anna: Person) -> None:
    chosen = PREGNANT | {"supervised"}
    answer = await anna.coach.onboarding.topics_chosen(await anna.turn(), chosen, confirmed=True)
    assert a(Held, answer).hold is Hold.DOCTOR


# After a birth


async def test_after_a_birth_the_self_check_comes_first(anna: Person) -> None:
    assert await chooses(anna, GAVE_BIRTH) == ModeAsked(PlanMode.AFTER_BIRTH, GAVE_BIRTH)
    assert (await anna.athlete()).limits == frozenset()


async def test_after_a_birth_with_a_sign_a_clinician_comes_first(anna: Person) -> None:
    held = a(Held, await chooses(anna, GAVE_BIRTH, applies=True))
    assert (held.hold, held.mode) == (Hold.CLINICIAN, PlanMode.AFTER_BIRTH)
    assert await agrees(anna) == SignsShown(PlanMode.AFTER_BIRTH, begun=True)


async def test_after_a_birth_without_a_sign_it_starts_at_once_and_gently(anna: Person) -> None:
    assert await chooses(anna, GAVE_BIRTH, applies=False) == SignsShown(PlanMode.AFTER_BIRTH, begun=True)
    kept = await anna.athlete()
    assert kept.hold is None
    assert kept.limits == {"gentle_start", "side_plank_low"}
    assert kept.level_since == anna.time


async def test_the_plan_grows_again_after_the_self_check_without_a_sign(anna: Person) -> None:
    ask = anna.coach.onboarding
    await chooses(anna, GAVE_BIRTH, applies=False)
    await ask.spare(await anna.turn(), frozenset({"knee"}))
    assert ask.ask_to_grow(await anna.turn()) == ModeAsked(PlanMode.AFTER_BIRTH, frozenset())
    assert isinstance(await ask.grow(await anna.turn(), applies=False), PlanReady)
    assert (await anna.athlete()).limits == {"knee"}


async def test_a_sign_in_the_self_check_holds_training_and_keeps_the_plan_gentle(anna: Person) -> None:
    await chooses(anna, GAVE_BIRTH, applies=False)
    held = a(Held, await anna.coach.onboarding.grow(await anna.turn(), applies=True))
    assert (held.hold, held.mode) == (Hold.CLINICIAN, PlanMode.AFTER_BIRTH)
    assert (await anna.athlete()).limits == {"gentle_start", "side_plank_low"}


async def test_nothing_grows_by_an_old_button_outside_of_a_gentle_start(anna: Person) -> None:
    ask = anna.coach.onboarding
    assert isinstance(ask.ask_to_grow(await anna.turn()), PlanReady)
    assert isinstance(await ask.grow(await anna.turn(), applies=False), PlanReady)
    await chooses(anna, GAVE_BIRTH, applies=True)
    assert isinstance(ask.ask_to_grow(await anna.turn()), Held)
    assert isinstance(await ask.grow(await anna.turn(), applies=False), Held)
    assert (await anna.athlete()).limits == {"gentle_start", "side_plank_low"}


async def test_a_newcomer_before_the_check_has_nothing_to_grow(stranger: Person) -> None:
    await stranger.coach.onboarding.is_adult(await stranger.turn())
    assert await stranger.coach.onboarding.grow(await stranger.turn(), applies=False) == ReadinessAsked(again=False)


# The signs


async def test_the_signs_are_shown_in_a_mode_and_the_plan_without_one(anna: Person) -> None:
    ask = anna.coach.onboarding
    assert isinstance(ask.signs(await anna.turn()), PlanReady)
    await chooses(anna, PREGNANT, applies=False)
    assert isinstance(ask.signs(await anna.turn()), Held)
    await agrees(anna)
    assert ask.signs(await anna.turn()) == SignsShown(PlanMode.PREGNANCY, begun=False)


async def test_a_red_flag_that_passed_begins_no_mode_anew(anna: Person) -> None:
    await becomes_pregnant(anna)
    begun = (await anna.athlete()).level_since
    await anna.becomes(step=Step.HELD, readiness=(await anna.athlete()).alarmed().readiness)
    assert isinstance(await anna.coach.onboarding.clinician_agreed(await anna.turn(on(TUESDAY))), PlanReady)
    assert (await anna.athlete()).level_since == begun


# After a long break


async def test_after_the_check_a_long_break_begins_at_the_beginning(anna: Person) -> None:
    ask = anna.coach.onboarding
    await anna.becomes(level=Level.ADVANCED)
    await anna.trains(MONDAY)
    assert await ask.start(await anna.turn(on(BACK))) == ReadinessAsked(again=True, recheck=Recheck.BREAK)
    assert a(PlanReady, await ask.nothing_applies(await anna.turn())).restarted
    kept = await anna.athlete()
    assert (kept.level, kept.level_since) == (Level.BEGINNER, on(BACK))
    assert not a(PlanReady, await ask.start(await anna.turn())).restarted


async def test_a_clinicians_ok_after_a_long_break_counts_as_the_check(anna: Person) -> None:
    ask = anna.coach.onboarding
    await anna.trains(MONDAY)
    await chooses(anna, frozenset({"medicine"}))
    assert a(PlanReady, await ask.clinician_agreed(await anna.turn(on(BACK)))).restarted
    assert isinstance(await ask.start(await anna.turn()), PlanReady)
    assert await ask.recheck(await anna.turn(on(BACK + timedelta(days=55)))) is None


async def test_a_hold_found_after_a_long_break_begins_anew_once_it_is_lifted(anna: Person) -> None:
    ask = anna.coach.onboarding
    await anna.trains(MONDAY)
    await ask.start(await anna.turn(on(BACK)))
    assert isinstance(await ask.topics_chosen(await anna.turn(), frozenset({"medicine"})), Held)
    ready = await ask.clinician_agreed(await anna.turn(on(BACK + timedelta(days=3))))
    assert a(PlanReady, ready).restarted


async def test_no_topic_chosen_asks_no_question_of_a_mode(anna: Person) -> None:
    answer = await anna.coach.onboarding.topics_chosen(await anna.turn(), frozenset(), applies=True)
    assert answer == TopicsAsked(frozenset())
