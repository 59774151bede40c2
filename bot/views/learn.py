"""Lessons: the list, and one at a time."""

from bot.coach.oddities import LessonShown, LessonsListed
from bot.domain.words import Lesson
from bot.views.buttons import Learn
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.pages import page
from bot.views.reply import Button, Reply


@show.register
def lessons(_: LessonsListed, look: Look) -> Reply:
    """Offer every lesson."""
    rows = tuple((Button(lesson.title, Learn(lesson=lesson.id)),) for lesson in look.words.lessons)
    return Reply(look.words.say("learn-list"), (*rows, (today_button(look),)))


@show.register
def lesson(result: LessonShown, look: Look) -> Reply:
    """Show one lesson; an unknown one shows the list."""
    found = next((lesson for lesson in look.words.lessons if lesson.id == result.lesson), None)
    if found is None:
        return show(LessonsListed(), look)
    more = Button(look.words.say("learn-all"), Learn(lesson="list"))
    text = page(look.words.say("learn-title", title=found.title), found.body, _sources(found, look))
    return Reply(text, ((more,), (today_button(look),)))


def _sources(found: Lesson, look: Look) -> str:
    return look.words.say("learn-sources", sources="; ".join(found.sources)) if found.sources else ""
