"""The first line of a card: what was just understood, so that everybody sees what is in the log."""

from bot.coach.workout_results import (
    AlreadyLogged,
    AlreadyUndone,
    AreaLogged,
    Changed,
    EffortLogged,
    Event,
    Kept,
    PainLogged,
    Refused,
    SetLogged,
    SidesUnclear,
    Skipped,
    Spared,
    TooEasy,
    TooHard,
    Unclear,
    Undone,
)
from bot.domain.athlete import Step
from bot.domain.exercise import Mode
from bot.domain.progression import RED_FROM, Light
from bot.domain.routine import Prescription
from bot.domain.typed import MOST_REPS, MOST_SECONDS
from bot.domain.workout import EntryKind, Workout
from bot.views.amounts import amount_words, dose_words
from bot.views.dates import listed
from bot.views.look import Look
from bot.views.moves import move_of
from bot.views.where import area_words

NAMED_AT_MOST = 3
VERY_STRONG = 9


_PLAIN = {
    AlreadyLogged: "workout-already-logged",
    AlreadyUndone: "workout-already-undone",
    TooHard: "workout-too-hard",
    TooEasy: "workout-too-easy",
}


def event_words(event: Event | None, workout: Workout, step: Step, look: Look) -> str:
    """Say what happened; nothing when nothing did."""
    match event:
        case SetLogged():
            text = _set(event, workout, look)
        case EffortLogged(effort=None) | None:
            text = ""
        case EffortLogged():
            text = look.words.say("workout-effort-logged", effort=str(event.effort))
        case PainLogged() | AreaLogged() | Spared():
            text = _hurting(event, workout, look)
        case Kept() | Changed() | Refused():
            text = _changed(event, workout, look)
        case Skipped():
            text = _skipped(event, workout, look)
        case Undone():
            text = _undone(event, workout, look)
        case Unclear() | SidesUnclear():
            text = _unclear(event, step, look)
        case AlreadyLogged() | AlreadyUndone() | TooHard() | TooEasy():
            text = look.words.say(_PLAIN[type(event)])
    return text


def _set(event: SetLogged, workout: Workout, look: Look) -> str:
    p = workout.items[event.item].prescription
    logged = look.words.say("workout-set-logged", amount=amount_words(p, look, event.amount))
    rest = look.words.say("workout-rest", seconds=p.rest) if p.rest and workout.position is not None else ""
    return f"{logged} {rest}".rstrip()


def _hurting(event: PainLogged | AreaLogged | Spared, workout: Workout, look: Look) -> str:
    match event:
        case PainLogged():
            return _pain(event, workout, look)
        case AreaLogged():
            return area_words(event, workout, look)
        case Spared():
            return _spared(workout.items[event.item].prescription, look)


def _pain(event: PainLogged, workout: Workout, look: Look) -> str:
    say, item = look.words.say, workout.items[event.item]
    p, move = item.prescription, move_of(item.prescription, look)
    match event.light:
        case Light.GREEN if not event.pain:
            return say("workout-pain-none")
        case Light.GREEN:
            return say("workout-pain-green", pain=event.pain)
        case Light.RED:
            stopped = say("workout-pain-red", pain=event.pain, name=move.name)
            return f"{stopped} {say('workout-pain-enough')}" if _is_enough(event, workout) else stopped
        case Light.AMBER if not event.eased:
            return say("workout-pain-amber-later", pain=event.pain, name=move.name)
        case Light.AMBER if event.small_range and item.hurt and item.hurt.small_range:
            return say("workout-pain-amber-again", pain=event.pain)
        case Light.AMBER if event.small_range:
            return say("workout-pain-amber-range", pain=event.pain)
    return say("workout-pain-amber-step", pain=event.pain, name=move.name, dose=dose_words(p, look))


def _is_enough(event: PainLogged, workout: Workout) -> bool:
    """Tell whether ending for today is worth a word: very strong pain, or a second move that had to stop."""
    return event.pain >= VERY_STRONG or sum((item.pain or 0) >= RED_FROM for item in workout.items) > 1


def _changed(event: Kept | Changed | Refused, workout: Workout, look: Look) -> str:
    """Say what is asked from here on, or why nothing else is."""
    if isinstance(event, Refused):
        return look.words.say("workout-change-refused", why=str(event.why))
    p = workout.items[event.item].prescription
    name, dose = move_of(p, look).name, dose_words(p, look)
    if isinstance(event, Kept):
        return look.words.say("workout-kept", dose=dose)
    return look.words.say("workout-changed", how=str(event.how), name=name, dose=dose)


def _spared(p: Prescription, look: Look) -> str:
    return look.words.say("workout-spared", name=move_of(p, look).name, dose=dose_words(p, look))


def _skipped(event: Skipped, workout: Workout, look: Look) -> str:
    names = [move_of(workout.items[at].prescription, look).name for at in event.items]
    if not names:
        return ""
    if len(names) > NAMED_AT_MOST:
        return look.words.say("workout-skipped-many", count=len(names))
    return look.words.say("workout-skipped", names=listed(names, look.words.language))


def _undone(event: Undone, workout: Workout, look: Look) -> str:
    say, entry = look.words.say, event.entry
    p = workout.items[entry.item].prescription
    name = move_of(p, look).name
    match entry.kind:
        case EntryKind.SET:
            return say("workout-undone-set", amount=amount_words(p, look, entry.told), name=name)
        case EntryKind.EFFORT:
            return say("workout-undone-effort", name=name)
        case EntryKind.PAIN:
            return say("workout-undone-pain", pain=entry.amount or 0, name=name)
        case EntryKind.KEEP:
            return say("workout-undone-keep", name=name)
        case EntryKind.EASIER | EntryKind.HARDER | EntryKind.SWAP:
            return say("workout-undone-change", name=name, dose=dose_words(p, look))
        case EntryKind.AREA:
            return say("workout-undone-spared" if entry.eased else "workout-undone-area", name=name)
        case EntryKind.SKIP if event.count > 1:
            return say("workout-undone-skips", count=event.count)
        case _:  # a skip; what is told the next morning is taken back there
            return say("workout-undone-skip", name=name)


def _unclear(event: Unclear | SidesUnclear, step: Step, look: Look) -> str:
    if isinstance(event, SidesUnclear):
        return look.words.say("workout-no-sides" if event.together else "workout-one-side", mode=str(event.wanted))
    if event.wanted is not None and step is Step.SET:
        most = MOST_SECONDS if event.wanted is Mode.HOLD else MOST_REPS
        return look.words.say("workout-other-amount", mode=str(event.wanted), most=most)
    return look.words.say("workout-unclear", step=str(step))
