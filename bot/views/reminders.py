"""What the coach writes of its own accord: a reminder, a rest-day message, or a question: whether to pause, how a pain is."""

from dataclasses import replace
from datetime import date, timedelta

from bot.coach.reminders import Outgoing
from bot.domain.delivery import DeliveryKind
from bot.domain.due import snoozed_until
from bot.domain.week import DayKind
from bot.views.buttons import Later, LetGo, Pause, Rhythm, Today, Tomorrow
from bot.views.look import Look, show
from bot.views.pages import page
from bot.views.reply import Button, Reply, Rows
from bot.views.start_card import another_day_button, minimum_button
from bot.views.today import mobility_button

TIME_TO_TAP = timedelta(minutes=10)
"""Nobody taps at once: an hour later has to be possible a little later too."""


@show.register
def outgoing(result: Outgoing, look: Look) -> Reply:
    """Show the wording that was chosen; a pack that changed since still has others."""
    if result.morning:
        return show(result.morning, look)
    if result.delivery.kind is DeliveryKind.PAUSE_ASKED:
        return _pause_asked(look)
    again = look.words.say("reminders-usual-again") if result.again else ""
    if result.delivery.kind is DeliveryKind.REST:
        texts = look.words.rest_days
        text = texts.get(result.delivery.wording or "") or next(iter(texts.values()))
        return Reply(page(text, again), ((mobility_button(look),),))
    reminder = _reminder(result, look)
    if result.delivery.kind is DeliveryKind.WEEKLY:
        return _weekly(result, look, reminder)
    return replace(reminder, text=page(reminder.text, again))


def _reminder(result: Outgoing, look: Look) -> Reply:
    again = snoozed_until(look.now + TIME_TO_TAP, result.delivery.ordinal, result.athlete.zone) is not None
    strength = result.day_kind is DayKind.STRENGTH
    rows = reminder_rows(result.delivery.day, look, later=again, moving=strength, minimum=result.minimum)
    return Reply(_wording(result, look).format(minutes=result.minutes), rows)


def _weekly(result: Outgoing, look: Look, reminder: Reply) -> Reply:
    """Say that it comes once a week, and why; one tap brings the usual days back."""
    say = look.words.say
    why = say("reminders-weekly", chosen="yes" if result.athlete.weekly else "no")
    return replace(reminder, text=page(reminder.text, why), rows=(*reminder.rows, (_usual(look),)))


def _pause_asked(look: Look) -> Reply:
    say = look.words.say
    weekly = Button(say("reminders-once-a-week"), Rhythm(to="weekly"))
    return Reply(
        say("reminders-pause-asked"), ((Button(say("reminders-pause"), Pause(days=0)),), (weekly, _usual(look)))
    )


def _usual(look: Look) -> Button:
    return Button(look.words.say("reminders-usual"), Rhythm(to="usual"))


def reminder_rows(day: date, look: Look, *, later: bool, moving: bool, minimum: bool = False) -> Rows:
    """Give the answers to a reminder of a day; a later hour, another day and four minutes only where there are any."""
    say, number = look.words.say, day.toordinal()
    start = Button(say("reminders-start"), Today())
    again = (Button(say("reminders-later"), Later(day=number)),) if later else ()
    short = (minimum_button(look),) if minimum else ()
    tomorrow = (Button(say("reminders-tomorrow"), Tomorrow(day=number)),) if moving else ()
    other = (another_day_button(number, look),) if moving else ()
    let_go = Button(say("reminders-not-today"), LetGo(day=number))
    return tuple(row for row in ((start,), short, (*again, *tomorrow), (*other, let_go)) if row)


def _wording(result: Outgoing, look: Look) -> str:
    kind, _, at = (result.delivery.wording or "workout.0").partition(".")
    wordings = look.words.reminders.get(kind) or look.words.reminders["workout"]
    return wordings[int(at) % len(wordings)]
