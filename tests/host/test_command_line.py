"""The command line: scripts that are played, content that is checked, and the Procfile."""

import asyncio
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from PIL import Image
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.sandbox.launch import stage
from bot.sandbox.people import PEOPLE
from bot.settings import CONTENT

from .running import BROKEN, ROOT, environment, started

GOOD = "> /start\n= hip and glute strength\n= [I am 18 or older]\n[1]\n= A quick check\n"


def test_the_procfile_runs_one_worker() -> None:
    assert (ROOT / "Procfile").read_text() == "worker: python -m bot run\n"


def test_a_script_that_goes_as_written_ends_with_zero_and_prints_the_transcript(tmp_path: Path) -> None:
    script = tmp_path / "good.chat"
    script.write_text(GOOD)
    played = CliRunner().invoke(cli, ["chat", "--script", str(script)])
    assert played.exit_code == 0, played.output
    assert "> [I am 18 or older]" in played.output


def test_a_script_ends_at_the_first_surprise_and_names_its_line(tmp_path: Path) -> None:
    script = tmp_path / "bad.chat"
    script.write_text("> /start\n= no such words\n> never said\n")
    played = CliRunner().invoke(cli, ["chat", "--script", str(script)])
    assert played.exit_code == 1
    assert "line 2: = no such words" in played.output
    assert "never said" not in played.output


def test_a_script_that_does_not_exist_is_one_sentence(tmp_path: Path) -> None:
    played = CliRunner().invoke(cli, ["chat", "--script", str(tmp_path / "none.chat")])
    assert played.exit_code == 1
    assert "none.chat" in played.output and "Traceback" not in played.output


async def test_a_script_plays_in_a_sandbox_that_runs_already(tmp_path: Path) -> None:
    script = tmp_path / "good.chat"
    script.write_text(GOOD)
    async with stage(tmp_path) as on_stage:
        arguments = ("chat", "--script", str(script), "--server", on_stage.sandbox.url)
        process = started(tmp_path, *arguments, env=environment(tmp_path, TELEGRAM_BOT_TOKEN=""))
        out, said = await asyncio.to_thread(process.communicate, timeout=30)
        assert process.returncode == 0, said
        assert "A quick check" in out
        _, visitor = await on_stage.sandbox.people()
        assert len(await visitor.heard()) == 1


def test_the_help_explains_the_lines_of_a_script() -> None:
    told = CliRunner().invoke(cli, ["chat", "--help"], terminal_width=120).output
    for line in ("> done", "[2]", "+2h30m", "@next", "= text", "! text", "restart", "location 52.5,13.4"):
        assert line in told, line


def test_good_content_is_zero_and_faults_are_one_with_file_and_line() -> None:
    good = CliRunner().invoke(cli, ["content", "check", str(CONTENT)])
    assert (good.exit_code, good.output) == (0, "content: no faults\n")
    broken = CliRunner().invoke(cli, ["content", "check", str(BROKEN)])
    assert broken.exit_code == 1
    assert len(broken.output.splitlines()) >= 15
    assert all(line.split(":")[1].isdecimal() for line in broken.output.splitlines())


def shipped(file: Path) -> Path:
    return CONTENT / "media" / "en" / file.name


def pixels(file: Path) -> bytes:
    with Image.open(file) as picture:
        return picture.convert("RGB").tobytes()


def test_the_pictures_of_a_pack_are_drawn_anew_from_its_files(tmp_path: Path) -> None:
    pack = Path(copytree(CONTENT, tmp_path / "content"))
    words = pack / "en" / "anatomy.yaml"
    words.write_text(words.read_text().replace("name: Femur", "name: Thigh bone"))
    stale = CliRunner().invoke(cli, ["content", "check", str(pack)])
    assert "the picture hip_bones is not drawn as its files say" in stale.output
    drawn = CliRunner().invoke(cli, ["content", "render-anatomy", str(pack)])
    assert (drawn.exit_code, len(drawn.output.splitlines())) == (0, 3)
    drawn_anew = {file.name for file in (pack / "media" / "en").iterdir() if pixels(file) != pixels(shipped(file))}
    assert drawn_anew == {"hip_bones.png"}
    assert CliRunner().invoke(cli, ["content", "check", str(pack)]).output == "content: no faults\n"


def test_a_label_that_does_not_fit_is_refused_by_name(tmp_path: Path) -> None:
    pack = Path(copytree(CONTENT, tmp_path / "content"))
    words = pack / "en" / "anatomy.yaml"
    words.write_text(words.read_text().replace("name: Femur", "name: Longestandstrongestofallbones"))
    told = CliRunner().invoke(cli, ["content", "render-anatomy", str(pack)])
    assert told.exit_code == 2
    assert "the label femur does not fit on the picture hip_bones: use fewer or shorter words" in told.output


def test_without_a_name_simulate_lists_everybody() -> None:
    told = CliRunner().invoke(cli, ["simulate"])
    assert told.exit_code == 0
    assert [name for name in PEOPLE if f"  {name} " not in told.output] == []


def test_a_name_that_nobody_has_is_refused_with_those_there_are() -> None:
    told = CliRunner().invoke(cli, ["simulate", "nobody"])
    assert told.exit_code == 2
    assert "There is no nobody." in told.output
    assert [name for name in PEOPLE if f"  {name} " not in told.output] == []


def test_simulate_prints_the_report_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sandbox.people.PEOPLE", {"keen": replace(PEOPLE["keen"], weeks=1)})
    told = CliRunner().invoke(cli, ["simulate", "keen"])
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("KEEN, Berlin: 1 week, Mon 7 Sep to Mon 14 Sep 2026\n")
    assert told.stderr == ""
