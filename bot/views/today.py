"""Days without an offer: rest, trained already, or a workout that is open."""

from bot.coach.today import OpenWorkout, RestDay, TrainedAlready
from bot.coach.workout_results import Card, StaleAsked
from bot.coach.workouts import current_step
from bot.domain.routine import RoutineKind
from bot.views.buttons import Offer
from bot.views.dates import next_day_words
from bot.views.look import Look, show
from bot.views.pages import page
from bot.views.reply import Button, Reply

RECOVERY_HOURS = 48
"""About what muscles like between two strength workouts (evidence 2.5)."""


@show.register
def rest_day(result: RestDay, look: Look) -> Reply:
    """Say it is a rest day; mobility first, training anyway with the reason to wait."""
    say = look.words.say
    text = page(say("today-rest", day=next_day_words(result.next_day, look)), _why_wait(result, look))
    anyway = Button(say("today-train-anyway"), Offer(kind=RoutineKind.STRENGTH))
    return Reply(text, ((mobility_button(look),), (anyway,)))


@show.register
def trained_already(result: TrainedAlready, look: Look) -> Reply:
    """Praise, and the next day."""
    say = look.words.say
    text = say("today-trained", day=next_day_words(result.next_day, look))
    anyway = Button(say("today-train-anyway"), Offer(kind=RoutineKind.STRENGTH))
    return Reply(text, ((mobility_button(look),), *(() if result.strength else ((anyway,),))))


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


def _why_wait(result: RestDay, look: Look) -> str:
    hours = result.hours_since
    if hours is None or hours >= RECOVERY_HOURS:
        return look.words.say("today-no-need-to-wait")
    return look.words.say("today-why-wait", hours=hours, recovery=RECOVERY_HOURS)
