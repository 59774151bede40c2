"""What a person makes of a message: a set to do, a start card, a summary, and what is said beside them."""

import re
from dataclasses import dataclass
from html import unescape

from bot.sandbox.sight import Message

_DONE = re.compile(r"✓ Done: (\d+)(?: (s|reps?))?\b(.*)")
_PROGRESS = re.compile(r"^(\d+) of (\d+) · (.+)\n[▰▱]+\n(.+)$", re.MULTILINE)
_SET = re.compile(r"(.+?)(?:, set (\d+) of (\d+))?")
_FAMILY = re.compile(r"^Part of: (.+)$", re.MULTILINE)
_TEMPO = re.compile(r"(\d+) s up, (?:(\d+) s hold, )?(\d+) s down")
_AREAS = re.compile(r"^\d+ s each side: (.+?)(?: · .+)?$", re.MULTILINE)
_REST = re.compile(r"Rest about (\d+) s")
_STEP = re.compile(r"This is step (\d+) of (\d+)")
_ITALIC = re.compile(r"<i>(.+?)</i>", re.DOTALL)
_TITLE = re.compile(r"^(.+), about (\d+) minutes?$", re.MULTILINE)
_ABOUT = re.compile(r"[Aa]bout (\d+) minutes?")
_WEEK = re.compile(r"Outer-hip sets this week: [\d.]+ so far, ([\d.]+) after today \((\d+) to (\d+)")
_TOOK = re.compile(r"It took (\d+) minutes?")
_SETS = re.compile(r"(\d+) sets?\.")
_STRENGTH_DAYS = re.compile(r"^Strength: (.+)$", re.MULTILINE)
_OVER = re.compile(r"^(Workout done|Stopped here|Workout ended)", re.MULTILINE)
_COUNTS = re.compile(r"^(Workout done|Stopped here, and that counts)", re.MULTILINE)
_KNOWN_AT_THE_END = re.compile(
    r"✓|Workout done|Stopped here|Workout ended|Better than last time|Left out today|Left out:|Stopped because it hurt"
    r"|Your next strength day|Today's routine is still there|Noted: |Undone"
)
_MOVES = ("Glute bridge", "Clamshell", "Fire hydrant", "Side plank", "leg lift")
"""How people call the moves whose versions all bear their name, so that the card names no family."""
_LIST = re.compile(r"(Warm-up|Strength|Cool-down)\n•|.+, about \d+ minutes?$|Outer-hip sets this week", re.MULTILINE)


@dataclass(frozen=True)
class SetAsked:
    """The card of a set. `step` is known from the whole page alone; `tempo` is the seconds of one rep."""

    move: str  # the exercise, whatever its version
    name: str
    phase: str
    set: int
    sets: int
    amount: int
    is_hold: bool
    times: int  # sides x ways x areas
    each_side: bool
    tempo: int | None
    pause: int
    reason: str
    step: int | None = None
    steps: int | None = None

    @property
    def dose(self) -> str:
        """As the start card writes it."""
        unit = " s" if self.is_hold else ""
        return f"{self.sets} x {self.amount}{unit}" + (" each side" if self.each_side else "")


@dataclass(frozen=True)
class StartCard:
    """What today brings, before it starts."""

    title: str
    minutes: int
    week: tuple[float, int, int] | None  # outer-hip sets after today, and what is useful
    beside: tuple[str, ...]  # paragraphs beside the list of moves


@dataclass(frozen=True)
class Summary:
    """The end of a workout."""

    counts: bool
    is_whole: bool  # to the last move
    took: int | None  # minutes, as the coach says
    sets: int
    beside: tuple[str, ...]  # milestones, and whatever else is no list


def set_asked(message: Message) -> SetAsked | None:
    """Read the card of a set, in short or the whole page."""
    done = next((found for label in _labels(message) if (found := _DONE.fullmatch(label))), None)
    progress = _PROGRESS.search(message.text)
    if done is None or progress is None:
        return None
    named = _SET.fullmatch(progress[4])
    assert named
    family, tempo, step = (pattern.search(message.text) for pattern in (_FAMILY, _TEMPO, _STEP))
    areas = _AREAS.search(message.text)
    return SetAsked(
        move=_move(family[1] if family else named[1]),
        name=named[1],
        phase=progress[3],
        set=int(named[2] or 1),
        sets=int(named[3] or 1),
        amount=int(done[1]),
        is_hold=done[2] == "s",
        times=_times(done[3], areas[1] if areas else ""),
        each_side="each side" in done[3],
        tempo=sum(int(part or 0) for part in tempo.groups()) if tempo else None,
        pause=int(tempo[2] or 0) if tempo else 0,
        reason=_reason(message) if int(named[2] or 1) == 1 else "",
        step=int(step[1]) if step else None,
        steps=int(step[2]) if step else None,
    )


def start_card(message: Message) -> StartCard | None:
    """Read the card that offers a workout."""
    title = _TITLE.search(message.text)
    if title is None or "Start" not in _labels(message):
        return None
    week = _WEEK.search(message.text)
    paragraphs = message.text.split("\n\n")
    heading = paragraphs[0].split("\n")[1:]
    beside = [*heading, *(each for each in paragraphs[1:] if not _LIST.match(each))]
    counted = (float(week[1]), int(week[2]), int(week[3])) if week else None
    return StartCard(title[1], int(title[2]), counted, tuple(beside))


def summary(message: Message) -> Summary | None:
    """Read what is said at the end of a workout."""
    if not _OVER.search(message.text):
        return None
    took = _TOOK.search(message.text)
    sets = _SETS.search(message.text)
    beside = [each for each in message.text.split("\n\n") if not _KNOWN_AT_THE_END.match(each)]
    return Summary(
        counts=bool(_COUNTS.search(message.text)),
        is_whole="Workout done" in message.text,
        took=int(took[1]) if took else None,
        sets=int(sets[1]) if sets else 0,
        beside=tuple(beside),
    )


def rest_asked(text: str) -> int | None:
    """How long to rest, in seconds, where it says so."""
    found = _REST.search(text)
    return int(found[1]) if found else None


def minutes_promised(text: str) -> int | None:
    """How many minutes a reminder says that it takes."""
    found = _ABOUT.search(text)
    return int(found[1]) if found else None


def strength_days(text: str) -> int | None:
    """How many strength days a week the plan's card names."""
    found = _STRENGTH_DAYS.search(text)
    return len(re.findall(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b", found[1])) if found else None


def words(message: Message) -> int:
    """How much there is to read."""
    return len(message.text.split())


def _labels(message: Message) -> list[str]:
    return [button.text for button in message.all_buttons]


def _move(name: str) -> str:
    found = next((move for move in _MOVES if move.lower() in name.lower()), name)
    return "Standing leg lift" if found == "leg lift" else found


def _times(rest: str, areas: str) -> int:
    """How often the amount is done: on each side, each way, on each area."""
    sides = 2 if "each side" in rest else 1
    ways = 2 if "each way" in rest else 1
    return sides * ways * (len(re.split(r", | and ", areas)) if areas else 1)


def _reason(message: Message) -> str:
    italics = [unescape(found) for found in _ITALIC.findall(message.html)]
    return next((each for each in reversed(italics) if not each.startswith("Part of: ")), "")
