"""The guided workout: which card is shown at which step, its start, and buttons that come too late."""

from collections.abc import Callable
from dataclasses import replace

from bot.coach.workout_results import (
    AlreadyLogged,
    AlreadyUndone,
    Card,
    NoWorkout,
    OldButton,
    StaleAsked,
    WorkoutStarted,
)
from bot.coach.workouts import step_of
from bot.domain.athlete import Step
from bot.domain.workout import Workout
from bot.views.buttons import GoOn, StartAfresh
from bot.views.changing import swapping_reply
from bot.views.dates import day_words
from bot.views.events import event_words
from bot.views.exercise_page import expanded_reply
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.pages import lines, page, plain
from bot.views.questions import (
    effort_reply,
    pain_reply,
    paused_reply,
    skipping_reply,
    stopping_reply,
    where_reply,
)
from bot.views.reply import Button, Carrier, Reply, ReplyKeyboard
from bot.views.set_card import set_reply


@show.register
def started(result: WorkoutStarted, look: Look) -> Reply:
    """Set the keyboard of words, and show the first card."""
    say = look.words.say
    first = set_reply(Card(result.workout, Step.SET), look)
    noted = say("workout-anyway") if result.workout.routine.anyway else ""
    return replace(first, carrier=Carrier(lines(say("workout-started"), noted), _keyboard(look)))


@show.register
def card(result: Card, look: Look) -> Reply:
    """Show what is asked now; a second tap only says so, and a workout that opens again has its keyboard again."""
    if isinstance(result.event, AlreadyLogged | AlreadyUndone):
        return Reply("", toast=plain(event_words(result.event, result.workout, result.step, look)))
    reply = _card_at(result.step, result)(result, look)
    if result.reopened:
        return replace(reply, carrier=Carrier(look.words.say("workout-reopened"), _keyboard(look)))
    return reply


def _keyboard(look: Look) -> ReplyKeyboard:
    say = look.words.say
    return ReplyKeyboard(
        ((say("workout-key-done"), say("workout-key-skip")), (say("workout-key-hurts"), say("workout-key-stop")))
    )


def _card_at(step: Step, result: Card) -> Callable[[Card, Look], Reply]:
    view: Callable[[Card, Look], Reply]
    match step:
        case Step.EFFORT if result.workout.effort_wanted is not None:
            view = effort_reply
        case Step.PAIN:
            view = pain_reply
        case Step.WHERE if result.workout.area_wanted is not None:
            view = where_reply
        case Step.SKIPPING:
            view = skipping_reply
        case Step.STOPPING:
            view = stopping_reply
        case Step.SWAPPING:
            view = swapping_reply
        case Step.PAUSED:
            view = paused_reply
        case Step.STALE:
            view = _stale_card
        case Step.SET | Step.EFFORT:
            view = expanded_reply if result.expanded else set_reply
        case _:  # a question of the plan was left open meanwhile
            view = _card_at(step_of(result.workout), result)
    return view


@show.register
def stale(result: StaleAsked, look: Look) -> Reply:
    """Ask whether an earlier day's workout goes on."""
    return _stale(result.workout, look.words.say("workout-pending") if result.pending else "", look)


@show.register
def no_workout(_: NoWorkout, look: Look) -> Reply:
    """Say that none is open."""
    return Reply(look.words.say("workout-none-open"), ((today_button(look),),))


@show.register
def old_button(result: OldButton, look: Look) -> Reply:
    """Say whose button it is."""
    say, athlete = look.words.say, look.athlete
    if result.day is None:
        return Reply("", toast=plain(say("workout-old-button")))
    if athlete and result.day == athlete.day_at(look.now):
        return Reply("", toast=plain(say("workout-old-button-today")))
    return Reply("", toast=plain(say("workout-old-button-of", day=day_words(result.day, look.words.language))))


def _stale_card(result: Card, look: Look) -> Reply:
    return _stale(result.workout, event_words(result.event, result.workout, result.step, look), look)


def _stale(workout: Workout, first: str, look: Look) -> Reply:
    say, total = look.words.say, len(workout.items)
    at = total if workout.position is None else workout.position + 1
    text = say("workout-stale", day=day_words(workout.day, look.words.language), at=at, total=total)
    go_on = Button(say("workout-stale-go-on"), GoOn(workout=workout.id))
    afresh = Button(say("workout-stale-afresh"), StartAfresh(workout=workout.id))
    return Reply(page(first, text), ((go_on,), (afresh,)))
