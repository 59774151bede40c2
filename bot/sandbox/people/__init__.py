"""The people who can be followed for twelve weeks, by name; each module is one of them."""

from collections.abc import Mapping

from bot.sandbox.life.persona import Persona
from bot.sandbox.people.busy import BUSY
from bot.sandbox.people.first_trimester import FIRST_TRIMESTER
from bot.sandbox.people.ghost import GHOST
from bot.sandbox.people.hurting import HURTING
from bot.sandbox.people.keen import KEEN
from bot.sandbox.people.night_owl import NIGHT_OWL
from bot.sandbox.people.six_weeks_away import SIX_WEEKS_AWAY
from bot.sandbox.people.traveller import TRAVELLER

PEOPLE: Mapping[str, Persona] = {
    persona.name: persona
    for persona in (KEEN, BUSY, HURTING, TRAVELLER, NIGHT_OWL, GHOST, SIX_WEEKS_AWAY, FIRST_TRIMESTER)
}
