"""A week with the coach, through the real bot as a process, real HTTP and real SQLite; all numbers counted by hand."""

from pathlib import Path

from bot.sandbox.launch import stage

from .persona import IN_BERLIN, Persona, rows

WARM_UP = ("> done",) * 5  # leg swings, hip circles, hip flexors, quads, hamstrings
COOL_DOWN = ("> done",) * 3  # butterfly, figure-4, rolling

MONDAY = (
    "[Start]",
    "[Start]",
    *WARM_UP,
    "= Glute bridge",
    *("> done", "> done", "> ok"),
    "= Clamshell",
    *("> done", "> 12", "> easy"),
    "= Standing leg lift",  # one set: on a first day every card has to be read
    *("> done", "> hard"),
    *COOL_DOWN,
    "= Workout done",
    "= Wed 25 Nov",
)

WEDNESDAY = (
    "[Start]",
    "[Start]",
    *WARM_UP,
    "= Glute bridge",
    *("> done", "> done 10", "> easy"),
    "= Small fire hydrant",
    *("> done 11", "> undo", "> done 7", "> done", "> ok"),
    "= Side-lying leg lift",
    *("> done", "> skip"),
    *COOL_DOWN,
    "= Workout done",
    "= Fri 27 Nov",
)

SATURDAY = (
    "[Start]",
    "[Start]",
    *WARM_UP,
    "= Glute bridge",
    *("> done", "> done", "> max"),
    "= Clamshell",
    *("> done", "> done", "> ok"),
    "= Standing leg lift",
    *("> done", "> done", "> ok"),
    *("> done", "> 40s", "> done"),
    "= Workout done",
    "= Mon 30 Nov",
)

COACH_WROTE = [
    ("Mon 23 Nov", "18:00", "workout"),
    ("Tue 24 Nov", "18:00", "rest"),
    ("Wed 25 Nov", "18:00", "workout"),
    ("Wed 25 Nov", "19:05", "snooze"),
    ("Thu 26 Nov", "18:00", "rest"),
    ("Fri 27 Nov", "18:00", "workout"),
    ("Sat 28 Nov", "18:00", "workout"),
    ("Sun 29 Nov", "18:00", "rest"),
]

SETS = [
    # Monday, session A: everything from the start of a beginner's dose; 12 clamshells instead of 10 in the second set
    ("2026-11-23", "leg_swings", 1, 8),
    ("2026-11-23", "hip_circles", 1, 5),
    ("2026-11-23", "lunge_reach", 1, 5),
    ("2026-11-23", "heel_to_glute", 1, 8),
    ("2026-11-23", "toe_touch_kick", 1, 6),
    ("2026-11-23", "glute_bridge_abduction", 1, 8),
    ("2026-11-23", "glute_bridge_abduction", 2, 8),
    ("2026-11-23", "clamshell", 1, 10),
    ("2026-11-23", "clamshell", 2, 12),
    ("2026-11-23", "standing_leg_lift", 1, 8),
    ("2026-11-23", "butterfly_stretch", 1, 30),
    ("2026-11-23", "pigeon_pose", 1, 30),
    ("2026-11-23", "foam_rolling", 1, 30),
    # Wednesday, session B: the bridge was ok, so 8 + 1; the 11 fire hydrants were taken back; one side-lying lift of two
    ("2026-11-25", "leg_swings", 1, 8),
    ("2026-11-25", "hip_circles", 1, 5),
    ("2026-11-25", "lunge_reach", 1, 5),
    ("2026-11-25", "heel_to_glute", 1, 8),
    ("2026-11-25", "toe_touch_kick", 1, 6),
    ("2026-11-25", "glute_bridge_abduction", 1, 9),
    ("2026-11-25", "glute_bridge_abduction", 2, 10),
    ("2026-11-25", "fire_hydrant", 1, 7),
    ("2026-11-25", "fire_hydrant", 2, 8),
    ("2026-11-25", "side_plank_leg_lift", 1, 8),
    ("2026-11-25", "butterfly_stretch", 1, 30),
    ("2026-11-25", "pigeon_pose", 1, 30),
    ("2026-11-25", "foam_rolling", 1, 30),
    # Saturday, session A: the bridge was easy at least 9 times, so 9 + 2; clamshells 10 + 2; leg lifts were hard, so 8
    ("2026-11-28", "leg_swings", 1, 8),
    ("2026-11-28", "hip_circles", 1, 5),
    ("2026-11-28", "lunge_reach", 1, 5),
    ("2026-11-28", "heel_to_glute", 1, 8),
    ("2026-11-28", "toe_touch_kick", 1, 6),
    ("2026-11-28", "glute_bridge_abduction", 1, 11),
    ("2026-11-28", "glute_bridge_abduction", 2, 11),
    ("2026-11-28", "clamshell", 1, 12),
    ("2026-11-28", "clamshell", 2, 12),
    ("2026-11-28", "standing_leg_lift", 1, 8),
    ("2026-11-28", "standing_leg_lift", 2, 8),
    ("2026-11-28", "butterfly_stretch", 1, 30),
    ("2026-11-28", "pigeon_pose", 1, 40),
    ("2026-11-28", "foam_rolling", 1, 30),
]

EFFORTS = [
    ("2026-11-23", "glute_bridge_abduction", "ok"),
    ("2026-11-23", "clamshell", "easy"),
    ("2026-11-23", "standing_leg_lift", "hard"),
    ("2026-11-25", "glute_bridge_abduction", "easy"),
    ("2026-11-25", "fire_hydrant", "ok"),
    ("2026-11-28", "glute_bridge_abduction", "max"),
    ("2026-11-28", "clamshell", "ok"),
    ("2026-11-28", "standing_leg_lift", "ok"),
]

DELIVERIES = [
    ("2026-11-23", "workout", 0, "sent"),
    ("2026-11-24", "rest", 0, "sent"),
    ("2026-11-25", "workout", 0, "sent"),
    ("2026-11-25", "snooze", 1, "sent"),
    ("2026-11-26", "rest", 0, "sent"),
    ("2026-11-27", "workout", 0, "sent"),
    ("2026-11-28", "workout", 0, "sent"),
    ("2026-11-29", "rest", 0, "sent"),
]

PROGRESS = (
    "> /progress",
    "= 3 workouts this month",
    "= This week: 3 of 3 planned",
    "= Weeks on plan so far: 1 (",
    "= In all: 3 workouts",
    "= Glute bridge: 11 reps, up from 9. Best 11",  # the smallest set each time: 8, 9, 11
    "= Clamshell: 12 reps, up from 10. Best 12",
    "= Standing leg lift, hand on the wall: 8 reps, same as before. Best 8",
    "= Small fire hydrant: 7 reps",
    "= Side-lying leg lift: 8 reps",
)

SETS_LOGGED = """
    SELECT workouts.day, exercise, row_number() OVER (PARTITION BY workout, item ORDER BY entries.id), amount
    FROM entries JOIN workouts ON workouts.id = workout
    WHERE kind = 'set' AND undone_at IS NULL ORDER BY entries.id
"""
EFFORTS_SAID = """
    SELECT workouts.day, exercise, effort FROM entries JOIN workouts ON workouts.id = workout
    WHERE kind = 'effort' AND undone_at IS NULL ORDER BY entries.id
"""
TAKEN_BACK = "SELECT exercise, amount FROM entries WHERE undone_at IS NOT NULL"


async def test_a_week_brings_the_messages_sets_and_sums_counted_by_hand(tmp_path: Path) -> None:
    async with stage(tmp_path) as on_stage:
        ann = Persona(on_stage)
        await on_stage.sandbox.move_to(ann.instant("2026-11-23 17:00"))
        await ann.does(*IN_BERLIN)
        await ann.until("2026-11-23 18:10")
        await ann.does(*MONDAY)
        await ann.until("2026-11-25 18:05")
        await ann.does("[In 1 hour]", "= 19:05")
        await ann.until("2026-11-25 19:10")
        await ann.does(*WEDNESDAY)
        await ann.until("2026-11-27 18:30")
        await ann.does("[Tomorrow]", "= Sat 28 Nov", "! too")
        await ann.until("2026-11-28 18:20")
        await ann.does(*SATURDAY)
        await ann.until("2026-11-29 23:00")
        await ann.does(*PROGRESS)
        assert await ann.unasked() == COACH_WROTE
        assert [call.broken for call in await on_stage.sandbox.calls() if call.broken] == []
    assert rows(tmp_path, SETS_LOGGED) == SETS
    assert rows(tmp_path, EFFORTS_SAID) == EFFORTS
    assert rows(tmp_path, "SELECT day, kind, ordinal, state FROM deliveries ORDER BY day, id") == DELIVERIES
    assert rows(tmp_path, TAKEN_BACK) == [("fire_hydrant", 11)]
    assert rows(tmp_path, "SELECT day, state FROM workouts") == [
        ("2026-11-23", "finished"),
        ("2026-11-25", "finished"),
        ("2026-11-28", "finished"),
    ]
