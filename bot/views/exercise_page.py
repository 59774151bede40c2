"""Everything about the exercise at hand, on one page."""

from bot.coach.workout_results import Card
from bot.domain.exercise import Sides
from bot.domain.routine import Prescription
from bot.domain.workout import Item
from bot.views.events import event_words
from bot.views.look import Look
from bot.views.moves import Move, move_of, variation_name, variation_of
from bot.views.pages import bullets, lines, page
from bot.views.reasons import reason_words
from bot.views.reply import Reply
from bot.views.set_card import note_words, progress_words, set_reply, set_rows, title_words


def expanded_reply(card: Card, look: Look) -> Reply:
    """Show start position, all cues and mistakes, muscles, when to change, and what is known about the move."""
    item, at = card.workout.current, card.workout.position
    if item is None or at is None:
        return set_reply(card, look)
    event = event_words(card.event, card.workout, card.step, look)
    head = lines(progress_words(card.workout, at, look), title_words(item, look))
    return Reply(page(event, head, *_sections(item, look)), set_rows(card, item, at, look))


def _sections(item: Item, look: Look) -> tuple[str, ...]:
    move, p = move_of(item.prescription, look), item.prescription
    return (
        lines(*note_words(item, look)),
        _section("workout-page-start", look, lines(move.variation.start, move.variation.how)),
        look.words.say("workout-page-sides", mode=str(p.mode)) if p.sides is Sides.EACH else "",
        _section("workout-page-cues", look, bullets(*move.variation.cues)),
        _section("workout-page-mistakes", look, bullets(*move.words.mistakes)),
        _section("workout-page-breathing", look, move.words.breathing),
        _section("workout-page-when-to-change", look, bullets(*move.words.when_to_change)),
        _section("workout-page-why", look, reason_words(p, look)),
        _section("workout-page-muscles", look, _muscles(move, look)),
        _section("workout-page-ladder", look, _neighbours(p, look)),
        _section("workout-page-claims", look, lines(*move.words.claims)),
    )


def _section(key: str, look: Look, body: str) -> str:
    return lines(look.words.say(key), body) if body else ""


def _muscles(move: Move, look: Look) -> str:
    say = look.words.say
    first, others = ", ".join(move.words.muscles_primary), ", ".join(move.words.muscles_secondary)
    return lines(
        say("workout-page-muscles-most", muscles=first) if first else "",
        say("workout-page-muscles-also", muscles=others) if others else "",
    )


def _neighbours(p: Prescription, look: Look) -> str:
    """Name the rung below and the rung above, with the same equipment where there is a choice; a swap has none."""
    say, variation, exercise = look.words.say, variation_of(p, look), look.library.exercises.get(p.exercise)
    if variation is None or exercise is None or variation.rung is None:
        return ""
    rungs: dict[int | None, str] = {}
    for other in sorted(exercise.ladder, key=lambda other: not other.equipment & variation.equipment):
        rungs.setdefault(other.rung, variation_name(p.exercise, other.id, look))
    lower, upper = rungs.get(variation.rung - 1), rungs.get(variation.rung + 1)
    return lines(
        say("workout-page-step", step=variation.rung, steps=len(rungs)),
        say("workout-page-easier", name=lower) if lower else "",
        say("workout-page-harder", name=upper) if upper else "",
    )
