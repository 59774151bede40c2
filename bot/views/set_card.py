"""The card of a set: where the workout stands, what to do, how, and why."""

from dataclasses import replace

from bot.coach.keeping import CHANGES, SMALL_CHANGES, is_change
from bot.coach.workout_results import AreaLogged, Card, Refused, SidesUnclear, TooEasy, TooHard, Unclear
from bot.domain.exercise import Phase
from bot.domain.workout import Item, Workout
from bot.views.amounts import amount_words, lead_words, target_words, tempo_words
from bot.views.buttons import Done, Hurts, Keep, Less, More, Skip, Spare, Stop, StopNow, Undo
from bot.views.changing import change_rows
from bot.views.clips import clip_of
from bot.views.events import event_words
from bot.views.look import Look
from bot.views.modes import talk_test
from bot.views.moves import Move, move_of
from bot.views.pages import bullets, caption, lines, page
from bot.views.reasons import reason_words
from bot.views.reply import Button, Reply, Rows

CUES = 4

CHOSEN = frozenset({"easier_now", "harder_now"})
"""Reasons that are the athlete's own choice: every card of the exercise names it."""

NEW = CHOSEN | {
    *("start", "rung_up", "rung_beyond", "back_rung", "amber_rung", "red_rung", "worse", "eased_now", "spared_now"),
    *("comfort_back", "respite_swap", "respite_instead"),
}
"""Reasons that bring a version which was not done before, or not lately."""


def set_reply(card: Card, look: Look) -> Reply:
    """Show the set that is next; how it goes is left out where only a word was not understood."""
    workout = card.workout
    event = event_words(card.event, workout, card.step, look)
    item, at = workout.current, workout.position
    if item is None or at is None:
        finish = Button(look.words.say("workout-finish"), StopNow(workout=workout.id))
        return Reply(page(event, look.words.say("workout-all-done")), ((finish,),))
    head = lines(progress_words(workout, at, look), title_words(item, look))
    rows = set_rows(card, item, at, look)
    if isinstance(card.event, TooHard | TooEasy | Refused | Unclear | SidesUnclear):
        return Reply(page(event, head), rows, keeps_clip=True)
    said = (event, head, lines(talk_test(item.prescription, look), *note_words(item, look)))
    how = _how(workout, item, look)
    reply, clip, below = Reply(page(*said, *how), rows), clip_of(item.prescription, look), caption(said, how)
    return replace(reply, clip=clip, caption=below) if clip and below else reply


def progress_words(workout: Workout, at: int, look: Look) -> str:
    """Say which exercise of how many, in which phase, with a bar."""
    total, phase = len(workout.items), workout.items[at].prescription.phase
    bar = "▰" * at + "▱" * (total - at)
    return lines(look.words.say("workout-progress", at=at + 1, total=total, phase=str(phase)), bar)


def title_words(item: Item, look: Look) -> str:
    """Name the move, the set and its target."""
    say, p, move = look.words.say, item.prescription, move_of(item.prescription, look)
    name = say("workout-name", name=move.name)
    if p.sets > 1:
        name = say("workout-name-and-set", name=move.name, set=len(item.done) + 1, sets=p.sets)
    family = say("workout-family", family=move.family) if move.named_apart else ""
    tempo = tempo_words(p, look)
    target = say("workout-target", target=target_words(p, look))
    return lines("", name, family, f"{target} · {tempo}" if tempo else target, lead_words(p.lead, look))


def set_rows(card: Card, item: Item, at: int, look: Look) -> Rows:
    """Give the buttons of a set; done comes first."""
    say, workout = look.words.say, card.workout.id
    page_button = (
        Button(say("workout-less"), Less(workout=workout))
        if card.expanded
        else Button(say("workout-more"), More(workout=workout))
    )
    kept = ((Button(say("workout-keep"), Keep(workout=workout, item=at)),),) if is_refusable(card, item) else ()
    undo = (Button(say("workout-undo"), Undo(workout=workout, told=card.workout.told)),) if card.workout.entries else ()
    return (
        (done_button(workout, item, at, look),),
        *kept,
        *_spare_rows(card, at, look),
        *change_rows(card, item, look),
        (
            Button(say("workout-skip"), Skip(workout=workout, item=at, set=len(item.done))),
            Button(say("workout-hurts"), Hurts(workout=workout)),
        ),
        (page_button, *undo, Button(say("workout-stop"), Stop(workout=workout))),
    )


def _spare_rows(card: Card, at: int, look: Look) -> Rows:
    """Offer the swap for the place that was just told."""
    instead = card.event.instead if isinstance(card.event, AreaLogged) else None
    if instead is None:
        return ()
    same = instead.variation == card.workout.items[at].prescription.variation
    label = look.words.say("workout-spare", how="range" if same else "swap")
    return ((Button(label, Spare(workout=card.workout.id, item=at)),),)


def is_refusable(card: Card, item: Item) -> bool:
    """Tell whether a change may be refused: before its first set; one of a rep or two only on the whole page."""
    return is_change(item, CHANGES | SMALL_CHANGES if card.expanded else CHANGES)


def done_button(workout: int, item: Item, at: int, look: Look) -> Button:
    """Log the set as planned."""
    label = look.words.say("workout-done", amount=amount_words(item.prescription, look))
    return Button(label, Done(workout=workout, item=at, set=len(item.done)))


def note_words(item: Item, look: Look) -> tuple[str, ...]:
    """Say that it is in another move's place, and what limits change, the smaller range included."""
    p, move = item.prescription, move_of(item.prescription, look)
    swapped = look.words.say("workout-swapped-today") if item.instead_of else ""
    notes = tuple(move.words.notes[note] for note in p.notes if note in move.words.notes)
    return (swapped, move.words.small_range if p.small_range else "", *notes)


def _how(workout: Workout, item: Item, look: Look) -> tuple[str, ...]:
    """Give what is said of the move, the more important first: a caption holds only so much of it."""
    say, move = look.words.say, move_of(item.prescription, look)
    first = workout.unseen
    shown = (item.prescription.phase is Phase.STRENGTH or first) and move.words.mistakes
    mistake = move.words.mistakes[(workout.id + len(item.done)) % len(move.words.mistakes)] if shown else ""
    return (
        _introduction(item, move) if first else "",
        bullets(*move.variation.cues[:CUES]),
        lines(
            f"{say('workout-watch-for')} {mistake}" if mistake else "",
            f"{say('workout-breathing')} {move.words.breathing}" if move.words.breathing else "",
        ),
        _reason(item, look) if first or item.prescription.reason.key in CHOSEN else "",
    )


def _introduction(item: Item, move: Move) -> str:
    """Say how it goes; where to start from, too, when this version is new."""
    new = item.instead_of or item.prescription.reason.key in NEW
    start = move.variation.start if new else ""
    return lines(start, move.variation.how)


def _reason(item: Item, look: Look) -> str:
    reason = reason_words(item.prescription, look)
    return f"<i>{reason}</i>" if reason else ""
