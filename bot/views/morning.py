"""The morning after a pain: the question, one move at a time, and what follows from the answer."""

from bot.coach.morning import MorningAsked, MorningKnown, Sore
from bot.domain.morning import Morning
from bot.views.buttons import MorningPick
from bot.views.look import Look, show
from bot.views.moves import move_of
from bot.views.pages import page, plain
from bot.views.readiness import ticked
from bot.views.reply import Button, Reply, Rows


@show.register
def asked(result: MorningAsked, look: Look) -> Reply:
    """Ask about the first move without an answer; the last answer stays open to another one."""
    told = _told(result.told, look) if result.told else ""
    if result.asked:
        return Reply(page(told, _question(result.asked, look)), _rows(result.asked, look))
    last = result.told or result.sore[-1]
    return Reply(page(told or _told(last, look), look.words.say("morning-change")), _rows(last, look))


@show.register
def known(_: MorningKnown, look: Look) -> Reply:
    """Say that a second tap changed nothing."""
    return Reply("", toast=plain(look.words.say("morning-known")))


def _question(sore: Sore, look: Look) -> str:
    return look.words.say("morning-question", name=move_of(sore.prescription, look).name, pain=sore.pain)


def _told(sore: Sore, look: Look) -> str:
    return look.words.say("morning-told", name=move_of(sore.prescription, look).name, morning=str(sore.morning))


def _rows(sore: Sore, look: Look) -> Rows:
    return tuple(
        (
            Button(
                ticked(look.words.say("morning-answer", morning=str(morning)), chosen=morning is sore.morning),
                MorningPick(workout=sore.workout, item=sore.item, morning=morning),
            ),
        )
        for morning in Morning
    )
