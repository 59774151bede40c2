"""Every result of the coach, typical, empty and extreme."""

from collections.abc import Iterator

from bot.domain.library import Library
from bot.domain.words import Words

from .examples_of_pages import ends, mornings, outgoing, pages, whys
from .examples_of_plans import days, onboarding, plans
from .examples_of_workouts import cards, questions
from .samples import Example


def examples(library: Library, words: Words) -> Iterator[Example]:
    """Give all of them."""
    yield from onboarding(library)
    yield from plans(library)
    yield from days(library)
    yield from cards(library)
    yield from questions(library)
    yield from ends(library)
    yield from outgoing(words)
    yield from mornings(library)
    yield from pages(words, library)
    yield from whys()
