"""On which weekdays, and at what time."""

from datetime import time

from bot.coach.onboarding_results import DaysAsked, DaysRefused, TimeAsked
from bot.domain.week import FEWEST_STRENGTH_DAYS, DaysTooClose, plan_week
from bot.views.buttons import DaysPick, DaysToggle, Edit, TimePick
from bot.views.dates import clock_words, weekday_list, weekday_words
from bot.views.home import cancel_hint
from bot.views.look import Look, show
from bot.views.pages import page
from bot.views.places import settled_words
from bot.views.readiness import ticked
from bot.views.reply import Button, Carrier, Reply, ReplyKeyboard, Rows

USUAL = (frozenset({0, 2, 4}), frozenset({1, 3, 5}), frozenset({0, 3}))
"""Mon Wed Fri, Tue Thu Sat, Mon Thu: a day or more between, Sunday to Monday included."""

TIMES = (time(18), time(7), time(12), time(20))
WEEKDAYS = range(7)


@show.register
def days(result: DaysAsked, look: Look) -> Reply:
    """Ask for the days: the usual ones, or all seven to mark."""
    settled = settled_words(result.settled, look) if result.settled else ""
    carrier = Carrier(settled, ReplyKeyboard()) if settled and result.keyboard_shown else None
    first = "" if carrier else settled
    if result.choosing:
        text = page(first, look.words.say("onboarding-days-choose"), kinds_words(result.weekdays, look))
        return Reply(text, _toggles(result.weekdays, look), carrier=carrier)
    text = page(first, look.words.say("onboarding-days"), cancel_hint(look))
    other = ((Button(look.words.say("onboarding-other-place"), Edit(what="place")),),) if result.settled else ()
    return Reply(text, (*_usual(result.weekdays, look), *other), carrier=carrier)


@show.register
def days_refused(result: DaysRefused, look: Look) -> Reply:
    """Say why, and let them mark other days."""
    key = "onboarding-days-missing" if len(result.weekdays) < FEWEST_STRENGTH_DAYS else "onboarding-days-refused"
    return Reply(look.words.say(key), _toggles(result.weekdays, look))


@show.register
def time_asked(result: TimeAsked, look: Look) -> Reply:
    """Ask for the time."""
    say = look.words.say
    if result.either:
        return Reply(say("onboarding-time-which"), (_time_buttons(result.either, look),))
    unclear = say("onboarding-time-unclear") if result.unclear else ""
    text = page(unclear or kinds_words(result.weekdays, look), say("onboarding-time"), cancel_hint(look))
    return Reply(text, (_time_buttons(TIMES[:2], look), _time_buttons(TIMES[2:], look)))


def _time_buttons(times: tuple[time, ...], look: Look) -> tuple[Button, ...]:
    return tuple(
        Button(clock_words(at, look.words.language), TimePick(minutes=at.hour * 60 + at.minute)) for at in times
    )


def kinds_words(weekdays: frozenset[int], look: Look) -> str:
    """Say which days become strength, which mobility and why; what is missing when too few fit."""
    say, language = look.words.say, look.words.language
    try:
        plan = plan_week(weekdays)
    except DaysTooClose:
        return say("onboarding-days-missing")
    strength = weekday_list(plan.strength, language)
    if not plan.mobility:
        return say("onboarding-days-strength", days=strength)
    return say("onboarding-days-mixed", strength=strength, mobility=weekday_list(plan.mobility, language))


def _usual(weekdays: frozenset[int], look: Look) -> Rows:
    first, *others = [
        Button(
            " ".join(weekday_words(day, look.words.language) for day in sorted(chosen)), DaysPick(chosen=_bits(chosen))
        )
        for chosen in USUAL
    ]
    own = Button(look.words.say("onboarding-days-own"), DaysToggle(chosen=_bits(weekdays)))
    return (first,), tuple(others), (own,)


def _toggles(weekdays: frozenset[int], look: Look) -> Rows:
    toggles = [
        Button(
            ticked(weekday_words(day, look.words.language), chosen=day in weekdays),
            DaysToggle(chosen=_bits(weekdays ^ {day})),
        )
        for day in WEEKDAYS
    ]
    done = Button(look.words.say("onboarding-days-done"), DaysPick(chosen=_bits(weekdays)))
    rows = (tuple(toggles[:4]), tuple(toggles[4:]))
    return (*rows, (done,)) if _fits(weekdays) else rows


def _fits(weekdays: frozenset[int]) -> bool:
    try:
        plan_week(weekdays)
    except DaysTooClose:
        return False
    return True


def _bits(weekdays: frozenset[int]) -> int:
    return sum(1 << day for day in weekdays)
