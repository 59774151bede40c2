"""What past workouts say about the next targets: evidence 2.3, played through real workouts."""

from datetime import timedelta

from bot.coach.history import performances, rung_of
from bot.domain.exercise import Equipment, Level
from bot.domain.prescribing import Asked, build_routine
from bot.domain.progression import Effort
from bot.domain.routine import Prescription, RoutineKind

from .people import MONDAY, NEXT_MONDAY, SESSION_A, WEDNESDAY, Person, on

BRIDGE, CLAMSHELL = "glute_bridge_abduction", "clamshell"


async def next_target(person: Person, exercise: str) -> Prescription:
    """What the next workout that holds the exercise asks."""
    async with person.coach.store.look() as records:
        ended = await records.workouts.ended(person.id)
    athlete, session = await person.athlete(), "a" if exercise in SESSION_A else "b"
    history = performances(ended, athlete)
    routine = build_routine(Asked(RoutineKind.STRENGTH, session, 20), athlete.profile, history, person.coach.library)
    return next(p for p in routine.prescriptions if p.exercise == exercise)


async def did(
    person: Person, exercise: str, reps: tuple[int, ...], effort: Effort | None, pain: int | None = None
) -> tuple[str, int]:
    """Do that in the next workout that holds the exercise; say what is asked of it the time after."""
    pains = {} if pain is None else {exercise: pain}
    found = False
    while not found:
        day = person.time.date() + timedelta(days=2)
        finished = await person.trains(day, reps={exercise: reps}, efforts={exercise: effort}, pains=pains)
        found = exercise in [item.prescription.exercise for item in finished.workout.items]
    target = await next_target(person, exercise)
    return target.variation, target.amount


async def test_the_worked_example_of_the_evidence(anna: Person) -> None:
    assert await did(anna, CLAMSHELL, (12, 12), Effort.OK, 1) == ("full_clamshell", 13)
    assert await did(anna, CLAMSHELL, (15, 15), Effort.OK, 1) == ("full_clamshell", 15)
    assert await did(anna, CLAMSHELL, (15, 15), Effort.EASY, 0) == ("paused_clamshell", 10)
    assert await did(anna, CLAMSHELL, (10, 9), Effort.MAX, 2) == ("paused_clamshell", 10)
    assert await did(anna, CLAMSHELL, (10, 8), Effort.MAX, 4) == ("full_clamshell", 10)


async def test_ok_adds_one_rep_and_easy_two(anna: Person) -> None:
    assert await did(anna, BRIDGE, (8, 8), Effort.OK) == ("glute_bridge", 9)
    assert await did(anna, BRIDGE, (9, 9), Effort.EASY) == ("glute_bridge", 11)


async def test_hard_and_max_add_nothing(anna: Person) -> None:
    assert await did(anna, BRIDGE, (10, 10), Effort.HARD) == ("glute_bridge", 8)
    assert await did(anna, BRIDGE, (10, 10), Effort.MAX) == ("glute_bridge", 8)


async def test_an_unknown_effort_never_raises_a_target(anna: Person) -> None:
    for _ in range(3):
        assert await did(anna, BRIDGE, (12, 12), None) == ("glute_bridge", 8)


async def test_a_hold_grows_by_five_seconds(anna: Person) -> None:
    await anna.becomes(level=Level.ADVANCED)
    await anna.trains(MONDAY)
    before = await next_target(anna, "side_plank_leg_lift")
    await anna.trains(WEDNESDAY)
    after = await next_target(anna, "side_plank_leg_lift")
    assert (before.variation, before.amount) == ("side_plank", 30)
    assert (after.variation, after.amount) == ("side_plank", 35)


async def test_a_target_names_its_reason(anna: Person) -> None:
    await anna.trains(MONDAY, efforts={BRIDGE: Effort.EASY})
    reason = (await next_target(anna, BRIDGE)).reason
    assert reason.key == "more_reps"
    assert reason.arguments == {"added": 2, "done": 8, "effort": "easy"}


async def test_a_pain_of_3_means_one_rung_down_next_time_and_no_more(anna: Person) -> None:
    assert await did(anna, BRIDGE, (12, 12), Effort.OK, 3) == ("small_bridge", 8)


async def test_a_pain_of_2_does_not_hold_back_and_does_not_push(anna: Person) -> None:
    assert await did(anna, BRIDGE, (10, 10), Effort.OK, 2) == ("glute_bridge", 11)


async def test_what_was_eased_in_the_middle_is_eased_once(anna: Person) -> None:
    await anna.begins(on(MONDAY))
    await anna.up_to(BRIDGE, 1)
    await anna.hurts(4)
    await anna.up_to("clamshell")
    await anna.coach.interruptions.stop(await anna.turn())
    target = await next_target(anna, BRIDGE)
    assert (target.variation, target.small_range) == ("small_bridge", False)


async def test_a_stopped_move_comes_back_one_rung_down(anna: Person) -> None:
    await anna.begins(on(MONDAY))
    await anna.up_to(BRIDGE, 1)
    await anna.hurts(7)
    await anna.coach.interruptions.stop(await anna.turn())
    assert (await next_target(anna, BRIDGE)).variation == "small_bridge"


async def test_what_was_passed_over_says_nothing(anna: Person) -> None:
    await anna.trains(MONDAY, reps={BRIDGE: (10, 10)})
    await anna.begins(on(WEDNESDAY))
    await anna.up_to(BRIDGE)
    await anna.coach.interruptions.skip(await anna.turn())
    await anna.coach.interruptions.stop(await anna.turn())
    assert (await next_target(anna, BRIDGE)).amount == 11


async def test_another_level_restarts_the_ladder(anna: Person) -> None:
    await anna.trains(MONDAY, reps={BRIDGE: (12, 12)})
    await anna.coach.plan.set_level(await anna.turn(on(WEDNESDAY, "12:00")), Level.INTERMEDIATE)
    target = await next_target(anna, BRIDGE)
    assert (target.variation, target.amount, target.reason.key) == ("bridge_press_out", 10, "start")
    await anna.trains(WEDNESDAY)
    assert (await next_target(anna, BRIDGE)).amount == 11


async def test_a_band_opens_the_rung_that_needs_it(anna: Person) -> None:
    days = [MONDAY + timedelta(days=2 * number) for number in range(4)]
    for day in days:
        await anna.trains(day, reps={BRIDGE: (12, 12)})
    assert (await next_target(anna, BRIDGE)).variation == "bridge_press_out"
    await anna.coach.plan.toggle_equipment(await anna.turn(), Equipment.MINI_BAND)
    assert (await next_target(anna, BRIDGE)).variation == "banded_bridge_press_out"


async def test_a_band_that_is_gone_leads_back_to_the_rung_below(anna: Person) -> None:
    await anna.becomes(level=Level.ADVANCED, equipment=frozenset({Equipment.MINI_BAND}))
    await anna.trains(MONDAY)
    assert (await next_target(anna, BRIDGE)).variation == "banded_bridge_press_out"
    await anna.coach.plan.toggle_equipment(await anna.turn(), Equipment.MINI_BAND)
    assert (await next_target(anna, BRIDGE)).variation == "bridge_press_out"


async def test_an_exercise_that_left_the_pack_has_no_rung(anna: Person) -> None:
    assert rung_of(anna.coach.library, "gone", "gone") is None
    assert rung_of(anna.coach.library, CLAMSHELL, "seated_hand_press_out") is None
    assert rung_of(anna.coach.library, CLAMSHELL, "half_clamshell") == 1


async def test_a_swap_has_no_rung_to_start_from(anna: Person) -> None:
    await anna.becomes(limits=frozenset({"hip_outer"}))
    await anna.trains(MONDAY)
    await anna.trains(NEXT_MONDAY)
    async with anna.coach.store.look() as records:
        ended = await records.workouts.ended(anna.id)
    assert [p.variation for p in performances(ended, await anna.athlete())[CLAMSHELL]] == ["seated_hand_press_out"]
