"""The start card: what the routine holds, how much and why, and what it adds to the week."""

from bot.coach.today import Offer
from bot.domain.exercise import Phase
from bot.domain.routine import Load, Prescription, RoutineKind, Trim, Version
from bot.domain.short_days import SHORT_DAY
from bot.domain.spacing import MOST_SETS_A_WEEK
from bot.domain.week import DayKind
from bot.views.amounts import dose_words
from bot.views.buttons import AnotherDay, Choose, LighterWeek, Offer as OfferAgain, SetLength, Start
from bot.views.choices import LENGTHS, Where
from bot.views.dates import listed
from bot.views.limits import limit_words
from bot.views.look import Look, show
from bot.views.modes import signs_rows
from bot.views.moves import equipment_of, move_of
from bot.views.pages import bullets, lines, page
from bot.views.reasons import reason_words
from bot.views.reply import Button, Reply, Rows

FOR_TODAY = (Version.SHORT, Version.MINIMUM)
MINIMUM_TEXT = "today-minimum-button"


@show.register
def offer(result: Offer, look: Look) -> Reply:
    """Show what it would be; starting comes first."""
    routine = result.routine
    phases = [_phase(phase, routine.prescriptions, look) for phase in Phase]
    adapted, week = _adapted(result, look), _week(result, look)
    text = page(_title(result, look), *phases, _gear(result, look), adapted, week, _deload(result, look))
    return Reply(text, _rows(result, look))


def _title(result: Offer, look: Look) -> str:
    say, routine = look.words.say, result.routine
    kind = "minimum" if routine.is_minimum else str(routine.kind)
    title = say("today-title", kind=kind, minutes=routine.minutes, session=(routine.session or "").upper())
    resting = result.day_kind is DayKind.REST and routine.kind is RoutineKind.STRENGTH
    return lines(
        title,
        say("today-first") if result.first else "",
        say("today-on-a-rest-day") if resting else "",
        say("today-minimum") if routine.is_minimum else "",
        say("today-for-today", minutes=result.athlete.length) if result.version in FOR_TODAY else "",
        "" if routine.load is Load.USUAL else say("today-load", load=routine.load.value),
    )


def _phase(phase: Phase, prescriptions: tuple[Prescription, ...], look: Look) -> str:
    moves = [p for p in prescriptions if p.phase is phase]
    if not moves:
        return ""
    reasons = [reason_words(p, look) for p in moves]
    shared = reasons[0] if len(set(reasons)) == 1 else ""
    own = [""] * len(moves) if shared else reasons
    listing = bullets(*(_move(p, why, look) for p, why in zip(moves, own, strict=True)))
    return lines(look.words.say("today-phase", phase=str(phase)), listing, f"<i>{shared}</i>" if shared else "")


def _move(p: Prescription, why: str, look: Look) -> str:
    move = look.words.say("today-move", name=move_of(p, look).name, dose=dose_words(p, look))
    return lines(move, f"   <i>{why}</i>" if why else "")


def _gear(result: Offer, look: Look) -> str:
    needed = {item for p in result.routine.prescriptions for item in equipment_of(p, look)}
    things = [look.words.equipment.get(item, item) for item in sorted(needed)]
    return look.words.say("today-you-need", things=listed(things, look.words.language)) if things else ""


def _adapted(result: Offer, look: Look) -> str:
    return lines(_trimmed(result, look), *limit_words(result.athlete, look))


def _trimmed(result: Offer, look: Look) -> str:
    say, routine = look.words.say, result.routine
    once = Trim.SECOND_SETS in routine.trims
    trims = [trim for trim in routine.trims if not (once and trim is Trim.THIRD_SETS)]
    what = [say("today-trim", what=str(trim)) for trim in trims if trim is not Trim.WEEK]
    fitted = say("today-trimmed", minutes=routine.length, what=listed(what, look.words.language)) if what else ""
    return lines(fitted, say("today-week-full", most=MOST_SETS_A_WEEK) if Trim.WEEK in trims else "")


def _week(result: Offer, look: Look) -> str:
    if result.routine.kind is RoutineKind.MOBILITY:
        return ""
    span = look.library.program.weekly_sets[result.athlete.level]
    done, after = _number(result.week_done), _number(result.week_after)
    sets = look.words.say("today-week-sets", done=done, after=after, low=span.low, high=span.high)
    return f"{sets} {look.words.say('today-week-over')}" if after > span.high else sets


def _deload(result: Offer, look: Look) -> str:
    return look.words.say(f"today-deload-{result.deload.value}") if result.deload else ""


def _number(sets: float) -> float:
    """A bridge counts half a set; whole numbers are shown without a point."""
    return int(sets) if sets == int(sets) else round(sets, 1)


def _rows(result: Offer, look: Look) -> Rows:
    day = result.athlete.day_at(look.now).toordinal()
    start = Start(kind=result.routine.kind, day=day, version=result.version)
    rows = (
        (Button(look.words.say("today-start"), start),),
        *_in_pairs(_versions(result, look)),
        _lighter_week(result, look),
        *_in_pairs((*_settings(result, look), *_lengths(result, look), *_moving(result, day, look))),
        *signs_rows(result.athlete, look),
    )
    return tuple(row for row in rows if row)


def _in_pairs(buttons: tuple[Button, ...]) -> Rows:
    """Set buttons in rows of two: on a phone more would be cut off."""
    return tuple(buttons[at : at + 2] for at in range(0, len(buttons), 2))


def _versions(result: Offer, look: Look) -> tuple[Button, ...]:
    """Offer the other versions of a strength routine: less of it, all of it, or the usual one again."""
    routine, found = result.routine, list[tuple[str, Version]]()
    if routine.kind is RoutineKind.MOBILITY:
        return ()
    if result.version is not Version.USUAL:
        found.append(("today-usual", Version.USUAL))
    elif routine.load is Load.USUAL:
        found.append(("today-low", Version.LOW))
    if Trim.WEEK in routine.trims:
        found.append(("today-whole", Version.WHOLE))
    if result.version is Version.USUAL:
        found += _shorter(result)
    return tuple(Button(look.words.say(text), OfferAgain(kind=routine.kind, version=to)) for text, to in found)


def _shorter(result: Offer) -> list[tuple[str, Version]]:
    short = [("today-ten", Version.SHORT)] if result.athlete.length > SHORT_DAY else []
    return [*short, (MINIMUM_TEXT, Version.MINIMUM)] if result.minimum else short


def _lighter_week(result: Offer, look: Look) -> tuple[Button, ...]:
    say = look.words.say
    yes = Button(say("today-deload-yes"), LighterWeek(wanted="yes"))
    return (yes, Button(say("today-deload-no"), LighterWeek(wanted="no"))) if result.deload else ()


def _settings(result: Offer, look: Look) -> tuple[Button, ...]:
    """Offer what leads back to the usual version's card."""
    say, where = look.words.say, _where(result)
    level = Button(say("today-level"), Choose(what="level", where=where))
    return (level, Button(say("today-gear"), Choose(what="gear", where=where)))


def _lengths(result: Offer, look: Look) -> tuple[Button, ...]:
    """Offer the longer lengths for good; ten minutes for good are on the plan."""
    if result.routine.kind is RoutineKind.MOBILITY or result.version is not Version.USUAL:
        return ()
    others = [minutes for minutes in LENGTHS if int(minutes) not in (SHORT_DAY, result.athlete.length)]
    say = look.words.say
    return tuple(Button(say("today-length", minutes=int(m)), SetLength(minutes=m, where="strength")) for m in others)


def _moving(result: Offer, day: int, look: Look) -> tuple[Button, ...]:
    """Offer another day for the day's own strength workout."""
    planned = result.day_kind is DayKind.STRENGTH and result.routine.kind is RoutineKind.STRENGTH
    return (another_day_button(day, look),) if planned and result.version is Version.USUAL else ()


def minimum_button(look: Look) -> Button:
    """Offer the four-minute version."""
    return Button(look.words.say(MINIMUM_TEXT), OfferAgain(kind=RoutineKind.STRENGTH, version=Version.MINIMUM))


def another_day_button(day: int, look: Look) -> Button:
    """Offer to move a day's workout."""
    return Button(look.words.say("reminders-another-day"), AnotherDay(day=day))


def _where(result: Offer) -> Where:
    return "strength" if result.routine.kind is RoutineKind.STRENGTH else "mobility"
