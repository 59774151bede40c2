"""Why a message came, or did not: one line each, and the next one."""

from datetime import date, datetime, timedelta

from bot.coach.why import DayTold, Next, Told, WhyShown
from bot.domain.day import wall_clock
from bot.domain.delivery import Delivery, DeliveryKind, DeliveryState, Unneeded
from bot.domain.outage import Outage
from bot.views.buttons import Resume
from bot.views.dates import clock_in, clock_words, day_words, next_day_words, zone_words
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.pages import lines, page
from bot.views.reply import Button, Reply

LATE = timedelta(minutes=5)
"""A message that comes so much later than its time owes an explanation."""


@show.register
def why(result: WhyShown, look: Look) -> Reply:
    """Tell yesterday, today and what comes next, at the athlete's own time."""
    say, athlete = look.words.say, result.athlete
    text = page(
        say("why-title"),
        lines(say("why-yesterday"), *_told(result.yesterday, result, look)),
        lines(say("why-today"), *_told(result.today, result, look)),
        lines(say("why-next"), _next(result, look)),
        say("why-place", place=zone_words(athlete.zone, look.words.language)),
    )
    resume = ((Button(say("plan-resume-button"), Resume()),),) if result.next is Unneeded.PAUSED else ()
    return Reply(text, (*resume, (today_button(look),)))


def _told(day: DayTold, result: WhyShown, look: Look) -> list[str]:
    if day.nothing:
        time = clock_words(result.athlete.remind_at, look.words.language)
        return [look.words.say("why-nothing", why=day.nothing.value, time=time)]
    return [_line(told, result, look) for told in day.told]


def _line(told: Told, result: WhyShown, look: Look) -> str:
    say, delivery = look.words.say, told.delivery
    time = clock_in(result.athlete.zone, delivery.due_at, look.words.language)
    return say("why-line", time=time, what=_what(delivery.kind, look), how=_how(told, result, look))


def _what(kind: DeliveryKind, look: Look) -> str:
    return look.words.say("why-what", kind=kind.value)


def _how(told: Told, result: WhyShown, look: Look) -> str:
    say, delivery = look.words.say, told.delivery
    match delivery.state:
        case DeliveryState.SENT:
            return _sent(told, result, look)
        case DeliveryState.MISSED if told.outage:
            return say("why-missed-outage", **_outage(told.outage, delivery, result, look))
        case DeliveryState.NOT_NEEDED:
            return say("why-not-needed", why=delivery.because.value if delivery.because else "other")
        case _:
            return say(_SHORT[delivery.state])


_SHORT = {
    DeliveryState.DUE: "why-due",
    DeliveryState.CLAIMED: "why-under-way",
    DeliveryState.SENDING: "why-under-way",
    DeliveryState.UNCERTAIN: "why-uncertain",
    DeliveryState.MISSED: "why-missed",
}


def _sent(told: Told, result: WhyShown, look: Look) -> str:
    say, delivery = look.words.say, told.delivery
    if delivery.marked_at is None or delivery.marked_at - delivery.due_at < LATE:
        return say("why-sent")
    at = _when(delivery.marked_at, delivery.day, result, look)
    if told.outage is None:
        return say("why-sent-late", at=at)
    return say("why-sent-late-outage", at=at, **_outage(told.outage, delivery, result, look))


def _outage(outage: Outage, delivery: Delivery, result: WhyShown, look: Look) -> dict[str, str]:
    since, until = (_when(at, delivery.day, result, look) for at in (outage.since, outage.until))
    return {"since": since, "until": until}


def _when(at: datetime, day: date, result: WhyShown, look: Look) -> str:
    """Return a time of day, with its date when that is another one than the delivery's."""
    wall, language = wall_clock(at, result.athlete.zone), look.words.language
    clock = clock_words(wall.time(), language)
    return clock if wall.date() == day else f"{day_words(wall.date(), language)} {clock}"


def _next(result: WhyShown, look: Look) -> str:
    say, following = look.words.say, result.next
    if not isinstance(following, Next):
        return say("why-none", why=following.value)
    time = clock_in(result.athlete.zone, following.at, look.words.language)
    return say("why-comes", day=next_day_words(following.day, look), time=time, what=_what(following.kind, look))
