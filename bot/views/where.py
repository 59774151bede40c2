"""Where it hurts: the places to choose from, and what follows from one."""

from bot.coach.workout_results import PlaceLogged
from bot.domain.body import ELSEWHERE, places_of
from bot.domain.workout import Workout
from bot.views.amounts import dose_words
from bot.views.buttons import PlaceOfPain
from bot.views.look import Look
from bot.views.moves import move_of
from bot.views.pages import lines
from bot.views.reply import Button, Rows


def place_rows(workout: Workout, at: int, look: Look) -> Rows:
    """Give the places that the exercise's own file knows something about, two in a row, and somewhere else."""
    exercise = look.library.exercises.get(workout.items[at].prescription.exercise)
    areas = places_of(exercise, look.library) if exercise else ()
    labels = {
        **{area: look.words.areas.get(area, area) for area in areas},
        ELSEWHERE: look.words.say("workout-elsewhere"),
    }
    *places, elsewhere = [
        Button(label, PlaceOfPain(workout=workout.id, item=at, area=area)) for area, label in labels.items()
    ]
    return (*(tuple(places[first : first + 2]) for first in range(0, len(places), 2)), (elsewhere,))


def place_words(event: PlaceLogged, workout: Workout, look: Look) -> str:
    """Say what was noted, and what can be done for it today."""
    say = look.words.say
    noted = say("workout-place", place=look.words.areas.get(event.area, event.area)) if event.area else ""
    return lines(noted, _advice(event, workout, look) if event.open else "") or say("workout-place-elsewhere")


def _advice(event: PlaceLogged, workout: Workout, look: Look) -> str:
    """Offer what the safety matrix names for the place; without that, to leave the move out."""
    say, p, instead = look.words.say, workout.items[event.item].prescription, event.instead
    if instead is None:
        return lines(_note(event, workout, look), say("workout-place-leave"))
    if instead.variation == p.variation:
        return say("workout-place-range")
    return say("workout-place-swap", name=move_of(instead, look).name, dose=dose_words(instead, look))


def _note(event: PlaceLogged, workout: Workout, look: Look) -> str:
    """Say what the exercise's file notes for the place."""
    p = workout.items[event.item].prescription
    exercise = look.library.exercises.get(p.exercise)
    limit = exercise.limits.get(event.area or "") if exercise else None
    return move_of(p, look).words.notes.get(limit.note or "", "") if limit else ""
