"""What the plan spares, in words: its mode, areas by name, other limits by what they change."""

from bot.domain.athlete import Athlete
from bot.views.dates import listed
from bot.views.look import Look
from bot.views.modes import mode_name


def limit_words(athlete: Athlete, look: Look) -> tuple[str, ...]:
    """Return one line for the mode, one for all areas, and one for each other limit."""
    words, areas = look.words, look.library.areas
    named = [words.areas.get(area, area) for area in areas if area in athlete.limits]
    spared = words.say("plan-spared", areas=listed(named, words.language)) if named else ""
    others = [words.limits[limit] for limit in sorted(athlete.limits - set(areas)) if limit in words.limits]
    return tuple(line for line in (mode_name(athlete, look), spared, *others) if line)
