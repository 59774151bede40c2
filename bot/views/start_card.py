"""The start card: what the routine holds, how much and why, and what it adds to the week."""

from bot.coach.today import Offer
from bot.domain.exercise import Phase
from bot.domain.routine import Load, Prescription, RoutineKind, Trim, Version
from bot.domain.spacing import MOST_SETS_A_WEEK
from bot.domain.week import DayKind
from bot.views.amounts import dose_words
from bot.views.buttons import Choose, LighterWeek, Offer as OfferAgain, SetLength, Start
from bot.views.choices import LENGTHS, Where
from bot.views.dates import listed
from bot.views.limits import limit_words
from bot.views.look import Look, show
from bot.views.modes import signs_rows
from bot.views.moves import equipment_of, move_of
from bot.views.pages import bullets, lines, page
from bot.views.reasons import reason_words
from bot.views.reply import Button, Reply, Rows


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
    title = say("today-title", kind=str(routine.kind), minutes=routine.minutes, session=(routine.session or "").upper())
    resting = result.day_kind is DayKind.REST and routine.kind is RoutineKind.STRENGTH
    eased = "" if routine.load is Load.USUAL else say("today-load", load=routine.load.value)
    first, rest = say("today-first") if result.first else "", say("today-on-a-rest-day") if resting else ""
    return lines(title, first, rest, eased)


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
    say, where = look.words.say, _where(result)
    day = result.athlete.day_at(look.now).toordinal()
    settings = (
        Button(say("today-level"), Choose(what="level", where=where)),
        Button(say("today-gear"), Choose(what="gear", where=where)),
    )
    rows = (
        (Button(say("today-start"), Start(kind=result.routine.kind, day=day, version=result.version)),),
        _versions(result, look),
        _lighter_week(result, look),
        settings,
        _lengths(result, look),
        *signs_rows(result.athlete, look),
    )
    return tuple(row for row in rows if row)


def _versions(result: Offer, look: Look) -> tuple[Button, ...]:
    """Offer the other versions of a strength routine: half of it, all of it, or the usual one again."""
    routine, found = result.routine, list[tuple[str, Version]]()
    if routine.kind is RoutineKind.MOBILITY:
        return ()
    if result.version is not Version.USUAL:
        found.append(("today-usual", Version.USUAL))
    elif routine.load is Load.USUAL:
        found.append(("today-low", Version.LOW))
    if Trim.WEEK in routine.trims:
        found.append(("today-whole", Version.WHOLE))
    return tuple(Button(look.words.say(text), OfferAgain(kind=routine.kind, version=to)) for text, to in found)


def _lighter_week(result: Offer, look: Look) -> tuple[Button, ...]:
    say = look.words.say
    yes = Button(say("today-deload-yes"), LighterWeek(wanted="yes"))
    return (yes, Button(say("today-deload-no"), LighterWeek(wanted="no"))) if result.deload else ()


def _lengths(result: Offer, look: Look) -> tuple[Button, ...]:
    if result.routine.kind is RoutineKind.MOBILITY or result.version is not Version.USUAL:
        return ()
    return tuple(
        Button(look.words.say("today-length", minutes=int(minutes)), SetLength(minutes=minutes, where="strength"))
        for minutes in LENGTHS
        if int(minutes) != result.athlete.length
    )


def _where(result: Offer) -> Where:
    return "strength" if result.routine.kind is RoutineKind.STRENGTH else "mobility"
