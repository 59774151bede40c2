"""Easier, harder or another move for today: the buttons, the question which move, and what a card says of it."""

from bot.coach.workout_results import Card, TooEasy, TooHard
from bot.domain.changing import other_moves
from bot.domain.exercise import Phase
from bot.domain.workout import Item
from bot.views.buttons import Easier, GoOn, Harder, Swap, SwapTo
from bot.views.events import event_words
from bot.views.look import Look
from bot.views.moves import exercise_name, move_of
from bot.views.pages import page
from bot.views.reply import Button, Reply, Rows


def change_rows(card: Card, item: Item, look: Look) -> Rows:
    """Offer all three on the whole page; where somebody finds it too hard or too easy, what helps."""
    say, workout = look.words.say, card.workout
    easier = Button(say("workout-easier"), Easier(workout=workout.id, told=workout.told))
    harder = Button(say("workout-harder"), Harder(workout=workout.id, told=workout.told))
    if isinstance(card.event, TooHard):
        return ((easier,),)
    if isinstance(card.event, TooEasy):
        return ((harder,),)
    if not card.expanded:
        return ()
    other = Button(say("workout-swap"), Swap(workout=workout.id, told=workout.told))
    return ((easier, harder), (other,)) if item.prescription.phase is Phase.STRENGTH else ((easier, harder),)


def swapping_reply(card: Card, look: Look) -> Reply:
    """Ask which move takes the place of the current one."""
    say, workout = look.words.say, card.workout
    event = event_words(card.event, workout, card.step, look)
    others = other_moves(workout.items, look.athlete.profile, look.library) if look.athlete else ()
    name = move_of(workout.current.prescription, look).name if workout.current else ""
    rows = tuple(
        (Button(exercise_name(other, look), SwapTo(workout=workout.id, told=workout.told, exercise=other)),)
        for other in others
    )
    never_mind = Button(say("workout-swap-never-mind"), GoOn(workout=workout.id))
    return Reply(page(event, say("workout-swapping", name=name)), (*rows, (never_mind,)), keeps_clip=True)
