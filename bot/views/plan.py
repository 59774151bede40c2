"""The plan card, the reminder's settings, pausing and resuming."""

from dataclasses import replace

from bot.coach.oddities import AfterWorkout
from bot.coach.onboarding_results import PlanReady, Settled
from bot.coach.plan import PauseAsked, Paused, PausedIll, PicturesSet, RemindersShown, Resumed, RhythmSet, WellAsked
from bot.domain.athlete import TRAINING, Athlete
from bot.domain.variations import choose
from bot.domain.week import DayKind, next_strength_day
from bot.views.buttons import Choose, Edit, Ill, Pause, Resume, Rhythm, Today, Well
from bot.views.dates import clock_words, day_words, listed, next_day_words, weekday_list, zone_words
from bot.views.home import today_button
from bot.views.limits import limit_words
from bot.views.look import Look, show
from bot.views.modes import leave_rows, signs_rows
from bot.views.pages import lines, page
from bot.views.places import settled_words
from bot.views.reply import Button, Carrier, Reply, ReplyKeyboard, Rows

PAUSES = (7, 14, 0)


@show.register
def plan(result: PlanReady, look: Look) -> Reply:
    """Show the plan: a short cheer and the way to start when it is new, else everything that can be changed."""
    athlete = result.athlete
    look = replace(look, athlete=athlete, now=result.now)
    settled = settled_words(Settled(athlete.zone, result.now), look)
    carrier = Carrier(settled, ReplyKeyboard()) if result.keyboard_shown else None
    if result.fresh:
        text = page(look.words.say("plan-fresh"), _card(athlete, look), _next(result, look))
        return Reply(text, _first(result, look), carrier=carrier)
    open_workout = look.words.say("plan-workout-stays") if athlete.step in TRAINING else ""
    restarted = look.words.say("plan-restarted") if result.restarted else ""
    passed = _passed(result, look)
    text = page(
        look.words.say("plan-title"), passed, restarted, _card(athlete, look), _next(result, look), open_workout
    )
    return Reply(text, _edits(athlete, look), carrier=carrier)


@show.register
def reminders(result: RemindersShown, look: Look) -> Reply:
    """Show when the coach writes."""
    say, athlete = look.words.say, result.athlete
    text = page(say("plan-reminders-title"), _when(athlete, look), say("plan-reminders-how"))
    switch = (
        Button(say("plan-resume-button"), Resume())
        if _is_paused(athlete, look)
        else Button(say("plan-pause-button", days=PAUSES[0]), Pause(days=PAUSES[0]))
    )
    change = (Button(say("plan-edit-time"), Edit(what="time")), Button(say("plan-edit-days"), Edit(what="days")))
    rest = () if athlete.weekly else ((_rest_switch(athlete, look),),)
    rhythm = (_rhythm_switch(athlete, look),)
    return Reply(text, (change, *rest, rhythm, (switch, Button(say("plan-back"), Edit(what="plan")))))


@show.register
def rhythm_set(result: RhythmSet, look: Look) -> Reply:
    """Confirm how often reminders come, with the way back."""
    athlete, language = result.athlete, look.words.language
    days = weekday_list(athlete.plan.days, language)
    to = "weekly" if athlete.weekly else "usual"
    text = look.words.say("plan-rhythm", to=to, days=days, time=clock_words(athlete.remind_at, language))
    return Reply(text, ((today_button(look),), (_rhythm_switch(athlete, look),)))


def _rhythm_switch(athlete: Athlete, look: Look) -> Button:
    press = Rhythm(to="usual" if athlete.weekly else "weekly")
    return Button(look.words.say("plan-rhythm-switch", to=press.to), press)


@show.register
def pictures_set(result: PicturesSet, look: Look) -> Reply:
    """Confirm; the card that is there stays as it is."""
    return Reply(look.words.say("plan-pictures", on="yes" if result.on else "no"), aside=True)


@show.register
def after_workout(_: AfterWorkout, look: Look) -> Reply:
    """Put a question off until the workout has ended."""
    return Reply(look.words.say("plan-after-workout"), ((today_button(look),),))


@show.register
def pause_asked(result: PauseAsked, look: Look) -> Reply:
    """Ask for how long; who is ill is offered to pause until they are well first."""
    say = look.words.say
    rows = tuple((Button(say("plan-pause-button", days=days), Pause(days=days)),) for days in PAUSES)
    if result.ill:
        return Reply(say("plan-pause-ill"), ((Button(say("plan-quiet-until-well"), Ill()),), *rows[:-1]))
    return Reply(say("plan-pause"), (*rows, (Button(say("plan-ill-button"), Ill()),)))


@show.register
def paused_ill(_: PausedIll, look: Look) -> Reply:
    """Wish them well; training is no button here."""
    say = look.words.say
    return Reply(say("plan-paused-ill"), ((Button(say("plan-well-button"), Resume()),),))


@show.register
def well_asked(_: WellAsked, look: Look) -> Reply:
    """Ask what it was."""
    say = look.words.say
    cold = Button(say("plan-well-cold"), Well(after="cold"))
    bigger = Button(say("plan-well-bigger"), Well(after="bigger"))
    return Reply(say("plan-well"), ((cold,), (bigger,), (Button(say("plan-well-not-yet"), Ill()),)))


@show.register
def paused(result: Paused, look: Look) -> Reply:
    """Confirm; workouts stay open to them."""
    say = look.words.say
    until = day_words(result.until, look.words.language) if result.until else ""
    text = say("plan-paused-until", day=until) if until else say("plan-paused")
    return Reply(text, ((Button(say("plan-resume-button"), Resume()),), (today_button(look),)))


@show.register
def resumed(result: Resumed, look: Look) -> Reply:
    """Confirm, with the next day."""
    say, day = look.words.say, next_day_words(result.next_day, look)
    text = say("plan-resumed", day=day) if result.was_paused else say("plan-not-paused", day=day)
    return Reply(text, ((today_button(look),),))


def _card(athlete: Athlete, look: Look) -> str:
    say = look.words.say
    level = say("plan-level-and-length", level=str(athlete.level), minutes=athlete.length)
    owned = [look.words.equipment.get(item, item) for item in sorted(athlete.equipment)]
    gear = say("plan-gear", things=listed(owned, look.words.language)) if owned else say("plan-no-gear")
    words_only = say("plan-words-only") if not athlete.pictures else ""
    return page(
        _when(athlete, look), lines(level, gear, *limit_words(athlete, look), _opted_in(athlete, look), words_only)
    )


def _when(athlete: Athlete, look: Look) -> str:
    say, language, week = look.words.say, look.words.language, athlete.plan
    at, place = clock_words(athlete.remind_at, language), zone_words(athlete.zone, language)
    return lines(
        say("plan-strength", days=weekday_list(week.strength, language)),
        say("plan-mobility", days=weekday_list(week.mobility, language)) if week.mobility else "",
        say("plan-time", time=at, place=place),
        _sending(athlete, look),
        _besides(athlete, look),
    )


def _besides(athlete: Athlete, look: Look) -> str:
    if athlete.weekly:
        return look.words.say("plan-is-weekly")
    return look.words.say("plan-rest-messages", on="yes" if athlete.rest_messages else "no")


def _sending(athlete: Athlete, look: Look) -> str:
    if not _is_paused(athlete, look):
        return ""
    if athlete.ill:
        return look.words.say("plan-is-ill")
    until = athlete.paused_until
    if until is None:
        return look.words.say("plan-is-paused")
    return look.words.say("plan-is-paused-until", day=day_words(until, look.words.language))


def _is_paused(athlete: Athlete, look: Look) -> bool:
    return athlete.is_paused_on(athlete.day_at(look.now))


def _opted_in(athlete: Athlete, look: Look) -> str:
    return look.words.say("plan-pigeon-on") if athlete.opted_in and _may_opt_in(athlete, look) else ""


def _opt_in_switch(athlete: Athlete, look: Look) -> Button:
    return Button(look.words.say("plan-pigeon-switch", on="yes" if athlete.opted_in else "no"), Edit(what="opt_in"))


def _may_opt_in(athlete: Athlete, look: Look) -> bool:
    """Tell whether opting in would bring anything: limits may rule the harder poses out."""
    exercises = [look.library.exercises[id] for id in look.library.opt_ins]
    profile = replace(athlete.profile, opted_in=look.library.opt_ins)
    found = [(e.opt_in_from, choose(e, len(e.ladder), profile, look.library)) for e in exercises]
    return any(choice and (choice.variation.rung or 0) >= (first or 0) for first, choice in found)


def _passed(result: PlanReady, look: Look) -> str:
    """Tell of a strength day that a journey left no time for."""
    if result.passed is None:
        return ""
    language, today = look.words.language, result.athlete.day_at(result.now)
    return look.words.say("plan-passed", passed=day_words(result.passed, language), today=day_words(today, language))


def _next(result: PlanReady, look: Look) -> str:
    athlete, today = result.athlete, result.athlete.day_at(result.now)
    if athlete.plan.kind_of(today) is DayKind.STRENGTH or not result.fresh:
        return ""
    day = next_strength_day(today, athlete.plan, {})
    return look.words.say("plan-first-day", day=next_day_words(day, look))


def _first(result: PlanReady, look: Look) -> Rows:
    say, athlete = look.words.say, result.athlete
    rest = athlete.plan.kind_of(athlete.day_at(result.now)) is DayKind.REST
    start = Button(say("plan-see-today") if rest else say("plan-start-today"), Today())
    return (
        (start,),
        (Button(say("plan-choose-level"), Choose(what="level", where="plan")), _gear(look)),
        (_change(look),),
        *signs_rows(athlete, look),
    )


def _edits(athlete: Athlete, look: Look) -> Rows:
    say = look.words.say
    return (
        (today_button(look),),
        (
            Button(say("plan-edit-days"), Edit(what="days")),
            Button(say("plan-edit-time"), Edit(what="time")),
            Button(say("plan-edit-place"), Edit(what="place")),
        ),
        (
            Button(say("plan-choose-level"), Choose(what="level", where="plan")),
            _gear(look),
            Button(say("plan-choose-length"), Choose(what="length", where="plan")),
        ),
        (
            Button(say("plan-edit-areas"), Edit(what="areas")),
            Button(say("plan-edit-readiness"), Edit(what="readiness")),
        ),
        *signs_rows(athlete, look),
        *leave_rows(athlete, look),
        *(((_opt_in_switch(athlete, look),),) if _may_opt_in(athlete, look) else ()),
        (_rest_switch(athlete, look),),
        (_pictures_switch(athlete, look),),
    )


def _gear(look: Look) -> Button:
    return Button(look.words.say("plan-choose-gear"), Choose(what="gear", where="plan"))


def _change(look: Look) -> Button:
    return Button(look.words.say("plan-change"), Edit(what="plan"))


def _rest_switch(athlete: Athlete, look: Look) -> Button:
    return Button(look.words.say("plan-rest-switch", on="yes" if athlete.rest_messages else "no"), Edit(what="rest"))


def _pictures_switch(athlete: Athlete, look: Look) -> Button:
    return Button(look.words.say("plan-pictures-switch", on="yes" if athlete.pictures else "no"), Edit(what="pictures"))
