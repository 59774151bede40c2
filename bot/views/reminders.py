"""What the coach writes of its own accord: a reminder, or a rest-day message."""

from bot.coach.reminders import Outgoing
from bot.domain.delivery import DeliveryKind
from bot.domain.due import MOST_SNOOZES
from bot.domain.week import DayKind
from bot.views.buttons import Later, LetGo, Today, Tomorrow
from bot.views.look import Look, show
from bot.views.reply import Button, Reply, Rows
from bot.views.today import mobility_button


@show.register
def outgoing(result: Outgoing, look: Look) -> Reply:
    """Show the wording that was chosen; a pack that changed since still has others."""
    if result.delivery.kind is DeliveryKind.REST:
        texts = look.words.rest_days
        text = texts.get(result.delivery.wording or "") or next(iter(texts.values()))
        return Reply(text, ((mobility_button(look),),))
    return Reply(_wording(result, look).format(minutes=result.athlete.length), _rows(result, look))


def _wording(result: Outgoing, look: Look) -> str:
    kind, _, at = (result.delivery.wording or "workout.0").partition(".")
    wordings = look.words.reminders.get(kind) or look.words.reminders["workout"]
    return wordings[int(at) % len(wordings)]


def _rows(result: Outgoing, look: Look) -> Rows:
    say, day = look.words.say, result.delivery.day.toordinal()
    later = Button(say("reminders-later"), Later(day=day))
    tomorrow = Button(say("reminders-tomorrow"), Tomorrow(day=day))
    let_go = Button(say("reminders-not-today"), LetGo(day=day))
    again = (later,) if result.delivery.ordinal < MOST_SNOOZES else ()
    moving = (tomorrow,) if result.day_kind is DayKind.STRENGTH else ()
    return tuple(row for row in ((Button(say("reminders-start"), Today()),), (*again, *moving), (let_go,)) if row)
