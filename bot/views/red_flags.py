"""The fixed texts for what a clinician should see: never generated, never shortened."""

from bot.coach.interruptions import RedFlagRaised
from bot.views.buttons import Today
from bot.views.look import Look, show
from bot.views.pages import lines, page
from bot.views.reply import Button, Reply


@show.register
def red_flag(result: RedFlagRaised, look: Look) -> Reply:
    """Give the text of the urgency; a paused workout can be ended or gone on with from its own card."""
    say, text = look.words.say, look.words.red_flag_texts[result.urgency]
    if not result.paused:
        return Reply(text)
    paused = lines(say("workout-paused", pending="yes" if result.pending else "no"), say("workout-paused-words"))
    return Reply(page(text, paused), ((Button(say("workout-paused-open"), Today()),),))
