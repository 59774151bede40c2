"""The questions inside a workout: how hard, how much it hurts, skip or stop, go on after a pause."""

from bot.coach.pain import concerned
from bot.coach.workout_results import Card
from bot.domain.exercise import Phase
from bot.domain.progression import Effort
from bot.domain.workout import Workout
from bot.views.amounts import dose_words, seconds_in_minutes
from bot.views.buttons import CoolDown, EffortPick, GoOn, Hurts, NextMove, PainPick, Skip, SkipWarmUp, StopNow, Undo
from bot.views.events import event_words
from bot.views.look import Look
from bot.views.moves import move_of
from bot.views.pages import page
from bot.views.reply import Button, Reply, Rows
from bot.views.where import area_rows

PAINS = (range(3), range(3, 6), range(6, 11))
"""Green, amber and red, each on a row of its own."""


def effort_reply(card: Card, look: Look) -> Reply:
    """Ask how hard the exercise was, the usual answer first; going on without one is an answer too."""
    say, workout = look.words.say, card.workout
    asked = workout.effort_wanted or 0
    done = workout.items[asked].prescription
    event = event_words(card.event, workout, card.step, look)
    text = page(event, say("workout-effort", name=move_of(done, look).name, mode=done.mode), _next(workout, look))
    ok, easy, hard, most = (
        Button(
            say("workout-effort-answer", how=f"{done.mode}-{effort}"),
            EffortPick(workout=workout.id, item=asked, effort=effort),
        )
        for effort in (Effort.OK, Effort.EASY, Effort.HARD, Effort.MAX)
    )
    go_on = ((Button(say("workout-next-move"), NextMove(workout=workout.id)),),) if workout.current else ()
    rows = ((ok,), (easy, hard, most), *go_on, _hurts_and_undo(workout, look))
    return Reply(text, rows, keeps_clip=True)


def pain_reply(card: Card, look: Look) -> Reply:
    """Ask for a number."""
    say, workout = look.words.say, card.workout
    event = event_words(card.event, workout, card.step, look)
    at = concerned(workout) or 0
    rows = tuple(
        tuple(Button(str(pain), PainPick(workout=workout.id, item=at, pain=pain)) for pain in row) for row in PAINS
    )
    never_mind = Button(say("workout-pain-never-mind"), GoOn(workout=workout.id))
    text = page(event, say("workout-pain"), pending_words(workout, look))
    return Reply(text, (*rows, (never_mind,)), keeps_clip=True)


def where_reply(card: Card, look: Look) -> Reply:
    """Ask where it hurts; what is next can be done without an answer."""
    workout = card.workout
    event = event_words(card.event, workout, card.step, look)
    text = page(event, look.words.say("workout-where"), _next(workout, look))
    rows = (*area_rows(workout, workout.area_wanted or 0, look), _hurts_and_undo(workout, look))
    return Reply(text, rows, keeps_clip=True)


def skipping_reply(card: Card, look: Look) -> Reply:
    """Ask once before a part of the warm-up goes; doing it comes first."""
    say, workout = look.words.say, card.workout
    item, at = workout.current, workout.position
    event = event_words(card.event, workout, card.step, look)
    rows: list[tuple[Button, ...]] = [(Button(say("workout-do-it"), GoOn(workout=workout.id)),)]
    name = move_of(item.prescription, look).name if item else ""
    if item and at is not None:
        rows.append((Button(say("workout-skip-this"), Skip(workout=workout.id, item=at, set=len(item.done))),))
    rows.append((Button(say("workout-skip-warm-up"), SkipWarmUp(workout=workout.id)),))
    return Reply(page(event, say("workout-skipping", name=name)), tuple(rows), keeps_clip=True)


def stopping_reply(card: Card, look: Look) -> Reply:
    """Ask before it ends early; the cool-down comes first."""
    say, workout = look.words.say, card.workout
    event = event_words(card.event, workout, card.step, look)
    end = Button(say("workout-stop-now"), StopNow(workout=workout.id))
    go_on = Button(say("workout-go-on"), GoOn(workout=workout.id))
    minutes = _cool_down_minutes(workout)
    cool_down = Button(say("workout-cool-down-first", minutes=minutes), CoolDown(workout=workout.id))
    rows: Rows = ((cool_down,), (end,), (go_on,)) if minutes else ((go_on,), (end,))
    return Reply(page(event, say("workout-stopping")), rows, keeps_clip=True)


def paused_reply(card: Card, look: Look) -> Reply:
    """Show a workout that a red flag paused; ending it comes first."""
    say, workout = look.words.say, card.workout
    event = event_words(card.event, workout, card.step, look)
    text = say("workout-paused", pending="yes" if workout.pending else "no")
    return Reply(page(event, text), paused_rows(workout.id, look))


def paused_rows(workout: int, look: Look) -> Rows:
    """Offer to end a paused workout, or to go on with it."""
    end = Button(look.words.say("workout-end-today"), StopNow(workout=workout))
    go_on = Button(look.words.say("workout-fine-go-on"), GoOn(workout=workout))
    return ((end,), (go_on,))


def pending_words(workout: Workout, look: Look) -> str:
    """Say that a set waits for the answer."""
    return look.words.say("workout-pending") if workout.pending else ""


def _next(workout: Workout, look: Look) -> str:
    item, at = workout.current, workout.position
    if item is None or at is None:
        return ""
    name, dose = move_of(item.prescription, look).name, dose_words(item.prescription, look)
    return look.words.say("workout-next", at=at + 1, total=len(workout.items), name=name, dose=dose)


def _hurts_and_undo(workout: Workout, look: Look) -> tuple[Button, ...]:
    say = look.words.say
    return (
        Button(say("workout-hurts"), Hurts(workout=workout.id)),
        Button(say("workout-undo"), Undo(workout=workout.id, told=workout.told)),
    )


def _cool_down_minutes(workout: Workout) -> int:
    """Estimate the cool-down; nothing once it has begun, or when it is done."""
    current = workout.current
    if current is None or current.prescription.phase is Phase.COOL_DOWN:
        return 0
    left = [item for item in workout.items if item.prescription.phase is Phase.COOL_DOWN and not item.complete]
    return seconds_in_minutes(sum(item.prescription.seconds for item in left)) if left else 0
