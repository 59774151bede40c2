"""A diary as a page that a reviewer can read: plain text, 80 columns."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from textwrap import wrap

from bot.sandbox.life.diary import Diary, Unasked, Workout
from bot.sandbox.life.persona import Persona
from bot.sandbox.life.reading import SetAsked

WIDTH = 80
WORDINGS = 4
LOOKS = (1, 4, 8, 12)
"""The weeks whose targets stand side by side; of the first, its first workout."""
_GROWTH = re.compile(r"^\d+ (s )?more than your|^Same as last time|^Same again")
"""Everyday reasons: counted, not listed."""


def report(persona: Persona, diary: Diary) -> str:
    """The whole page."""
    page = Page(persona, diary)
    parts = (
        page.head(),
        page.weeks(),
        page.minutes(),
        page.targets(),
        page.changes(),
        page.messages(),
        page.start_cards(),
        page.said_at_the_end(),
        page.hurts(),
        page.errands(),
        page.coach_says(),
    )
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part) + "\n"


class Page:
    """The parts of a report; a part without lines is left out."""

    def __init__(self, persona: Persona, diary: Diary) -> None:
        self.persona, self.diary = persona, diary

    def head(self) -> list[str]:
        """Who, where, what they are like, and the sums."""
        diary, counted = self.diary, [each for each in self.diary.workouts if each.summary and each.summary.counts]
        first, last = self._day(self.persona.start), self._day(self.persona.end)
        sums = f"{len(counted)} workouts that count, {sum(each.sets for each in diary.workouts)} sets, "
        sums += f"{len(diary.unasked)} messages unasked, {diary.turns} answers and words of theirs."
        weeks = f"{self.persona.weeks} week{'s' * (self.persona.weeks > 1)}"
        return [
            f"{self.persona.title.upper()}, {self.persona.city}: {weeks}, {first} to {last} {self.persona.end.year}",
            *wrap(self.persona.about, WIDTH),
            *wrap(sums, WIDTH),
            *(["", "The plan", *_quoted(diary.plan)] if diary.plan else []),
        ]

    def weeks(self) -> list[str]:
        """A line per week."""
        lines = ["WEEKS", ""]
        lines.append(f"{'':4}{'from':8}{'done':7}{'sets':>4}  {'outer hip':14}{'minutes':31}{'unasked':>7}")
        for week in range(1, self.persona.weeks + 1):
            held = [each for each in self.diary.workouts if self._week(each.started) == week]
            strength = [each for each in held if each.is_strength and each.summary and each.summary.counts]
            hips = next((each.card.week for each in reversed(strength) if each.card.week), None)
            useful = f"{hips[0]:g} of {hips[1]}-{hips[2]}" if hips else "-"
            minutes = "  ".join(_promised_and_taken(each) for each in held if each.summary)
            unasked = sum(self._week(each.at) == week for each in self.diary.unasked)
            done, sets = f"{len(strength)} of {self.diary.planned}", sum(each.sets for each in held)
            monday = self._monday + timedelta(weeks=week - 1)
            begins = f"{monday.day} {monday:%b}"
            lines.append(f"{week:2}  {begins:8}{done:7}{sets:4}  {useful:14}{minutes:31}{unasked:7}")
        legend = "Outer hip: sets in the week, as its last start card says, of what is useful."
        return [*lines, "", legend, "Minutes: promised on the start card > taken; * stopped early."]

    def minutes(self) -> list[str]:
        """Promised and taken, on the whole."""
        whole = [each for each in self.diary.workouts if each.summary and each.summary.is_whole and each.is_strength]
        if not whole:
            return []
        over = [each.minutes - each.card.minutes for each in whole]
        said = [each.reminder_said for each in whole if each.reminder_said]
        told = [each.summary.took for each in whole if each.summary and each.summary.took]
        worst = self._day(whole[over.index(max(over))].started)
        average, span = f"{sum(over) / len(over):+.1f} min on average", f"{min(over):+} to {max(over):+} ({worst})"
        lines = [f"Taken beyond the start card's promise: {average}, from {span}."]
        if said:
            card = [each.card.minutes for each in whole if each.reminder_said]
            lines.append(f"Reminders said {_span(said)} min where start cards then said {_span(card)}.")
        differ = sum(each.summary.took not in (None, each.minutes) for each in whole if each.summary)
        lines.append(f'The coach\'s own "It took" differs from the clock {differ} times in {len(told)}.')
        return ["LENGTH", "", *(line for each in lines for line in wrap(each, WIDTH))]

    def targets(self) -> list[str]:
        """Step and target of each strength move at the start and later."""
        if not self._moves():
            return []
        lines = ["TARGETS (step, or s for a swap: sets x amount; + a pause longer than at first)", ""]
        heads = ["at first", *(f"week {week}" for week in LOOKS[1:])]
        lines.append(f"{'':18}" + "".join(f"{head:16}" for head in heads))
        for move in self._moves():
            cells = [self._target_by(move, week) for week in LOOKS]
            lines.append(f"{move:18}" + "".join(f"{self._cell(cell):16}" for cell in cells))
        return lines

    def changes(self) -> list[str]:
        """Why targets changed: each reason but the everyday ones, which are counted."""
        lines = []
        for move in self._moves():
            lines += ["", move]
            everyday: Counter[str] = Counter()
            for workout, target in self._targets_of(move):
                if _GROWTH.match(target.reason):
                    everyday[re.sub(r"\d+", "N", target.reason)] += 1
                elif target.reason:
                    what = f"{target.name}, {target.dose}: {target.reason}"
                    lines += _hanging(f"  {self._day(workout.started):11} ", what)
            lines += [line for reason, n in everyday.most_common() for line in _hanging(f"  {n:4} times  ", reason)]
        return ["WHY TARGETS CHANGED", *lines] if lines else []

    def messages(self) -> list[str]:
        """What came unasked, by kind."""
        lines = []
        for kind, held in _by_kind(self.diary.unasked):
            times = sorted({f"{self._local(each.at):%H:%M}" for each in held})
            lines += ["", f"{len(held):3} x {kind}, at {_span(times)} where they were"]
            lines += [line for text in _different(each.text for each in held) for line in _hanging("      ", text)]
        return ["MESSAGES UNASKED (wordings by their first words)", *lines] if lines else []

    def start_cards(self) -> list[str]:
        """What start cards said beside the list of moves."""
        said = Counter(_flat(each) for workout in self.diary.workouts for each in workout.card.beside if each)
        lines = [line for text, n in said.items() for line in _hanging(f"{n:3} x ", text)]
        return ["BESIDE THE MOVES ON START CARDS", "", *lines] if lines else []

    def said_at_the_end(self) -> list[str]:
        """Milestones, and whatever else a summary said."""
        lines = []
        for workout in self.diary.workouts:
            for text in workout.summary.beside if workout.summary else ():
                lines += _hanging(f"{self._day(workout.started):11} ", _flat(text))
        return ["MILESTONES", "", *lines] if lines else []

    def hurts(self) -> list[str]:
        """What hurt, and what the coach did."""
        lines = []
        for each in self.diary.hurts:
            lines += _hanging(f"{self._day(each.at):11} ", f"{each.move}, {each.pain} of 10")
            lines += _hanging(" " * 12 + "> ", _flat(each.answer))
        return ["WHAT HURT", "", *lines] if lines else []

    def errands(self) -> list[str]:
        """What they did of their own accord, and what came back."""
        lines = []
        for each in self.diary.did:
            lines += _hanging(
                f"{self._day(each.at):10} {self._local(each.at):%H:%M}  ", f"{each.what}  > {_flat(each.answer)}"
            )
        return ["ANSWERS AND ERRANDS", "", *lines] if lines else []

    def coach_says(self) -> list[str]:
        """The coach's own pages, at the end."""
        return [
            "IN THE END, /progress SAYS",
            "",
            *_quoted(self.diary.progress),
            "",
            "AND /why",
            "",
            *_quoted(self.diary.why),
        ]

    @property
    def _monday(self) -> datetime:
        first = self.persona.start
        return first - timedelta(days=first.weekday())

    def _week(self, at: datetime) -> int:
        """Which calendar week, from 1, where they live; before three in the morning is the day before."""
        home = (at - timedelta(hours=3)).astimezone(self.persona.start.tzinfo)
        return (home.date() - self._monday.date()).days // 7 + 1

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.persona.zone_at(at))

    def _day(self, at: datetime) -> str:
        local = self._local(at)
        return f"{local:%a} {local.day} {local:%b}"

    def _moves(self) -> list[str]:
        return list(dict.fromkeys(target.move for workout in self.diary.workouts for target in workout.targets))

    def _targets_of(self, move: str) -> list[tuple[Workout, SetAsked]]:
        return [(workout, each) for workout in self.diary.workouts for each in workout.targets if each.move == move]

    def _cell(self, target: SetAsked | None) -> str:
        if target is None:
            return "-"
        step = f"{target.step}" if target.step else "s"
        usual = next(each for _, each in self._targets_of(target.move) if each.name == target.name)
        longer = f" +{target.pause - usual.pause} s" if target.pause > usual.pause else ""
        return f"{step}: {target.sets} x {target.amount}{' s' if target.is_hold else ''}{longer}"

    def _target_by(self, move: str, week: int) -> SetAsked | None:
        found = self._targets_of(move)
        until = [target for workout, target in found if self._week(workout.started) <= week]
        return found[0][1] if week == 1 else (until[-1] if until else None)


def _promised_and_taken(workout: Workout) -> str:
    stopped = "" if workout.summary and workout.summary.is_whole else "*"
    return f"{workout.card.minutes} > {workout.minutes}{stopped}"


def _span(values: list[int] | list[str]) -> str:
    low, high = min(values), max(values)
    return f"{low}" if low == high else f"{low} to {high}"


def _by_kind(messages: list[Unasked]) -> Iterator[tuple[str, list[Unasked]]]:
    for kind in dict.fromkeys(message.kind for message in messages):
        yield kind, [message for message in messages if message.kind == kind]


def _different(texts: Iterable[str]) -> list[str]:
    """The first wordings, each once and short enough for one line."""
    firsts = Counter(_shortened(text) for text in texts)
    more = len(firsts) - WORDINGS
    shown = [f"{n} x {text}" for text, n in list(firsts.items())[:WORDINGS]]
    return [*shown, f"and {more} other wordings"] if more > 0 else shown


def _shortened(text: str) -> str:
    first = _flat(text)
    return first if len(first) <= WIDTH - 14 else first[: WIDTH - 17].rsplit(" ", 1)[0] + " ..."


def _flat(text: str) -> str:
    return " ".join(text.split())


def _quoted(text: str) -> list[str]:
    return [f"| {line}" for paragraph in text.split("\n") for line in (wrap(paragraph, WIDTH - 2) or [""])]


def _hanging(head: str, text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=head, subsequent_indent=" " * len(head))
