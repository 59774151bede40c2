"""A pack is checked whole, in one run, and each fault is a sentence with its file and line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.check import check
from bot.content.pack import BrokenPack, load

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests" / "content" / "broken"

Edit = Callable[[str, str, str], None]
Faults = Callable[[], list[str]]


def test_a_broken_pack_tells_every_fault_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert [str(fault) for fault in check(BROKEN)] == (BROKEN / "expected.txt").read_text().splitlines()


def test_a_broken_pack_is_not_loaded_and_the_error_has_a_line_for_each_fault() -> None:
    with pytest.raises(BrokenPack) as broken:
        load(BROKEN)
    assert str(broken.value).splitlines() == [str(fault) for fault in check(BROKEN)]


def test_the_real_pack_has_no_faults() -> None:
    assert [str(fault) for fault in check(ROOT / "content")] == []


def test_the_small_pack_has_no_faults(faults: Faults) -> None:
    assert faults() == []


def test_paths_outside_the_current_directory_are_shown_whole(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (pack / "limits.yaml").unlink()
    monkeypatch.chdir(ROOT)
    assert str(check(pack)[0]) == f"{pack.as_posix()}/limits.yaml:1: this file is missing"


def test_a_missing_folder_is_a_fault_and_no_traceback(tmp_path: Path) -> None:
    assert [fault.sentence for fault in check(tmp_path / "nowhere")] == ["this folder is missing"]


def test_an_empty_folder_lacks_everything(tmp_path: Path) -> None:
    sentences = {fault.sentence for fault in check(tmp_path)}
    assert sentences >= {"this folder is missing; every pack has English", "there are no exercises here"}


def test_a_fault_in_one_file_does_not_hide_faults_in_others(edit: Edit, faults: Faults) -> None:
    edit("exercises/clamshell.yaml", "phase: strength", "phase: strenght")
    edit("en/exercises/clamshell.yaml", "  half_clamshell:", "  halve_clamshell:")
    edit("program.yaml", "[butterfly]", "[butterfly_stretch]")
    assert faults() == [
        "en/exercises/clamshell.yaml:14: the variation half_clamshell of exercises/clamshell.yaml has no words here",
        (
            "en/exercises/clamshell.yaml:18: the variation halve_clamshell is not in exercises/clamshell.yaml; "
            "did you mean half_clamshell?"
        ),
        "exercises/butterfly.yaml:1: no list of program.yaml names this exercise, so nobody would meet it",
        (
            "exercises/clamshell.yaml:2: `phase` must be warm_up, strength or cool_down, not strenght; "
            "did you mean strength?"
        ),
        "program.yaml:6: the exercise butterfly_stretch is not in exercises/; did you mean butterfly?",
    ]


def test_two_faults_in_one_exercise_are_told_together(edit: Edit, faults: Faults) -> None:
    edit("exercises/bridge.yaml", "rung: 3", "rung: 2")
    edit("exercises/bridge.yaml", "rest: 45, reserve: 3-4", "rest: 450, reserve: 3-4")
    assert faults() == [
        "exercises/bridge.yaml:8: rung 3 of the ladder is missing",
        "exercises/bridge.yaml:16: `rest` must be 180 or less",
        "exercises/bridge.yaml:26: rung 2 stands here a second time",
    ]


def test_names_from_an_unreadable_file_are_not_called_unknown(edit: Edit, faults: Faults) -> None:
    edit("references.yaml", "  Moore20:", "  Moore20")
    assert [line for line in faults() if "reference" in line.split(": ", 1)[1]] == []


def test_an_unreadable_file_silences_nothing_that_it_does_not_name(edit: Edit, faults: Faults) -> None:
    edit("references.yaml", "  Moore20:", "  Moore20")
    edit("exercises/bridge.yaml", "ref: Moore20", "ref: Moore21")
    assert len(faults()) == 2
    assert "the reference Moore21 is not in references.yaml" in faults()[0]


def test_a_mistyped_key_is_not_called_missing_as_well(edit: Edit, faults: Faults) -> None:
    edit("en/exercises/bridge.yaml", "cues:", "cuess:")
    assert faults() == ["en/exercises/bridge.yaml:4: `cuess` is not a known key here; did you mean `cues`?"]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        ("limits.yaml", "hip", "no", "the area no is not in en/labels.yaml"),
        ("exercises/bridge.yaml", "reviewed_by: none", "reviewed_by:", "3: `reviewed_by` is empty"),
        ("exercises/clamshell.yaml", "hip: {swap: standing_clamshell,", "hip: {", "no limit names the swap standing_clam"),
        ("exercises/bridge.yaml", "swaps: []", "swaps: none", "must be a list, one line with a `-` for each"),
        ("exercises/bridge.yaml", "limits: {}", "limits: []", "`limits` must hold keys with a colon"),
        ("exercises/bridge.yaml", "advanced: 3}", "advanced: 3.5}", "`advanced` must be a whole number"),
        ("exercises/bridge.yaml", "advanced: 3}", "advancd: 3}", "`advancd` is not a known key here; did you mean"),
        ("exercises/bridge.yaml", ", advanced: 3}", "}", "7: the start rung for advanced is missing"),
        ("exercises/bridge.yaml", "reps: 8-12", "reps: 8-12, seconds: 30", "has either `reps` or `seconds`"),
        ("exercises/bridge.yaml", "reps: 8-12", "reps: eight", "write reps as a number (12) or a range (10-15)"),
        ("exercises/bridge.yaml", "reps: 8-12", "reps: 45", "45 reps is outside 1 to 30"),
        ("exercises/bridge.yaml", "ref: Moore20", "ref: moore", "must be letters and digits only and begin with a ca"),
        ("exercises/bridge.yaml", "id: bridge", "id: Bridge", "1: `id` must be small letters, digits and underscores"),
        ("program.yaml", "version: 1", "version: 0", "1: `version` must be 1 or more"),
        ("program.yaml", "bridge: 0.5", "bridge: half", "`bridge` must be a number"),
        ("program.yaml", "bridge: 0.5", "brige: 0.5", "the exercise brige is not in exercises/; did you mean bridge?"),
        ("limits.yaml", "{hold_at_most: 20}", "{}", "give `hold_at_most`, `rung_at_most` or `steady`"),
        ("limits.yaml", "[no_side_lying]", "[no_side_lying, no_jumps]", "no exercise answers to the limit no_jumps"),
        ("en/labels.yaml", "glute_max:", "glute_maxx:", "the muscle glute_max is not in en/labels.yaml; did you mean"),
        ("en/exercises/clamshell.yaml", "  stay_small:", "  stay_big:", "the note stay_small of exercises/clamshell"),
        ("en/exercises/clamshell.yaml", "  outer_hip:", "  inner_hip:", "the area outer_hip of exercises/clamshell"),
        ("en/lessons/effort.yaml", "order: 1", "order: first", "3: `order` must be a whole number"),
        ("en/lessons/effort.yaml", "is harder", "is <br> harder", "<br> is no tag that Telegram knows"),
        ("en/lessons/effort.yaml", "is harder", "is < hard", "a `<` that begins no tag must be written as &lt;"),
        ("en/lessons/effort.yaml", "is harder", "is&nbsp;hard", "Telegram does not know &nbsp;"),
        ("en/red_flags.yaml", "pain|hurts|tight*", "pain|tight*", "does not trigger chest_pain: no pattern is found"),
        ("en/red_flags.yaml", "- pain at night", "- nightly ache", "does not trigger night_pain"),
        ("en/red_flags.yaml", '["no", never]', '["No"]', "write `No` in small letters"),
        ("en/reminders.yaml", "{minutes}", "{minutes:d}", "the only placeholder is {minutes}"),
        ("program.yaml", "version: 1", 'version: "1"', "1: `version` must be a whole number, without quotes"),
        ("exercises/clamshell.yaml", "remove: true", "remove: yes", "`remove` must be true or false, without quotes"),
        ("en/exercises/bridge.yaml", "name: Glute bridge", "name: Glute <b>bridge</b>", "it holds no < and no >"),
        ("en/milestones.yaml", "Ten workouts.", "Ten # workouts.", "3: a # after a space starts a comment: put the te"),
        ("en/red_flags.yaml", "night|sleep", "night|sleep’s", "write `sleep’s` in small letters, with no other si"),
    ]
    + [
        ("en/workout.ftl", old, new, f"{line}: {fault}")
        for old, new, line, fault in (
            ("reps } reps\n}", "reps } reps\n", 6, "a { is not closed: } is missing here"),
            ("*[other]", "[other]", 7, "one of the variants must be the default, with a star before it: *[other]"),
            ("{ -coach } here", "-coach } here", 8, "a } stands here without a {"),
            ("The lazy frog.", "The lazy\nfrog.", 12, "this line is no `key = text`; a line that goes on with a text begi"),
            ("The lazy frog.", "", 11, "this message has no text; a text below its key begins with spaces"),
            ("{ $name }", "{ $$name }", 8, "a name must stand here, in letters and without other signs"),
            ("# What", "#What", 1, "a note to other writers begins with # and a space"),
            ("{ $name }", "{ name ( }", 8, "Fluent cannot read this: "),
            ("= Start", "= <i>Start</i>", 9, "this text stands on a button or in a menu, where tags are not read"),
            ("= Start", "= Start whenever you are ready", 9, "this text is too long for its place, it may have at most 24"),
        )
    ],
)  # fmt: skip
def test_each_mistake_is_named(edit: Edit, faults: Faults, file: str, old: str, new: str, fault: str) -> None:
    edit(file, old, new)
    assert any(fault in line for line in faults()), faults()


def test_an_example_may_trigger_something_more_urgent(edit: Edit, faults: Faults) -> None:
    edit("en/red_flags.yaml", "- pain at night", "- chest pain all day")
    assert faults() == []


def test_a_source_that_nobody_read_carries_no_claim(edit: Edit, faults: Faults) -> None:
    edit("references.yaml", "seen: abstract", "seen: memory")
    edit("exercises/bridge.yaml", "ref: Moore20", "ref: Lund21")
    edit("references.yaml", "references:", "references:\n  Lund21: {cite: 'Lund and others, 2021', seen: full}")
    assert "the reference Moore20 is only remembered; read it before it carries a claim" in faults()[0]
    assert not any("bridge" in line for line in faults())


def test_a_limit_that_changes_nothing_anywhere_is_a_fault(edit: Edit, faults: Faults) -> None:
    edit("exercises/clamshell.yaml", "  no_side_lying: {remove: true}\n", "")
    assert faults() == ["limits.yaml:4: no exercise answers to the limit no_side_lying"]


def test_a_file_with_a_wrong_ending_is_not_passed_over_in_silence(pack: Path, faults: Faults) -> None:
    (pack / "exercises/bridge.yaml").rename(pack / "exercises/bridge.yml")
    assert "exercises/bridge.yml:1: nobody reads a file of this name here" in faults()
