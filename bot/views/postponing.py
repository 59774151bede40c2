"""The answers to a reminder: later, another day, not today."""

from bot.coach.postponing import DaysOffered, LetGo, MovedBack, MovedOn, NothingPlanned, NotSnoozed, Snoozed
from bot.domain.week import DayKind
from bot.views.buttons import MoveBack, MoveTo, Today
from bot.views.dates import clock_in, day_words, next_day_words
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.pages import lines, page
from bot.views.reminders import reminder_rows
from bot.views.reply import Button, Reply


@show.register
def snoozed(result: Snoozed, look: Look) -> Reply:
    """Say when it comes again."""
    say = look.words.say
    at = clock_in(result.athlete.zone, result.until, look.words.language)
    return Reply(say("reminders-snoozed", time=at), ((Button(say("reminders-start-now"), Today()),),))


@show.register
def not_snoozed(result: NotSnoozed, look: Look) -> Reply:
    """Say why not; the other answers to a reminder stay."""
    text, athlete = look.words.say("reminders-not-snoozed", twice="yes" if result.twice else "no"), look.athlete
    if athlete is None:
        return Reply(text)
    day = athlete.day_at(look.now)
    return Reply(text, reminder_rows(day, look, later=False, moving=athlete.plan.kind_of(day) is not DayKind.MOBILITY))


@show.register
def moved_on(result: MovedOn, look: Look) -> Reply:
    """Say where it went, and what moved with it."""
    say, language = look.words.say, look.words.language
    shifts = [
        say("reminders-shifted", origin=day_words(origin, language), to=day_words(to, language))
        for origin, to in result.shifted
    ]
    why = say("reminders-why-shifted", count=len(shifts)) if shifts else ""
    text = page(say("reminders-moved", day=day_words(result.to, language)), lines(why, *shifts))
    back = MoveBack(day=result.day.toordinal(), to=result.to.toordinal())
    return Reply(text, ((Button(say("reminders-back-to-today"), back),), (today_button(look),)))


@show.register
def days_offered(result: DaysOffered, look: Look) -> Reply:
    """Ask for the day; those that move nothing else come first."""
    say, language, day = look.words.say, look.words.language, result.day.toordinal()
    refused = say("reminders-day-refused", day=day_words(result.refused, language)) if result.refused else ""
    rows = tuple(
        (
            Button(
                say("reminders-day-choice", day=day_words(to, language), others=others),
                MoveTo(day=day, to=to.toordinal()),
            ),
        )
        for to, others in result.ways
    )
    return Reply(page(refused, say("reminders-which-day")), (*rows, (today_button(look),)))


@show.register
def moved_back(result: MovedBack, look: Look) -> Reply:
    """Say that it is today after all, and when the reminder comes."""
    say, language = look.words.say, look.words.language
    at = clock_in(result.athlete.zone, result.remind_at, language) if result.remind_at else ""
    text = lines(say("reminders-moved-back"), say("reminders-snoozed", time=at) if at else "")
    return Reply(text, reminder_rows(result.day, look, later=False, moving=True))


@show.register
def let_go(result: LetGo, look: Look) -> Reply:
    """Let it go kindly."""
    day = next_day_words(result.next_day, look)
    text = look.words.say("reminders-let-go", day=day, free="yes" if result.free else "no")
    return Reply(text, ((today_button(look),),))


@show.register
def nothing_planned(result: NothingPlanned, look: Look) -> Reply:
    """Say that there is nothing to move."""
    text = look.words.say("reminders-nothing-planned", day=next_day_words(result.next_day, look))
    return Reply(text, ((today_button(look),),))
