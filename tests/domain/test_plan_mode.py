"""Modes of the plan: told from limits, and what their one question more changes (evidence 5.4)."""

import pytest

from bot.domain.library import Hold
from bot.domain.plan_mode import PlanMode, brought, limits_of, mode_of

from .builders import real_library

TOPICS = real_library().topics


def limits(*topics: str) -> frozenset[str]:
    return frozenset(limit for topic in topics for limit in TOPICS[topic].limits)


def answered(*topics: str, applies: bool | None) -> tuple[Hold | None, frozenset[str]]:
    return brought([TOPICS[topic] for topic in topics], applies=applies)


@pytest.mark.parametrize("topic", TOPICS)
def test_only_pregnancy_and_a_birth_bring_a_mode(topic: str) -> None:
    modes = {"pregnant": PlanMode.PREGNANCY, "gave_birth": PlanMode.AFTER_BIRTH}
    assert mode_of(limits(topic)) is modes.get(topic)


def test_a_pregnancy_soon_after_a_birth_is_a_pregnancy() -> None:
    assert mode_of(limits("gave_birth", "pregnant")) is PlanMode.PREGNANCY


@pytest.mark.parametrize("applies", [None, True, False])
def test_a_pregnancy_always_waits_for_a_clinician(applies: bool | None) -> None:
    assert answered("pregnant", applies=applies)[0] is Hold.CLINICIAN


def test_a_pelvis_that_hurts_in_pregnancy_is_spared() -> None:
    assert answered("pregnant", applies=True)[1] == limits("pregnant") | {"pelvic_girdle"}
    assert answered("pregnant", applies=False)[1] == limits("pregnant")
    assert "pelvic_girdle" in real_library().areas


def test_after_a_birth_without_signs_nothing_waits() -> None:
    assert answered("gave_birth", applies=False) == (None, limits("gave_birth"))


@pytest.mark.parametrize("applies", [None, True])
def test_after_a_birth_with_a_sign_or_before_the_self_check_training_waits(applies: bool | None) -> None:
    assert answered("gave_birth", applies=applies) == (Hold.CLINICIAN, limits("gave_birth"))


@pytest.mark.parametrize(("other", "hold"), [("medicine", Hold.CLINICIAN), ("supervised", Hold.DOCTOR)])
def test_the_self_check_lifts_no_other_topics_hold(other: str, hold: Hold) -> None:
    assert answered("gave_birth", other, applies=False)[0] is hold


def test_the_stricter_hold_of_several_counts() -> None:
    assert answered("medicine", "supervised", applies=None)[0] is Hold.DOCTOR


def test_a_mode_goes_with_the_limits_that_its_topics_bring() -> None:
    assert limits_of(PlanMode.AFTER_BIRTH, TOPICS.values()) == limits("gave_birth")
    assert limits_of(PlanMode.PREGNANCY, TOPICS.values()) == limits("pregnant")
