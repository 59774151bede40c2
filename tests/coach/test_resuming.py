"""Where somebody stands: shown again after a crash, or when a question is left."""

from datetime import date

import pytest

from bot.coach.oddities import NothingToCancel
from bot.coach.onboarding_results import DaysAsked, Held, PlanReady, ReadinessAsked, Welcome
from bot.coach.workout_results import Card
from bot.domain.athlete import Step
from bot.domain.library import Hold

from .people import Person, a


async def stands(person: Person) -> object:
    await person.coach.restart()
    return await person.coach.resuming.where_they_stand(await person.turn())


async def cancels(person: Person) -> object:
    return await person.coach.resuming.cancel(await person.turn())


async def test_a_stranger_stands_at_the_first_screen(stranger: Person) -> None:
    assert await stands(stranger) == Welcome()
    assert await cancels(stranger) == Welcome()


async def test_a_question_is_shown_again_and_the_first_ones_stay_open(stranger: Person) -> None:
    await stranger.coach.onboarding.is_adult(await stranger.turn())
    assert await stands(stranger) == ReadinessAsked(again=False)
    assert await cancels(stranger) == ReadinessAsked(again=False)
    assert await stranger.step() is Step.READINESS


async def test_without_a_question_the_plan_is_shown_and_nothing_can_be_cancelled(anna: Person) -> None:
    assert isinstance(await stands(anna), PlanReady)
    assert await cancels(anna) == NothingToCancel()


async def test_a_question_of_the_plan_can_be_left(anna: Person) -> None:
    await anna.coach.onboarding.ask_days(await anna.turn())
    assert isinstance(await stands(anna), DaysAsked)
    assert isinstance(await cancels(anna), PlanReady)
    assert await anna.step() is Step.READY


async def test_leaving_a_question_does_not_lift_a_hold(anna: Person) -> None:
    held = Held(Hold.CLINICIAN, date(2027, 3, 2))
    await anna.coach.onboarding.topics_chosen(await anna.turn(), frozenset({"medicine"}), confirmed=False)
    await anna.coach.onboarding.ask_topics(await anna.turn())
    assert await cancels(anna) == held
    assert await anna.step() is Step.HELD
    assert await cancels(anna) == held


async def test_inside_a_workout_the_card_is_shown_again_and_nothing_is_logged(anna: Person) -> None:
    await anna.begins()
    await anna.done()
    before = await anna.workout()
    assert await stands(anna) == Card(before, Step.SET)
    assert await cancels(anna) == Card(before, Step.SET)
    assert await anna.workout() == before


@pytest.mark.parametrize("question", [Step.PAIN, Step.SKIPPING, Step.STOPPING])
async def test_a_question_inside_a_workout_can_be_left(anna: Person, question: Step) -> None:
    await anna.begins()
    await anna.becomes(step=question)
    assert a(Card, await stands(anna)).step is question
    assert a(Card, await cancels(anna)).step is Step.SET


async def test_a_pause_is_not_left_by_cancelling(anna: Person) -> None:
    await anna.begins()
    await anna.becomes(step=Step.PAUSED)
    assert a(Card, await cancels(anna)).step is Step.PAUSED
