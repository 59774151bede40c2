"""How somebody feels: asked before strength, once a week at most (evidence 2.6, 2.8)."""

from dataclasses import dataclass
from typing import Literal

from bot.coach.history import strength_done
from bot.coach.planning import Planning
from bot.domain.spacing import ASKED_EVERY

ASKED_AFTER = 3
"""Strength workouts before the first question: who has only begun is sore from what is new."""


@dataclass(frozen=True, slots=True)
class FeelingAsked:
    """Ask how sore the hips are, or how sleep and energy were."""

    what: Literal["soreness", "energy"]


def is_feeling_asked(planning: Planning) -> bool:
    """Tell whether it is time to ask: after a week, of somebody who is training."""
    done = strength_done(planning.ended)
    told, day = planning.athlete.feeling, planning.day
    return len(done) >= ASKED_AFTER and day - done[-1].day < ASKED_EVERY and (told is None or told.is_asked_again(day))
