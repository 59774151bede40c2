"""The small choices on the start card and on the plan card: level, equipment, length."""

from typing import Literal, get_args

from bot.coach.onboarding_results import Welcome
from bot.domain.athlete import Athlete
from bot.domain.exercise import Equipment, Level
from bot.domain.routine import RoutineKind
from bot.views.buttons import Edit, Offer, SetLength, SetLevel, ToggleGear
from bot.views.look import Look, show
from bot.views.readiness import ticked
from bot.views.reply import Button, Reply, Rows

What = Literal["level", "gear", "length"]
Where = Literal["strength", "mobility", "plan"]
Minutes = Literal["10", "20", "30"]
LENGTHS: tuple[Minutes, ...] = get_args(Minutes)


def choice_reply(what: What, where: Where, look: Look) -> Reply:
    """Show what can be chosen; what is in force carries a mark."""
    athlete = look.athlete
    if athlete is None:
        return show(Welcome(), look)
    back = (Button(look.words.say("plan-choice-back"), _way_back(where)),)
    match what:
        case "level":
            return Reply(look.words.say("plan-level-question"), (*_levels(athlete, where, look), back))
        case "gear":
            return Reply(look.words.say("plan-gear-question"), (*_gear(athlete, where, look), back))
        case "length":
            return Reply(look.words.say("plan-length-question"), (*_lengths(athlete, where, look), back))


def _levels(athlete: Athlete, where: Where, look: Look) -> Rows:
    return tuple(
        (
            Button(
                ticked(look.words.say("plan-level-choice", level=str(level)), chosen=level is athlete.level),
                SetLevel(level=level, where=where),
            ),
        )
        for level in Level
    )


def _gear(athlete: Athlete, where: Where, look: Look) -> Rows:
    return tuple(
        (
            Button(
                ticked(look.words.equipment.get(item, item), chosen=item in athlete.equipment),
                ToggleGear(item=item, where=where),
            ),
        )
        for item in Equipment
    )


def _lengths(athlete: Athlete, where: Where, look: Look) -> Rows:
    return tuple(
        (
            Button(
                ticked(look.words.say("plan-minutes", minutes=int(minutes)), chosen=int(minutes) == athlete.length),
                SetLength(minutes=minutes, where=where),
            ),
        )
        for minutes in LENGTHS
    )


def _way_back(where: Where) -> Edit | Offer:
    return Edit(what="plan") if where == "plan" else Offer(kind=RoutineKind(where))
