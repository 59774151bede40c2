"""The first screen, and the kind close for who is too young."""

from bot.coach.onboarding_results import TooYoung, Welcome
from bot.views.buttons import Adult, UnderAge
from bot.views.look import Look, show
from bot.views.reply import Button, Reply

LONGEST_NAME = 40


@show.register
def welcome(_: Welcome, look: Look) -> Reply:
    """Say what this is and is not, and ask for the age."""
    say, name = look.words.say, look.name.strip()[:LONGEST_NAME].strip()
    text = say("onboarding-welcome", named="yes" if name else "no", name=name)
    return Reply(
        text, ((Button(say("onboarding-adult"), Adult()),), (Button(say("onboarding-under-age"), UnderAge()),))
    )


@show.register
def too_young(_: TooYoung, look: Look) -> Reply:
    """Close kindly."""
    return Reply(look.words.say("onboarding-too-young"))
