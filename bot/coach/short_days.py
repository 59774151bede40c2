"""Whether the four-minute version is offered, from what the records hold."""

from datetime import date

from bot.coach.records import Records
from bot.domain.athlete import Athlete
from bot.domain.short_days import LOOK_BACK, minimum_is_offered


async def offers_minimum(records: Records, athlete: Athlete, day: date) -> bool:
    """Tell whether a day's start card and reminder offer the four-minute version."""
    since = day - 2 * LOOK_BACK
    moves = await records.moves.of(athlete.id, since)
    ended = await records.workouts.ended(athlete.id, since)
    trained = [workout.day for workout in ended if workout.counts]
    return minimum_is_offered(day, athlete.onboarded_on or day, athlete.plan, moves, trained)
