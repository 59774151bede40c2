"""Pregnancy and the time after a birth as modes of the plan: told from the limits in force, kept nowhere else."""

from collections.abc import Iterable
from enum import StrEnum

from bot.domain.library import Hold, Topic


class PlanMode(StrEnum):
    """What the plan says plainly while certain limits are in force (evidence 5.4)."""

    PREGNANCY = "pregnancy"
    AFTER_BIRTH = "after_birth"


MARKS = {"talk_test": PlanMode.PREGNANCY, "gentle_start": PlanMode.AFTER_BIRTH}
"""The limit that tells a mode; of two the first one counts."""

PELVIS = "pelvic_girdle"
"""What a plan spares in pregnancy when the pelvis hurts."""


def mode_of(limits: Iterable[str]) -> PlanMode | None:
    """Return the mode that limits put a plan into, None for none."""
    held = frozenset(limits)
    return next((mode for mark, mode in MARKS.items() if mark in held), None)


def brought(topics: Iterable[Topic], *, applies: bool | None = None) -> tuple[Hold | None, frozenset[str]]:
    """Return the hold and the limits that topics of the readiness check bring, the stricter hold of several.

    `applies` answers the one question more that a mode asks, None before it was asked. In pregnancy it is whether the
    pelvis hurts: then it is spared. After a birth it is whether any sign of the self-check is there: without one the
    birth is no reason to wait (evidence 5.4).
    """
    found = tuple(topics)
    limits = frozenset(limit for topic in found for limit in topic.limits)
    holds = {topic.hold for topic in found if applies is not False or mode_of(topic.limits) is not PlanMode.AFTER_BIRTH}
    if applies and mode_of(limits) is PlanMode.PREGNANCY:
        limits |= {PELVIS}
    return (Hold.DOCTOR if Hold.DOCTOR in holds else Hold.CLINICIAN if holds else None), limits


def limits_of(mode: PlanMode, topics: Iterable[Topic]) -> frozenset[str]:
    """Return the limits that the topics of a mode bring: with them the mode goes."""
    return frozenset(limit for topic in topics if mode_of(topic.limits) is mode for limit in topic.limits)
