"""The end of a workout: what was done, what went better, what comes next."""

from dataclasses import replace
from datetime import timedelta

from bot.coach.workout_results import Better, Finished
from bot.domain.athlete import Step
from bot.domain.progression import RED_FROM
from bot.domain.workout import Workout, WorkoutState
from bot.views.amounts import count_words, seconds_in_minutes
from bot.views.dates import listed, next_day_words
from bot.views.events import NAMED_AT_MOST, event_words
from bot.views.look import Look, show
from bot.views.moves import exercise_name, move_of, variation_name
from bot.views.pages import bullets, lines, page
from bot.views.reply import Carrier, Reply, ReplyKeyboard

LONGEST_TIMED = timedelta(hours=2)
"""A workout with a night in between has no sensible length."""


@show.register
def finished(result: Finished, look: Look) -> Reply:
    """Sum it up, or after a red flag say that it is saved and training waits; the keyboard of words goes away."""
    say, workout = look.words.say, result.workout
    if result.held:
        return replace(show(result.held, look), carrier=Carrier(say("workout-alarmed"), ReplyKeyboard()))
    text = page(
        event_words(result.event, workout, Step.SET, look),
        lines(say("workout-finished", how=_how(workout)), _done(workout, look)),
        _better(result.better, look),
        *(look.words.milestones[milestone] for milestone in result.milestones),
        lines(_left_out(workout, look), _hurt(workout, look), _sore(result.sore, look)),
        lines(
            say("workout-still-today")
            if result.next_day == result.today
            else say("workout-next-day", day=next_day_words(result.next_day, look)),
            say("workout-undo-hint") if workout.entries else "",
        ),
    )
    return Reply(text, keyboard=ReplyKeyboard())


def _how(workout: Workout) -> str:
    if not any(item.done for item in workout.items):
        return "empty"
    if workout.state is WorkoutState.FINISHED:
        return "finished"
    return "counted" if workout.counts else "short"


def _done(workout: Workout, look: Look) -> str:
    say = look.words.say
    sets, moves = sum(len(item.done) for item in workout.items), sum(1 for item in workout.items if item.done)
    if not sets:
        return say("workout-nothing-logged")
    took = (workout.ended_at or workout.started_at) - workout.started_at
    done = say("workout-done-in-all", moves=moves, sets=sets)
    if not timedelta(minutes=1) <= took <= LONGEST_TIMED:
        return done
    return f"{done} {say('workout-took', minutes=seconds_in_minutes(round(took.total_seconds())))}"


def _better(found: tuple[Better, ...], look: Look) -> str:
    if not found:
        return ""
    return lines(look.words.say("workout-better"), bullets(*(_grown(better, look) for better in found)))


def _grown(better: Better, look: Look) -> str:
    say, name = look.words.say, variation_name(better.exercise, better.variation, look)
    now = count_words(better.mode, better.now, look)
    if better.before is None:
        return say("workout-better-step", exercise=exercise_name(better.exercise, look), name=name, now=now)
    return say("workout-better-count", name=name, now=now, before=better.before)


def _left_out(workout: Workout, look: Look) -> str:
    names = [
        move_of(item.prescription, look).name
        for item in workout.items
        if item.skipped and not item.done and (item.pain or 0) < RED_FROM
    ]
    if len(names) > NAMED_AT_MOST:
        return look.words.say("workout-left-out-many", count=len(names))
    return look.words.say("workout-left-out", names=listed(names, look.words.language)) if names else ""


def _sore(exercises: tuple[str, ...], look: Look) -> str:
    names = [exercise_name(exercise, look) for exercise in exercises]
    return look.words.say("workout-sore", names=listed(names, look.words.language)) if names else ""


def _hurt(workout: Workout, look: Look) -> str:
    names = [move_of(item.prescription, look).name for item in workout.items if (item.pain or 0) >= RED_FROM]
    return look.words.say("workout-hurt", names=listed(names, look.words.language)) if names else ""
