"""Days without an offer: rest, trained already, or a workout that is open."""

from bot.coach.feeling import FeelingAsked
from bot.coach.today import BetterMobility, OpenWorkout, RestDay, TrainedAlready
from bot.coach.workout_results import Card, StaleAsked
from bot.coach.workouts import current_step
from bot.domain.routine import RoutineKind
from bot.domain.spacing import MOST_SETS_A_WEEK, RECOVERY_HOURS, Energy, Soreness, Wait
from bot.views.buttons import Energetic, Offer, Sore
from bot.views.dates import next_day_words
from bot.views.look import Look, show
from bot.views.pages import page
from bot.views.reply import Button, Reply
from bot.views.start_card import another_day_button

_SORE = {sore.value: Sore(soreness=sore) for sore in Soreness}
_ENERGY = {energy.value: Energetic(energy=energy) for energy in Energy}


@show.register
def rest_day(result: RestDay, look: Look) -> Reply:
    """Say it is a rest day; mobility first, training anyway with the reason to wait."""
    say = look.words.say
    text = page(say("today-rest", day=next_day_words(result.next_day, look)), _why_wait(result, look))
    return Reply(text, ((mobility_button(look),), (anyway_button(look),)))


@show.register
def better_mobility(result: BetterMobility, look: Look) -> Reply:
    """Say why mobility is the better choice, and leave the choice."""
    say = look.words.say
    match result.why:
        case Wait.SPACING:
            why = say("today-better-spacing", hours=result.hours_since or 0, recovery=RECOVERY_HOURS)
        case Wait.SORE:
            why = say("today-better-sore")
        case _:
            why = say("today-better-week", most=MOST_SETS_A_WEEK)
    text = page(why, say("today-better-next", day=next_day_words(result.next_day, look)))
    move = another_day_button(result.day.toordinal(), look)
    return Reply(text, ((mobility_button(look),), (move,), (anyway_button(look),)))


@show.register
def feeling_asked(result: FeelingAsked, look: Look) -> Reply:
    """Ask one question; each answer is a tap."""
    say, answers = look.words.say, _SORE if result.what == "soreness" else _ENERGY
    rows = tuple((Button(say(f"feeling-{name}"), press),) for name, press in answers.items())
    warning = say("feeling-dark-urine") if result.what == "soreness" else ""
    return Reply(page(say(f"feeling-{result.what}"), warning), rows)


@show.register
def trained_already(result: TrainedAlready, look: Look) -> Reply:
    """Praise, and the next day."""
    say = look.words.say
    text = say("today-trained", day=next_day_words(result.next_day, look))
    return Reply(text, ((mobility_button(look),), *(() if result.strength else ((anyway_button(look),),))))


@show.register
def open_workout(result: OpenWorkout, look: Look) -> Reply:
    """Show the card again; one of an earlier day asks first."""
    workout = result.workout
    if result.stale:
        return show(StaleAsked(workout, pending=workout.pending is not None), look)
    return show(Card(workout, current_step(result.athlete, workout)), look)


def mobility_button(look: Look) -> Button:
    """Offer a mobility routine."""
    return Button(look.words.say("today-mobility"), Offer(kind=RoutineKind.MOBILITY))


def anyway_button(look: Look) -> Button:
    """Offer strength although waiting is advised."""
    return Button(look.words.say("today-train-anyway"), Offer(kind=RoutineKind.STRENGTH))


def _why_wait(result: RestDay, look: Look) -> str:
    hours = result.hours_since
    if hours is None or hours >= RECOVERY_HOURS:
        return look.words.say("today-no-need-to-wait")
    return look.words.say("today-why-wait", hours=hours, recovery=RECOVERY_HOURS)
