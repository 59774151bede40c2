"""`hipcoach content render` draws what is asked for, once, and says what is wrong."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from tests.pictures.clips import NOD, pack


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return pack(tmp_path, NOD)


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["content", *arguments], env={"CONTENT_DIR": str(folder)})
    return done.exit_code, done.output


def test_a_clip_is_drawn_into_the_pack_once(folder: Path) -> None:
    code, said = run(folder, "render", "nod")
    assert (code, "1 drawn, 0 unchanged" in said) == (0, True)
    written = {file.name for file in (folder / "media").iterdir()} | {
        *map(str, (folder.parent / "docs").rglob("*.jpg"))
    }
    gallery = folder.parent / "docs" / "gallery"
    pictures = {str(gallery / "nod.jpg"), str(gallery / "stills" / "nod.jpg")}
    assert {"nod.mp4", "nod.jpg", "clips.yaml"} | pictures == written
    assert (folder / "media" / "clips.yaml").read_text().splitlines()[1].startswith("nod: {width: 640, height: 640, ")
    assert "0 drawn, 1 unchanged" in run(folder, "render")[1]


def test_a_draft_shows_the_poses_and_tells_what_hovers(folder: Path) -> None:
    file = folder / "demonstrations" / "nod.yaml"
    file.write_text(NOD.replace("low:\n", "low:\n    planted: [right_foot, {limb: left_foot, at: [0.1, 0.2, 0]}]\n"))
    code, said = run(folder, "render", "--draft", "nod")
    assert code == 0
    assert "low: left_foot is 20 cm off the floor" in said
    assert (folder.parent / "build" / "drafts" / "nod.png").stat().st_size > 10_000
    assert not (folder / "media").exists()


def test_a_name_that_is_no_clip_is_refused_with_the_likely_one(folder: Path) -> None:
    code, said = run(folder, "render", "nodd")
    assert (code, "nodd.yaml; did you mean nod?" in said) == (2, True)


def test_a_clip_with_a_fault_is_not_drawn(folder: Path) -> None:
    (folder / "demonstrations" / "nod.yaml").write_text(NOD.replace("flex: 50", "flx: 50"))
    code, said = run(folder, "render", "nod")
    assert (code, "nod.yaml:9: `flx` is not a known key here; did you mean `flex`?" in said) == (2, True)
