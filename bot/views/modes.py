"""Pregnancy and the time after a birth: the question before, the signs at which to stop, and what cards say of it."""

from bot.coach.onboarding_results import ModeAsked, SignsShown
from bot.domain.athlete import Athlete
from bot.domain.exercise import Phase
from bot.domain.plan_mode import PlanMode, mode_of
from bot.domain.routine import Prescription
from bot.views.buttons import AskToGrow, Edit, GrowPick, LeaveMode, ModePick, Signs, Today, mask_of
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.pages import page
from bot.views.reply import Button, Reply, Rows


@show.register
def mode_asked(result: ModeAsked, look: Look) -> Reply:
    """Ask; the careful answer comes first, and the topics travel in the buttons."""
    say, mask = look.words.say, mask_of(result.chosen, tuple(look.library.topics))
    if result.mode is PlanMode.PREGNANCY:
        yes = Button(say("modes-pelvis-hurts"), ModePick(chosen=mask, applies="1"))
        no = Button(say("modes-pelvis-fine"), ModePick(chosen=mask, applies="0"))
        return Reply(say("modes-pelvis"), ((yes,), (no,)))
    some, none = say("modes-self-check-applies"), say("modes-self-check-none")
    if result.chosen:
        rows = (
            (Button(some, ModePick(chosen=mask, applies="1")),),
            (Button(none, ModePick(chosen=mask, applies="0")),),
        )
    else:
        rows = ((Button(some, GrowPick(applies="1")),), (Button(none, GrowPick(applies="0")),))
    return Reply(say("modes-self-check", growing="no" if result.chosen else "yes"), rows)


@show.register
def signs_shown(result: SignsShown, look: Look) -> Reply:
    """List the signs; below a mode that has just begun it goes on from there."""
    say, mode = look.words.say, str(result.mode)
    if result.begun:
        text = page(say("modes-begun", mode=mode), say("modes-signs", mode=mode))
        return Reply(text, ((Button(say("modes-go-on"), Today()),),))
    return Reply(say("modes-signs", mode=mode), ((today_button(look), Button(say("plan-back"), Edit(what="plan"))),))


def mode_name(athlete: Athlete, look: Look) -> str:
    """Name the mode, nothing without one."""
    mode = mode_of(athlete.limits)
    return look.words.say("modes-name", mode=str(mode)) if mode else ""


def signs_rows(athlete: Athlete, look: Look) -> Rows:
    """Give the way to the signs, in a mode."""
    return ((Button(look.words.say("modes-signs-button"), Signs()),),) if mode_of(athlete.limits) else ()


def leave_rows(athlete: Athlete, look: Look) -> Rows:
    """Give the way out of a mode: back to the check in pregnancy, growing again after a birth."""
    match mode_of(athlete.limits):
        case PlanMode.PREGNANCY:
            return ((Button(look.words.say("modes-leave"), LeaveMode()),),)
        case PlanMode.AFTER_BIRTH:
            return ((Button(look.words.say("modes-grow"), AskToGrow()),),)
        case None:
            return ()


def talk_test(p: Prescription, look: Look) -> str:
    """Say how hard a strength move may be in a mode."""
    in_mode = look.athlete is not None and mode_of(look.athlete.limits) is not None
    return look.words.say("modes-talk-test") if in_mode and p.phase is Phase.STRENGTH else ""
