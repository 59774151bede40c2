"""The check of a clip's geometry finds what hovers, sinks in, or goes through the body."""

from pathlib import Path

from bot.pictures.demonstrations.contacts import Finding, findings
from tests.pictures.clips import written

STAND = "poses:\n  only:\n    from: standing\n{more}sequence: [{{pose: only, hold: 1}}]\n"


def found(folder: Path, more: str) -> list[Finding]:
    return findings(written(folder, STAND.format(more=more)), rate=1)


def test_a_body_that_stands_has_no_faults(tmp_path: Path) -> None:
    assert found(tmp_path, "") == []


def test_a_hand_that_should_touch_the_floor_and_does_not_is_found(tmp_path: Path) -> None:
    contacts = "    contacts: [left_foot, right_foot, left_hand]\n"
    faults = found(
        tmp_path, f"{contacts}    planted: [left_foot, right_foot, {{limb: left_hand, at: [0.3, 0.8, 0.2]}}]\n"
    )
    assert [(fault.what, fault.part, fault.other) for fault in faults] == [("apart", "left_hand", "floor")]
    assert faults[0].centimetres > 70


def test_a_foot_under_the_floor_is_found(tmp_path: Path) -> None:
    more = "    planted: [right_foot, {limb: left_foot, at: [0.1, -0.05, 0]}]\n"
    assert ("under", "left_foot") in [(fault.what, fault.part) for fault in found(tmp_path, more)]


def test_a_forearm_through_the_trunk_is_found(tmp_path: Path) -> None:
    more = "    left_shoulder: {abduct: 0, rotate: -60}\n    left_elbow: {flex: 100}\n"
    assert {fault.part for fault in found(tmp_path, more) if fault.what == "inside"} >= {"left_forearm"}


def test_on_the_way_only_what_both_poses_touch_counts(tmp_path: Path) -> None:
    text = """
poses:
  both: {from: standing}
  one: {from: standing, contacts: [right_foot], planted: [right_foot], left_hip: {abduct: 25}}
sequence: [{pose: both}, {pose: one}]
"""
    assert findings(written(tmp_path, text), rate=5) == []
