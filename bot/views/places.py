"""Where somebody lives: asked for their clock, and kept as a time zone only."""

from zoneinfo import ZoneInfo

from bot.coach.onboarding_results import LocationAsked, Place, PlaceAsked, PlacesFound, PlaceUnknown, Settled
from bot.views.buttons import PlacePick, ShareLocation
from bot.views.dates import clock_in, zone_words
from bot.views.home import cancel_hint
from bot.views.look import Look, show
from bot.views.pages import page, plain
from bot.views.reply import Button, Reply, ReplyKeyboard


@show.register
def place(result: PlaceAsked, look: Look) -> Reply:
    """Ask, with the best guess on the first button."""
    say = look.words.say
    at = clock_in(result.zone, result.now, look.words.language)
    name = _short(result.guess, look) if result.guess else ""
    label = say("onboarding-place-there", time=at, place=name) if name else _zone_label(result.zone, at, look)
    guessed = Button(plain(label), PlacePick(zone=result.zone.key))
    share = Button(say("onboarding-share-location"), ShareLocation())
    return Reply(page(say("onboarding-place"), cancel_hint(look)), ((guessed,), (share,)))


@show.register
def location(_: LocationAsked, look: Look) -> Reply:
    """Give the keyboard that shares a location."""
    say = look.words.say
    keyboard = ReplyKeyboard(location=say("onboarding-location-key"))
    return Reply(say("onboarding-location"), keyboard=keyboard)


@show.register
def places_found(result: PlacesFound, look: Look) -> Reply:
    """Offer each place with the time there."""
    rows = tuple((_place_button(place, result, look),) for place in result.places)
    return Reply(look.words.say("onboarding-places-found"), rows)


@show.register
def place_unknown(_: PlaceUnknown, look: Look) -> Reply:
    """Say how to try again."""
    share = Button(look.words.say("onboarding-share-location"), ShareLocation())
    return Reply(look.words.say("onboarding-place-unknown"), ((share,),))


def settled_words(settled: Settled, look: Look) -> str:
    """Confirm a place by its clock."""
    language = look.words.language
    place = _short(settled.place, look) if settled.place else zone_words(settled.zone, language)
    return look.words.say("onboarding-place-settled", place=place, time=clock_in(settled.zone, settled.now, language))


def _short(place: Place, look: Look) -> str:
    """Name a place without its country."""
    return place.label(look.words.language).split(" (")[0]


def _place_button(place: Place, result: PlacesFound, look: Look) -> Button:
    at = clock_in(ZoneInfo(place.zone), result.now, look.words.language)
    name = place.label(look.words.language)
    return Button(plain(look.words.say("onboarding-place-there", time=at, place=name)), PlacePick(zone=place.zone))


def _zone_label(zone: ZoneInfo, at: str, look: Look) -> str:
    return look.words.say("onboarding-place-zone", time=at, zone=zone.key)
