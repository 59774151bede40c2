"""Answers to questions by what they mean, so that a new card between two others confuses nobody.

A question that has no rule is answered as the persona would: most people take the first button, which is the safe one.
"""

import re
from collections.abc import Callable

from bot.sandbox.life.persona import Persona
from bot.sandbox.life.phone import Phone

TYPE = "> "
"""Marks an answer that is typed."""

AGREED = "(?i)(clinician|doctor|midwife) said|says it's (ok|fine)"
"""A button for later: first somebody has to be asked."""

Rule = Callable[[Persona, Phone], str | None]


def answer(persona: Persona, phone: Phone) -> str | None:
    """The label to press, or what to type after TYPE; None where nothing is asked or the answer has to wait."""
    for pattern, rule in _RULES:
        if re.search(pattern, phone.text):
            return rule(persona, phone)
    return persona.when_asked(phone.text, phone.labels) if phone.labels and "?" in phone.text else None


def _health(persona: Persona, phone: Phone) -> str | None:
    if persona.topics:
        return phone.like("(?i)one of the others")
    return phone.like("(?i)only a joint" if persona.areas else "(?i)none applies")


def _ticking(phone: Phone, wanted: tuple[str, ...]) -> str | None:
    """Tick the next one that is not ticked yet, then go on."""
    unticked = next((label for label in phone.labels if label in wanted), None)
    return unticked or phone.like("(?i)^(continue|done|none)") or _first(phone)


def _pressing(pattern: str) -> Rule:
    return lambda _, phone: phone.like(pattern) or _first(phone)


def _waiting(_: Persona, phone: Phone) -> str | None:
    """Nothing, where the button is one for later."""
    return None if phone.like(AGREED) else _first(phone)


def _first(phone: Phone) -> str | None:
    return next(iter(phone.labels), None)


_RULES: tuple[tuple[str, Rule], ...] = (
    (r"made for adults", _pressing("18 or older")),
    (r"Does any of this apply", _health),
    (r"Which areas should", lambda persona, phone: _ticking(phone, persona.areas)),
    (r"Which of these is it", lambda persona, phone: _ticking(phone, persona.topics)),
    (r"([Pp]elvi|pubic).*\?", _pressing("(?i)^no\\b|no pain|none")),
    (r"Where do you live|don't know that place", lambda persona, _: TYPE + persona.city),
    (r"Which days suit you", lambda persona, _: TYPE + persona.days),
    (r"What time suits you", lambda persona, _: TYPE + persona.time),
    (r"Training waits until|ask your|check with your|see a doctor", _waiting),
    (r"still open", _pressing("(?i)end it")),
    (r"Stop here\?", _pressing("(?i)^stop now")),
    (r"Skip it anyway", _pressing("(?i)do it")),
)
