"""What the cards of a workout promise."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.coach.interruptions import RedFlagRaised
from bot.coach.onboarding_results import Held
from bot.coach.workout_results import (
    Better,
    Card,
    EffortLogged,
    Finished,
    OldButton,
    PainLogged,
    SetLogged,
    SidesUnclear,
    StaleAsked,
    Unclear,
    Undone,
    WorkoutStarted,
)
from bot.domain.athlete import Step
from bot.domain.exercise import Mode, Phase
from bot.domain.library import Hold
from bot.domain.progress import Milestone
from bot.domain.progression import Effort, Light
from bot.domain.red_flags import Urgency
from bot.domain.routine import Prescription
from bot.domain.sides import Lead, Pair, Side
from bot.domain.workout import Entry, EntryKind, WorkoutState, set_of
from bot.views import Look, Reply, buttons, show
from bot.views.reply import Carrier, ReplyKeyboard

from .conftest import Shown
from .reading import labels, presses
from .samples import FRIDAY, NOW, TODAY, done_until, first_of, opened, routine


def test_a_start_sets_the_keyboard_of_words(look: Look) -> None:
    reply = show(WorkoutStarted(opened(routine(look.library))), look)
    assert reply.carrier
    assert reply.carrier.keyboard == ReplyKeyboard((("Done", "Skip"), ("Hurts", "Stop")))
    assert reply.text.startswith("1 of ")


def test_done_is_the_first_button_and_names_the_set(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole) + 1
    reply = show(Card(opened(whole, *done_until(whole, at)), Step.SET), look)
    assert labels(reply) == ["✓ Done: 10 each side", "Skip", "Something hurts", "More", "Undo", "Stop"]
    assert presses(reply)[0] == buttons.Done(workout=12, item=at, set=0)


def test_there_is_nothing_to_undo_before_the_first_entry(look: Look) -> None:
    assert "Undo" not in labels(show(Card(opened(routine(look.library)), Step.SET), look))


def test_the_reason_stands_on_the_first_set_only(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole)
    first = opened(whole, *done_until(whole, at))
    second = opened(whole, *done_until(whole, at), Entry(EntryKind.SET, at, 8))
    assert "Your starting point" in show(Card(first, Step.SET), look).text
    assert "Your starting point" not in show(Card(second, Step.SET), look).text


def test_a_card_shows_four_cues_at_most_and_one_mistake_that_changes(shown: Shown, look: Look) -> None:
    for example, reply in shown.replies:
        if example.name.startswith("short "):
            assert 3 <= reply.text.count("• ") <= 4, example.name
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole) + 1
    mistakes = look.words.exercises["clamshell"].mistakes
    entries = done_until(whole, at)
    texts = [
        show(Card(opened(whole, *entries, *more), Step.SET), look).text for more in ((), (Entry(EntryKind.SET, at, 9),))
    ]
    found = [[mistake for mistake in mistakes if mistake in text] for text in texts]
    assert [len(one) for one in found] == [1, 1]
    assert found[0] != found[1]


def test_a_set_that_was_logged_is_said_first_with_the_rest(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole) + 1
    workout = opened(whole, *done_until(whole, at), Entry(EntryKind.SET, at, 12))
    text = show(Card(workout, Step.SET, SetLogged(at, 0, 12, as_planned=False)), look).text
    assert text.startswith("✓ 12 each side logged. Rest about 45 s.")


@pytest.mark.parametrize(
    ("pair", "said"), [(Pair(12, 10), "✓ 12 left, 10 right logged."), (Pair(12, 12), "✓ 12 each side logged.")]
)
def test_both_sides_are_said_where_they_differ(look: Look, pair: Pair, said: str) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole) + 1
    workout = opened(whole, *done_until(whole, at), set_of(at, pair, 10))
    assert show(Card(workout, Step.SET, SetLogged(at, 0, pair, as_planned=False)), look).text.startswith(said)
    undone = Undone(set_of(at, pair, 10))
    amount = said.removeprefix("✓ ").removesuffix(" logged.")
    assert amount in show(Card(opened(whole, *done_until(whole, at)), Step.SET, undone), look).text


def led_clamshell(look: Look, lead: Lead | None, *done: Entry, expanded: bool = False) -> str:
    """Show a clamshell whose sides do not go in any order."""
    whole = routine(look.library)
    shell = replace(next(p for p in whole.prescriptions if p.exercise == "clamshell"), lead=lead)
    return show(Card(opened(replace(whole, prescriptions=(shell,)), *done), Step.SET, expanded=expanded), look).text


def test_a_card_says_which_side_goes_first_and_why_at_each_set(look: Look) -> None:
    once, often = Lead(Side.LEFT, Pair(10, 12), 1), Lead(Side.RIGHT, Pair(36, 31), 3)
    left = "Left side first: it did 10 in all, the right one 12, last time you told me both."
    assert left in led_clamshell(look, once)
    assert left in led_clamshell(look, once, Entry(EntryKind.SET, 0, 9))
    assert left in led_clamshell(look, once, expanded=True)
    right = "Right side first: it did 31 in all, the left one 36, the last 3 times you told me both."
    assert right in led_clamshell(look, often)
    assert "first:" not in led_clamshell(look, None)


def test_the_whole_page_tells_how_to_write_both_sides_where_they_take_turns(look: Look) -> None:
    told = "When your sides differ, write both, like <b>L12 R10</b>."
    assert told in led_clamshell(look, None, expanded=True)
    assert told not in led_clamshell(look, None)
    whole = routine(look.library)
    bridge = replace(whole, prescriptions=(whole.prescriptions[first_of(Phase.STRENGTH, whole)],))
    assert "your sides differ" not in show(Card(opened(bridge), Step.SET, expanded=True), look).text


@pytest.mark.parametrize(("together", "said"), [(False, "both sides to log it"), (True, "both sides at once")])
def test_sides_that_cannot_be_logged_are_asked_for_above_the_set(look: Look, together: bool, said: str) -> None:
    workout = opened(routine(look.library))
    reply = show(Card(workout, Step.SET, SidesUnclear(Mode.REPS, together)), look)
    assert said in reply.text.splitlines()[0]
    assert presses(reply)[0] == buttons.Done(workout=12, item=0, set=0)


def test_more_shows_everything_and_less_leads_back(look: Look) -> None:
    workout = opened(routine(look.library))
    page = show(Card(workout, Step.SET, expanded=True), look)
    words = look.words.exercises["leg_swings"]
    for text in (*words.mistakes, *words.when_to_change, *words.claims, words.breathing):
        assert text in page.text
    assert buttons.Less(workout=12) in presses(page)
    assert buttons.More(workout=12) not in presses(page)


@pytest.mark.parametrize(
    ("variation", "neighbours"),
    [
        ("fingertip_leg_lift", ("Standing leg lift, hand on the wall", "Standing leg lift, band above the knees")),
        ("paused_ankle_weight_leg_lift", ("Standing leg lift with ankle weight", None)),
        ("ankle_weight_leg_lift", ("Standing leg lift, fingertips only", "Leg lift with ankle weight and pause")),
        ("banded_leg_lift", ("Standing leg lift, fingertips only", "Standing leg lift, band at the ankles")),
    ],
)
def test_the_steps_around_it_are_those_of_the_same_equipment(
    look: Look, variation: str, neighbours: tuple[str, str | None]
) -> None:
    whole = routine(look.library)
    lift = replace(whole.prescriptions[0], exercise="standing_leg_lift", variation=variation)
    page = show(Card(opened(replace(whole, prescriptions=(lift,))), Step.SET, expanded=True), look)
    easier, harder = neighbours
    assert f"Easier: {easier}" in page.text
    assert (f"Harder: {harder}" if harder else "This is step 5 of 5") in page.text


def test_effort_is_asked_in_reps_left_the_usual_answer_first_and_can_be_passed_over(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole)
    reply = show(Card(opened(whole, *done_until(whole, at + 1)), Step.EFFORT), look)
    assert labels(reply)[:5] == [
        "OK: 3-4 more",
        "Easy: 5+",
        "Hard: 1-2",
        "Max: 0",
        "Show the next move",
    ]
    assert presses(reply)[0] == buttons.EffortPick(workout=12, item=at, effort=Effort.OK)
    assert presses(reply)[4] == buttons.NextMove(workout=12)


def test_pain_goes_from_0_to_10_in_three_rows(look: Look) -> None:
    reply = show(Card(opened(routine(look.library)), Step.PAIN), look)
    assert [[button.label for button in row] for row in reply.rows] == [
        ["0", "1", "2"],
        ["3", "4", "5"],
        ["6", "7", "8", "9", "10"],
        ["Never mind"],
    ]
    assert presses(reply)[4] == buttons.PainPick(workout=12, item=0, pain=4)
    assert "<b>stop</b> works here too" in reply.text


def test_a_pain_is_about_the_exercise_whose_effort_is_asked(look: Look) -> None:
    whole = routine(look.library)
    at = first_of(Phase.STRENGTH, whole)
    reply = show(Card(opened(whole, *done_until(whole, at + 1)), Step.PAIN), look)
    assert {press.item for press in presses(reply) if isinstance(press, buttons.PainPick)} == {at}


def test_a_pain_is_answered_by_how_much_it_is(look: Look) -> None:
    whole = routine(look.library)
    small = replace(whole.prescriptions[0], small_range=True)

    def said(pain: int, light: Light, *eased: Prescription) -> str:
        entries = [Entry(EntryKind.PAIN, 0, pain, eased=one) for one in eased]
        event = PainLogged(0, pain, light, eased=bool(eased), small_range=bool(eased))
        return show(Card(opened(whole, *entries), Step.SET, event), look).text.split("\n")[0]

    assert said(0, Light.GREEN) == "Good, nothing hurts."
    assert said(2, Light.GREEN).startswith("Noted: 2 of 10.")
    assert "skip" not in said(4, Light.AMBER, small)
    assert "skip it today: that's fine too" in said(4, Light.AMBER, small, small)
    assert "skip" not in said(7, Light.RED)


@pytest.mark.parametrize(("mode", "counted"), [(Mode.REPS, "reps, 1 to 200"), (Mode.HOLD, "seconds, 1 to 1800")])
def test_an_amount_that_cannot_be_says_what_can(look: Look, mode: Mode, counted: str) -> None:
    text = show(Card(opened(routine(look.library)), Step.SET, Unclear(mode)), look).text
    assert text.startswith(f"That's not a number I can log here: this one is counted in {counted}.")


def test_what_limits_change_stands_right_under_the_target(look: Look) -> None:
    whole = routine(look.library)
    eased = replace(whole, prescriptions=tuple(replace(p, small_range=True) for p in whole.prescriptions))
    paragraphs = show(Card(opened(eased), Step.SET), look).text.split("\n\n")
    assert paragraphs[1] == look.words.exercises["leg_swings"].small_range


def test_the_way_out_of_a_question_goes_on_or_cools_down(look: Look) -> None:
    whole = routine(look.library)
    warm, cool = opened(whole), opened(whole, *done_until(whole, first_of(Phase.COOL_DOWN, whole)))
    assert presses(show(Card(warm, Step.SKIPPING), look))[0] == buttons.GoOn(workout=12)
    assert presses(show(Card(warm, Step.STOPPING), look))[0] == buttons.CoolDown(workout=12)
    assert presses(show(Card(cool, Step.STOPPING), look)) == [buttons.GoOn(workout=12), buttons.StopNow(workout=12)]
    assert presses(show(Card(warm, Step.PAUSED), look)) == [buttons.StopNow(workout=12), buttons.GoOn(workout=12)]


@pytest.mark.parametrize("urgency", Urgency)
def test_a_red_flag_gives_its_fixed_text_whole(look: Look, urgency: Urgency) -> None:
    paused = show(RedFlagRaised(urgency, paused=7, pending=True), look)
    assert paused.text.startswith(look.words.red_flag_texts[urgency])
    assert "your set is kept" in paused.text
    assert [press.workout for press in presses(paused) if isinstance(press, buttons.GoOn | buttons.StopNow)] == [7, 7]
    text = look.words.red_flag_texts[urgency]
    assert show(RedFlagRaised(urgency, paused=None, pending=False), look) == Reply(text, aside=True)


@pytest.mark.parametrize("hold", Hold)
def test_a_red_flag_without_a_workout_says_that_training_waits_and_offers_the_ways_out(look: Look, hold: Hold) -> None:
    held = Held(hold, TODAY)
    reply = show(RedFlagRaised(Urgency.TODAY, paused=None, pending=False, held=held), look)
    assert reply.text.startswith(look.words.red_flag_texts[Urgency.TODAY])
    assert reply.text.endswith(show(held, look).text)
    assert reply.rows == show(held, look).rows


def test_a_second_tap_and_an_old_button_only_toast(look: Look) -> None:
    old = show(OldButton(date(2026, 11, 23)), look)
    assert (old.text, old.toast) == ("", "That button belongs to the workout of Mon 23 Nov.")


def test_a_question_of_the_plan_left_open_shows_the_card_all_the_same(look: Look) -> None:
    workout = opened(routine(look.library))
    for step in (Step.READY, Step.DAYS, Step.READINESS):
        event = EffortLogged(0, Effort.OK)
        assert show(Card(workout, step, event), look) == show(Card(workout, Step.SET, event), look)


def test_the_end_takes_the_keyboard_away_and_names_the_next_day(look: Look) -> None:
    whole = routine(look.library)
    ended = replace(opened(whole, *done_until(whole, 99)), state=WorkoutState.FINISHED, ended_at=NOW)
    reply = show(Finished(ended, None, None, (), (), TODAY, FRIDAY), look)
    assert (reply.keyboard, reply.rows) == (ReplyKeyboard(), ())
    for words in ("11 moves", "24 minutes", "Fri 27 Nov"):
        assert words in reply.text


def test_a_workout_that_a_red_flag_ended_is_saved_and_training_waits_with_two_ways_out(look: Look) -> None:
    whole = routine(look.library)
    ended = replace(opened(whole, *done_until(whole, 9)), state=WorkoutState.STOPPED, ended_at=NOW)
    better = (Better("clamshell", "full_clamshell", Mode.REPS, 10, 12),)
    held = Held(Hold.ALARM, TODAY)
    reply = show(Finished(ended, None, held, better, tuple(Milestone), TODAY, FRIDAY), look)
    assert reply == replace(show(held, look), carrier=Carrier(look.words.say("workout-alarmed"), ReplyKeyboard()))
    assert presses(reply) == [buttons.ClinicianAgreed(), buttons.Misread()]


def test_an_earlier_workout_goes_on_or_ends_there(look: Look) -> None:
    reply = show(StaleAsked(opened(routine(look.library)), pending=False), look)
    assert labels(reply) == ["Go on with it", "End it there"]
    assert presses(reply) == [buttons.GoOn(workout=12), buttons.StartAfresh(workout=12)]


def test_a_workout_with_a_night_in_between_has_no_length(look: Look) -> None:
    whole = routine(look.library)
    ended = replace(opened(whole, *done_until(whole, 3)), state=WorkoutState.STOPPED, ended_at=NOW + timedelta(days=1))
    assert "minute" not in show(Finished(ended, None, None, (), (), TODAY, FRIDAY), look).text
