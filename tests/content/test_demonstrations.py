"""The files of demonstrations are checked like the rest of the pack, and only by who needs them."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content.build_demonstrations import demonstrations
from bot.content.demonstrations import demonstration_faults, read_demonstrations
from bot.domain.demonstration import Contact, Plant
from tests.pictures.clips import CONTENT, NOD, pack, written

Faults = Callable[[str], list[str]]


@pytest.fixture
def faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Faults:
    """Check a clip and give the lines that an author would see."""

    def checked(text: str) -> list[str]:
        folder = pack(tmp_path, text)
        monkeypatch.chdir(folder / "demonstrations")
        return [str(fault) for fault in demonstration_faults(read_demonstrations(folder))]

    return checked


def test_the_real_clips_have_no_faults() -> None:
    assert demonstration_faults(read_demonstrations(CONTENT)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("hip: {flex: 50}", "hipp: {flex: 50}", "nod.yaml:9: `hipp` is not a known key here; did you mean `hip`?"),
        ("hip: {flex: 50}", "tail: {flex: 50}", "`tail` is not a known key here; known are from, contacts, planted, anchor, "),
        ("{flex: 50}", "{yaw: 50}", "nod.yaml:9: `yaw` is not a known key here; known are flex, abduct, rotate"),
        ("{flex: 50}", "{flex: 500}", "nod.yaml:9: `flex` must be 360 or less"),
        ("glute_max_left", "glute_max", "the muscle glute_max is not known here; did you mean glute_max_left?"),
        ("from: standing", "from: standin", "nod.yaml:5: the pose standin is not known here; did you mean standing?"),
        ("from: standing", "from: low", "comes from itself"),
        ("{pose: low,", "{pose: lowe,", "the pose lowe is not known here; did you mean low?"),
        ("props: [mat]", "props: [mats]", "`type` must be mat, band,"),
        ("highlight:", "contacts: [left_fot]\nhighlight:", "the part left_fot is not known here; did you mean left_foot?"),
        ("highlight:", "contacts: [{pelvis: chair}]\nhighlight:", "the prop chair is not known here"),
        ("highlight:", "planted: [left_knee]\nhighlight:", "the limb left_knee is not known here"),
        ("highlight:", "anchor: tail\nhighlight:", "the point tail is not known here; known are"),
        ("highlight:", "figure: slimm\nhighlight:", "the figure slimm is not known here; did you mean slim?"),
        ("tall: {from: standing}", "tall: {hip: {flex: 2}}", "say with `body:` which way the body lies"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_what_is_known(old: str, new: str, fault: str, faults: Faults) -> None:
    assert old in NOD
    assert fault in "\n".join(faults(NOD.replace(old, new)))


def test_a_pose_inherits_joint_by_joint_and_a_side_wins_over_both(tmp_path: Path) -> None:
    text = NOD.replace("hip: {flex: 50}", "left_hip: {flex: 20}\n    hip: {flex: 50}")
    low = written(tmp_path, text).poses["low"]
    assert low.angles["left_hip"] == {"abduct": 3, "flex": 20}
    assert low.angles["right_hip"] == {"abduct": 3, "flex": 50}


def test_what_touches_is_inherited_and_replaced_whole(tmp_path: Path) -> None:
    text = NOD.replace("from: tall\n", "from: tall\n    contacts: [{left_foot: mat}]\n")
    poses = written(tmp_path, text).poses
    assert poses["tall"].contacts == (Contact("left_foot"), Contact("right_foot"))
    assert poses["low"].contacts == (Contact("left_foot", "mat"),)


def test_what_a_clip_says_of_all_poses_wins_over_their_base(tmp_path: Path) -> None:
    demonstration = written(tmp_path, f"planted: [right_foot]\n{NOD}")
    assert {pose.planted for pose in demonstration.poses.values()} == {(Plant("right_foot"),)}


def test_a_fault_in_a_base_is_told_in_its_file(tmp_path: Path) -> None:
    folder = pack(tmp_path, NOD)
    bases = folder / "demonstrations" / "bases.yaml"
    bases.write_text(bases.read_text().replace("shoulder: {abduct: 10}", "shoulder: {abdcut: 10}", 1))
    (fault,) = demonstration_faults(read_demonstrations(folder))
    assert (fault.file.name, fault.sentence) == (
        "bases.yaml",
        "`abdcut` is not a known key here; did you mean `abduct`?",
    )


def test_every_clip_of_the_pack_builds() -> None:
    files = read_demonstrations(CONTENT)
    assert demonstrations(files).keys() == files.clips.keys()


def test_a_start_of_the_bot_neither_reads_clips_nor_needs_what_draws_them(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from bot.content.pack import load; import bot.__main__, bot.app\n"
        f"load(Path({str(CONTENT)!r}))\n"
        "print(*sorted({'numpy', 'PIL', 'av', 'bot.content.demonstrations'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
