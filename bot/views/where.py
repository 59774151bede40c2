"""Where it hurts: the places to choose from, and what follows from one."""

from bot.coach.workout_results import AreaLogged
from bot.domain.body import ELSEWHERE, areas_of
from bot.domain.workout import Workout
from bot.views.amounts import dose_words
from bot.views.buttons import PlaceOfPain
from bot.views.look import Look
from bot.views.moves import move_of
from bot.views.pages import lines
from bot.views.reply import Button, Rows


def area_rows(workout: Workout, at: int, look: Look) -> Rows:
    """Give the places that the exercise's own file knows something about, two in a row, and somewhere else."""
    exercise = look.library.exercises.get(workout.items[at].prescription.exercise)
    areas = areas_of(exercise, look.library) if exercise else ()
    labels = {
        **{area: look.words.areas.get(area, area) for area in areas},
        ELSEWHERE: look.words.say("workout-elsewhere"),
    }
    *places, elsewhere = [
        Button(label, PlaceOfPain(workout=workout.id, item=at, area=area)) for area, label in labels.items()
    ]
    return (*(tuple(places[first : first + 2]) for first in range(0, len(places), 2)), (elsewhere,))


def area_words(event: AreaLogged, workout: Workout, look: Look) -> str:
    """Say what was noted, and what can be done for it today."""
    say = look.words.say
    noted = say("workout-area", area=look.words.areas.get(event.area, event.area)) if event.area else ""
    return lines(noted, _advice(event, workout, look) if event.open else "") or say("workout-area-elsewhere")


def _advice(event: AreaLogged, workout: Workout, look: Look) -> str:
    """Offer what the safety matrix names for the place; without that, to leave the move out."""
    say, p, instead = look.words.say, workout.items[event.item].prescription, event.instead
    if instead is None:
        return lines(_note(event, workout, look), say("workout-area-leave"))
    if instead.variation == p.variation:
        return say("workout-area-range")
    return say("workout-area-swap", name=move_of(instead, look).name, dose=dose_words(instead, look))


def _note(event: AreaLogged, workout: Workout, look: Look) -> str:
    """Say what the exercise's file notes for the place."""
    p = workout.items[event.item].prescription
    exercise = look.library.exercises.get(p.exercise)
    limit = exercise.limits.get(event.area or "") if exercise else None
    return move_of(p, look).words.notes.get(limit.note or "", "") if limit else ""
