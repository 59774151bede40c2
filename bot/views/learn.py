"""Lessons: the list, and one at a time."""

from dataclasses import replace

from bot.coach.oddities import LessonShown, LessonsListed
from bot.domain.clip import Picture
from bot.domain.words import Lesson
from bot.views.buttons import Learn
from bot.views.home import today_button
from bot.views.look import Look, show
from bot.views.pages import fits_below_a_clip, page
from bot.views.reply import Button, Carrier, Reply


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
    reply, picture = Reply(text, ((more,), (today_button(look),))), _picture(found, look)
    if picture is None:
        return reply
    if fits_below_a_clip(text):
        return replace(reply, clip=picture, caption=text)
    return replace(reply, carrier=Carrier(picture.words, picture=picture))


def _picture(found: Lesson, look: Look) -> Picture | None:
    """Give what the lesson shows, unless the reader wants words only."""
    return found.picture if look.athlete is None or look.athlete.pictures else None


def _sources(found: Lesson, look: Look) -> str:
    return look.words.say("learn-sources", sources="; ".join(found.sources)) if found.sources else ""
