"""What was done so far: this month first, weeks never as a chain."""

from bot.coach.progress import ProgressShown
from bot.domain.balance import Balance
from bot.domain.progress import Trend
from bot.views.amounts import count_words
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.moves import exercise_name, variation_name
from bot.views.pages import bullets, lines, page
from bot.views.reply import Reply


@show.register
def progress(result: ProgressShown, look: Look) -> Reply:
    """Show the numbers, each move, and what was earned."""
    summary = result.summary
    if not summary.in_all:
        return Reply(look.words.say("progress-empty"), ((today_button(look),),))
    milestones = [look.words.milestones[milestone] for milestone in result.milestones]
    text = page(
        _numbers(result, look),
        _moves(summary.trends, look),
        _sides(result.balances, look),
        _milestones(milestones, look),
    )
    return Reply(text, ((today_button(look),),))


def _numbers(result: ProgressShown, look: Look) -> str:
    say, summary = look.words.say, result.summary
    return lines(
        say("progress-this-month", count=summary.this_month),
        say("progress-this-week", count=summary.this_week, planned=summary.planned_this_week),
        say("progress-weeks-on-plan", count=summary.weeks_on_plan) if summary.weeks_on_plan else "",
        say("progress-in-all", count=summary.in_all),
    )


def _moves(trends: tuple[Trend, ...], look: Look) -> str:
    return lines(look.words.say("progress-moves"), bullets(*(_trend(t, look) for t in trends))) if trends else ""


def _trend(trend: Trend, look: Look) -> str:
    say, name = look.words.say, variation_name(trend.exercise, trend.variation, look)
    latest, best = (count_words(trend.mode, count, look) for count in (trend.latest, trend.best))
    if trend.before is None:
        return say("progress-trend-first", name=name, latest=latest)
    change = trend.latest - trend.before
    way = "up" if change > 0 else "same" if change == 0 else "down"
    return say("progress-trend", name=name, latest=latest, best=best, way=way, before=trend.before)


def _sides(balances: tuple[Balance, ...], look: Look) -> str:
    return lines(look.words.say("progress-sides"), bullets(*(_balance(b, look) for b in balances))) if balances else ""


def _balance(balance: Balance, look: Look) -> str:
    say, name = look.words.say, exercise_name(balance.exercise, look)
    latest = say("progress-gap", percent=balance.latest)
    if balance.first is None:
        return say("progress-balance-first", name=name, latest=latest)
    return say("progress-balance", name=name, latest=latest, first=say("progress-gap", percent=balance.first))


def _milestones(milestones: list[str], look: Look) -> str:
    return lines(look.words.say("progress-milestones"), bullets(*milestones)) if milestones else ""
