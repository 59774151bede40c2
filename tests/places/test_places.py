"""Where somebody lives, answered from the real city file."""

import asyncio
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st

from bot.places.cities import CITIES
from bot.places.place import Place
from bot.places.places import Places
from bot.places.plain import plain
from bot.places.query import queries
from bot.places.slip import one_slip
from bot.places.zones import all_zones, canonical

places = Places()
WINTER = datetime(2026, 1, 15, 16, 42, tzinfo=UTC)
SUMMER = datetime(2026, 7, 15, 16, 42, tzinfo=UTC)


def labels(text: str) -> list[str]:
    return [place.label() for place in places.named(text)]


def zone_of(text: str) -> str | None:
    place = places.settled(places.named(text))
    return place.zone if place else None


def clocks(hour: int, minute: int, now: datetime) -> list[str]:
    return [place.zone for place in places.at_clock(hour * 60 + minute, now)]


# A typed name


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Berlin", "Berlin (Germany)"),
        ("Paris, France", "Paris (France)"),
        ("Paris, FR", "Paris (France)"),
        ("paris tx", "Paris, TX (United States)"),
        ("Париж, Франция", "Paris (France)"),
        ("München", "Munich (Germany)"),
        ("munchen", "Munich (Germany)"),
        ("Munich", "Munich (Germany)"),
        ("Köln, Deutschland", "Köln (Germany)"),
        ("москва", "Moscow (Russia)"),
        ("Київ", "Kyiv (Ukraine)"),
        ("Kiev", "Kyiv (Ukraine)"),
        ("São Paulo", "São Paulo (Brazil)"),
        ("sao paulo", "São Paulo (Brazil)"),
        ("Sao Paulo, Brasil", "São Paulo (Brazil)"),
        ("New York City", "New York City, NY (United States)"),
        ("NYC", "New York City, NY (United States)"),
        ("Washington, D.C.", "Washington, DC (United States)"),
        ("東京", "Tokyo (Japan)"),
        ("서울", "Seoul (South Korea)"),
        ("القاهرة", "Cairo (Egypt)"),
        ("Łódź", "Łódź (Poland)"),
        ("Xian", "Xi’an (China)"),
        ("Singapore", "Singapore"),
    ],
)
def test_a_city_is_known_by_any_of_its_names(text: str, label: str) -> None:
    settled = places.settled(places.named(text))
    assert settled is not None
    assert settled.label() == label


@pytest.mark.parametrize(
    "text", ["Springfield, IL", "springfield illinois", "springfield il", "Springfield (Illinois, USA)"]
)
def test_a_region_tells_springfields_apart(text: str) -> None:
    assert labels(text) == ["Springfield, IL (United States)"]


def test_springfield_asks_and_offers_each_zone() -> None:
    found = places.named("Springfield")
    assert places.settled(found) is None
    assert {"America/New_York", "America/Chicago", "America/Los_Angeles"} == {place.zone for place in found}


def test_london_asks_because_ontarios_is_not_100_times_smaller() -> None:
    assert labels("London") == ["London (United Kingdom)", "London, ON (Canada)"]
    assert zone_of("London") is None
    assert zone_of("London, Ontario") == "America/Toronto"
    assert zone_of("london uk") == "Europe/London"


def test_paris_asks_because_of_texas() -> None:
    assert labels("Paris") == ["Paris (France)", "Paris, TX (United States)"]


def test_a_name_that_the_next_city_has_for_its_own_is_not_lent_to_a_small_town() -> None:
    assert "Parys (South Africa)" not in labels("Paris")
    assert "Santiago de Compostela (Spain)" in labels("Santiago")


def test_the_answer_is_settled_only_by_one_zone_or_a_far_larger_city() -> None:
    large = Place("A", "DE", "", "Europe/Berlin", 1_000_000)
    same = Place("B", "DE", "", "Europe/Berlin", 900_000)
    small = Place("C", "FR", "", "Europe/Paris", 10_000)
    middle = Place("D", "FR", "", "Europe/Paris", 10_001)
    assert places.settled([]) is None
    assert places.settled([large, same]) == large
    assert places.settled([small, large]) == large
    assert places.settled([large, middle]) is None


def test_at_most_six_are_offered_largest_first_and_each_label_once() -> None:
    for text in ("San José", "Santa", "Victoria", "USA", "Brazil"):
        found = places.named(text)
        assert 1 < len(found) <= 6
        assert [place.people for place in found] == sorted((place.people for place in found), reverse=True)
        assert len(set(labels(text))) == len(found)


def test_a_code_may_be_a_country_and_a_state() -> None:
    assert labels("London, CA") == ["London, ON (Canada)"]
    assert labels("Pasadena, CA") == ["Pasadena, CA (United States)"]
    assert zone_of("Germany") == "Europe/Berlin"  # DE, and not Delaware


def test_a_start_of_four_letters_is_enough() -> None:
    assert zone_of("Kathm") == "Asia/Kathmandu"
    assert places.named("Kyo") == ()


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Munchin", "Europe/Berlin"),
        ("Beriln", "Europe/Berlin"),
        ("Kopenhagn", "Europe/Copenhagen"),
        ("Мсоква", "Europe/Moscow"),
    ],
)
def test_one_slip_in_a_large_citys_name_is_forgiven(text: str, zone: str) -> None:
    assert zone_of(text) == zone


def test_a_slip_is_one_letter_or_one_swap() -> None:
    assert all(one_slip(typed, "berlin") for typed in ("berlin", "brlin", "beerlin", "bernin", "belrin", "berlinn"))
    assert not any(one_slip(typed, "berlin") for typed in ("brln", "bernia", "beilnr", "ber"))


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("europe/berlin", "Europe/Berlin"),
        ("America/New York", "America/New_York"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("US/Pacific", "America/Los_Angeles"),
        ("Europe/Stockholm", "Europe/Stockholm"),
        ("UTC", "Etc/UTC"),
    ],
)
def test_an_iana_name_is_an_answer(text: str, zone: str) -> None:
    assert zone_of(text) == zone


def test_a_zone_without_a_city_is_its_own_label() -> None:
    assert labels("etc/gmt+3") == ["Etc/GMT+3"]


def test_a_country_stands_for_its_largest_city_in_each_zone() -> None:
    assert labels("deutschland") == ["Berlin (Germany)"]
    assert zone_of("India") == "Asia/Kolkata"  # not the town in Serbia
    assert len({place.zone for place in places.named("USA")}) == 6
    assert zone_of("Indiana") is None


def test_a_village_that_is_not_known_still_has_a_country() -> None:
    assert zone_of("Kleinkleckersdorf, Germany") == "Europe/Berlin"
    assert zone_of("Smallville, Kansas") == "America/Chicago"
    assert labels("Smallville, Georgia, USA") == ["Atlanta, GA (United States)"]
    assert labels("Smallville, USA, Georgia") == ["Atlanta, GA (United States)"]
    assert places.named("Smallville, Germany, France") == ()


@pytest.mark.parametrize(
    "text",
    ["", " ", ".", "|", "\t", "\x00", "\ud800", "👋", "18:42", "Nowhereville"]
    + ["no", "ok", "yes", "for", "the", "stop", "help", "thanks", "call me"],
)
def test_what_is_no_place_finds_nothing(text: str) -> None:
    assert places.named(text) == ()


@pytest.mark.parametrize("text", ["de " * 33, "a," * 50, "ca usa " * 14, "in de ca me or la al id co ne"])
def test_a_text_of_codes_and_commas_is_not_read_in_every_way_there_is(text: str) -> None:
    assert len(queries(text)) <= 16
    assert len(places.named(text)) <= 6


def test_a_flood_of_emoji_finds_nothing_and_asks_for_nothing() -> None:
    for flood in ("🏋️" * 2000, "🍑" * 4000):
        assert places.named(flood) == ()
        assert queries(flood) == ()


@given(st.text(max_size=120))
@settings(max_examples=25, deadline=None)
def test_no_text_breaks_the_search(text: str) -> None:
    assert len(places.named(text)) <= 6
    assert plain(plain(text)) == plain(text)


async def test_searches_may_run_side_by_side_in_threads() -> None:
    texts = ["Berlin", "Springfield", "東京", "Beriln"] * 3
    found = await asyncio.gather(*(asyncio.to_thread(places.named, text) for text in texts))
    assert found == [places.named(text) for text in texts]


# A label


def test_a_label_names_the_country_in_the_readers_language() -> None:
    berlin = Place("Berlin", "DE", "", "Europe/Berlin", 1)
    assert berlin.label() == "Berlin (Germany)"
    assert berlin.label("de") == "Berlin (Deutschland)"
    assert berlin.label("pt-br") == "Berlin (Alemanha)"
    assert berlin.label("zh-hant") == "Berlin (德國)"
    for unknown in ("", "xx", "tlh", "🙂", "not a language"):
        assert berlin.label(unknown) == "Berlin (Germany)"


# A clock


def test_a_clock_tells_the_zone_in_winter_and_in_summer() -> None:
    assert "Europe/Berlin" in clocks(17, 42, WINTER)
    assert "Europe/Berlin" not in clocks(18, 42, WINTER)
    assert "Europe/Kyiv" in clocks(18, 42, WINTER)
    assert "Europe/Berlin" in clocks(18, 42, SUMMER)
    assert "Africa/Johannesburg" in clocks(18, 42, SUMMER)


def test_a_clock_jumps_on_the_night_of_the_change() -> None:
    before = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    after = datetime(2026, 3, 29, 1, 1, tzinfo=UTC)
    assert "Europe/Berlin" in clocks(1, 59, before)
    assert "Europe/Berlin" not in clocks(2, 1, after)
    assert "Europe/Berlin" in clocks(3, 1, after)


def test_quarter_hours_have_cities_too() -> None:
    assert clocks(22, 27, WINTER)[0] == "Asia/Kathmandu"
    assert clocks(22, 12, WINTER)[0] == "Asia/Kolkata"
    assert clocks(13, 12, WINTER) == ["America/St_Johns"]


def test_a_clock_may_be_read_some_minutes_late_but_not_an_hour() -> None:
    assert "Europe/Berlin" in clocks(17, 31, WINTER)
    assert "Europe/Berlin" in clocks(17, 58, WINTER)
    assert "Europe/Berlin" not in clocks(17, 12, WINTER)


def test_a_clock_is_right_across_midnight() -> None:
    assert "Asia/Tokyo" in clocks(1, 42, WINTER)
    late = datetime(2026, 1, 15, 14, 58, tzinfo=UTC)
    assert "Asia/Tokyo" in clocks(0, 3, late)
    assert "Asia/Tokyo" in clocks(23, 53, late)


def test_cities_of_one_clock_are_spread_over_the_world() -> None:
    for hour in range(24):
        found = places.at_clock(hour * 60 + 42, SUMMER)
        zones = [place.zone for place in found]
        assert len(found) <= 6
        assert len(set(zones)) == len(zones)
    assert {"Africa", "Europe"} <= {zone.split("/")[0] for zone in clocks(17, 42, SUMMER)}


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        places.at_clock(600, WINTER.replace(tzinfo=None))


# A location


def test_a_location_has_a_zone_even_at_sea() -> None:
    assert places.at_location(52.52, 13.40) == "Europe/Berlin"
    assert places.at_location(50.45, 30.52) == "Europe/Kyiv"
    assert places.at_location(27.72, 85.32) == "Asia/Kathmandu"
    assert places.at_location(0.0, -30.0) == "Etc/GMT+2"


def test_a_location_off_the_globe_is_refused() -> None:
    with pytest.raises(ValueError, match="ZoneInfo"):
        places.at_location(95.0, 10.0)


# A language


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        ("de", "Europe/Berlin"),
        ("ja", "Asia/Tokyo"),
        ("uk", "Europe/Kyiv"),
        ("pt-br", "America/Sao_Paulo"),
        ("en-US", "America/New_York"),
        ("en-gb", "Europe/London"),
        ("de_AT", "Europe/Vienna"),
        ("en-ca", "America/Toronto"),
        ("zh-hans", "Asia/Shanghai"),
        ("zh-hant", "Asia/Taipei"),
    ],
)
def test_a_language_hints_at_a_country(code: str, zone: str) -> None:
    guess = places.guessed(code)
    assert guess is not None
    assert guess.zone == zone


@pytest.mark.parametrize("code", [None, "", "en", "EN", "xx", "eo", "es-419", "🙂", "a" * 500])
def test_a_language_of_no_country_tells_nothing(code: str | None) -> None:
    assert places.guessed(code) is None


# The file


def test_the_file_is_sorted_small_and_complete() -> None:
    header, *rows = CITIES.read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows]
    people = [int(cell[4]) for cell in cells]
    assert header.split("\t") == ["name", "country", "region", "zone", "people", "names"]
    assert {len(cell) for cell in cells} == {6}
    assert people == sorted(people, reverse=True)
    assert len(cells) > 30_000
    assert CITIES.stat().st_size < 5_000_000


def test_every_zone_in_the_file_loads_and_is_todays_name() -> None:
    rows = CITIES.read_text("utf-8").splitlines()[1:]
    zones = {row.split("\t")[3] for row in rows}
    assert zones <= set(all_zones())
    for zone in zones:
        assert ZoneInfo(zone).key == zone
        assert canonical(zone) == zone


def test_every_name_in_the_file_is_found_as_people_type_it() -> None:
    for row in CITIES.read_text("utf-8").splitlines()[1::250]:
        name, _, _, _, _, names = row.split("\t")
        assert names.startswith(f"|{plain(name)}|")
        assert places.named(name)


# The shape that the coach asks for


class Home(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def zone(self) -> str: ...
    @property
    def people(self) -> int: ...
    def label(self, language: str = "en") -> str: ...


class Homes(Protocol):
    def named(self, text: str) -> tuple[Home, ...]: ...
    def settled(self, found: tuple[Home, ...]) -> Home | None: ...
    def at_clock(self, minutes: int, now: datetime) -> tuple[Home, ...]: ...
    def at_location(self, latitude: float, longitude: float) -> str: ...
    def guessed(self, language_code: str | None) -> Home | None: ...


def test_a_protocol_can_stand_for_it_so_the_coach_need_not_import_it() -> None:
    homes: Homes = places
    assert homes.settled(homes.named("Berlin")) == places.named("Berlin")[0]
