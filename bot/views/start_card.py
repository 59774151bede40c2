"""The start card: what the routine holds, how much and why, and what it adds to the week."""

from bot.coach.today import Offer
from bot.domain.exercise import Phase
from bot.domain.routine import Prescription, RoutineKind, Trim
from bot.domain.week import DayKind
from bot.views.amounts import dose_words
from bot.views.buttons import Choose, SetLength, Start
from bot.views.choices import LENGTHS, Where
from bot.views.dates import listed
from bot.views.limits import limit_words
from bot.views.look import Look, show
from bot.views.moves import equipment_of, move_of
from bot.views.pages import bullets, lines, page
from bot.views.reasons import reason_words
from bot.views.reply import Button, Reply, Rows


@show.register
def offer(result: Offer, look: Look) -> Reply:
    """Show what it would be; starting comes first."""
    routine = result.routine
    phases = [_phase(phase, routine.prescriptions, look) for phase in Phase]
    text = page(_title(result, look), *phases, _gear(result, look), _adapted(result, look), _week(result, look))
    return Reply(text, _rows(result, look))


def _title(result: Offer, look: Look) -> str:
    say, routine = look.words.say, result.routine
    title = say("today-title", kind=str(routine.kind), minutes=routine.minutes, session=(routine.session or "").upper())
    resting = result.day_kind is DayKind.REST and routine.kind is RoutineKind.STRENGTH
    return lines(title, say("today-first") if result.first else "", say("today-on-a-rest-day") if resting else "")


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
    what = [say("today-trim", what=str(trim)) for trim in trims]
    return say("today-trimmed", minutes=routine.length, what=listed(what, look.words.language)) if what else ""


def _week(result: Offer, look: Look) -> str:
    if result.routine.kind is RoutineKind.MOBILITY:
        return ""
    span = look.library.program.weekly_sets[result.athlete.level]
    done, after = _number(result.week_done), _number(result.week_after)
    sets = look.words.say("today-week-sets", done=done, after=after, low=span.low, high=span.high)
    return f"{sets} {look.words.say('today-week-over')}" if after > span.high else sets


def _number(sets: float) -> float:
    """A bridge counts half a set; whole numbers are shown without a point."""
    return int(sets) if sets == int(sets) else round(sets, 1)


def _rows(result: Offer, look: Look) -> Rows:
    say, where = look.words.say, _where(result)
    lengths = tuple(
        Button(say("today-length", minutes=int(minutes)), SetLength(minutes=minutes, where=where))
        for minutes in LENGTHS
        if int(minutes) != result.athlete.length and where == "strength"
    )
    return (
        (Button(say("today-start"), Start(kind=result.routine.kind, day=result.athlete.day_at(look.now).toordinal())),),
        (
            Button(say("today-level"), Choose(what="level", where=where)),
            Button(say("today-gear"), Choose(what="gear", where=where)),
        ),
        *((lengths,) if lengths else ()),
    )


def _where(result: Offer) -> Where:
    return "strength" if result.routine.kind is RoutineKind.STRENGTH else "mobility"
