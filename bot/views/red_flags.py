"""The fixed texts for what a clinician should see: never generated, never shortened."""

from dataclasses import replace

from bot.coach.interruptions import RedFlagRaised
from bot.views.look import Look, show
from bot.views.pages import lines, page
from bot.views.questions import paused_rows
from bot.views.reply import Reply


@show.register
def red_flag(result: RedFlagRaised, look: Look) -> Reply:
    """Give the text of the urgency; one tap ends a paused workout, another goes on with it."""
    say, text = look.words.say, look.words.red_flag_texts[result.urgency]
    if result.held:
        waiting = show(result.held, look)
        return replace(waiting, text=page(text, waiting.text))
    if result.paused is None:
        return Reply(text, aside=True)
    paused = lines(say("workout-paused", pending="yes" if result.pending else "no"), say("workout-paused-words"))
    return Reply(page(text, paused), paused_rows(result.paused, look))
