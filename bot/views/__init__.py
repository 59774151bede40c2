"""From what happened to what is said: a coach's result becomes a Reply."""

from bot.views import (  # importing a feature registers its views
    days,
    finished,
    learn,
    modes,
    morning,
    oddities,
    onboarding,
    places,
    plan,
    postponing,
    privacy,
    progress,
    readiness,
    red_flags,
    reminders,
    start_card,
    today,
    why,
    workout,
)
from bot.views.choices import choice_reply
from bot.views.look import Look, show
from bot.views.reply import Reply

__all__ = [
    "Look",
    "Reply",
    "choice_reply",
    "days",
    "finished",
    "learn",
    "modes",
    "morning",
    "oddities",
    "onboarding",
    "places",
    "plan",
    "postponing",
    "privacy",
    "progress",
    "readiness",
    "red_flags",
    "reminders",
    "show",
    "start_card",
    "today",
    "why",
    "workout",
]
