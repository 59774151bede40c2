"""The button that leads back to what today holds, whatever page somebody is on."""

from bot.domain.athlete import TRAINING
from bot.views.buttons import Today
from bot.views.look import Look
from bot.views.reply import Button


def today_button(look: Look) -> Button:
    """Return the way back: to the open workout, to the open question, or to today."""
    say, athlete = look.words.say, look.athlete
    if athlete and athlete.step in TRAINING:
        return Button(say("today-back-to-workout"), Today())
    if athlete is None or athlete.is_asked:
        return Button(say("today-back-to-question"), Today())
    return Button(say("today-button"), Today())


def cancel_hint(look: Look) -> str:
    """Say how to leave a question of the plan; the first questions cannot be left."""
    return look.words.say("plan-cancel-hint") if look.athlete and look.athlete.onboarded_on else ""
