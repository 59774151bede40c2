"""Collects every fault of a pack in one run."""

from pathlib import Path

from bot.content.faults import Fault
from bot.content.files import PackFiles, layout_faults, read_files
from bot.content.rules import (
    anatomy,
    blocked,
    clips,
    doses,
    exercises,
    fluent,
    html,
    ids,
    labels,
    limits,
    program,
    red_flags,
    required,
    sources,
    texts,
    words,
)

_RULES = (
    layout_faults,
    ids.faults,
    clips.faults,
    exercises.faults,
    doses.faults,
    limits.faults,
    program.faults,
    words.faults,
    sources.faults,
    anatomy.faults,
    anatomy.undrawn,
    red_flags.faults,
    required.faults,
    texts.faults,
    html.faults,
    blocked.faults,
    fluent.faults,
    labels.faults,
)


def check(folder: Path) -> list[Fault]:
    """Read a pack folder and say everything that is wrong with it; an empty list when nothing is."""
    return faults_of(read_files(folder))


def faults_of(files: PackFiles) -> list[Fault]:
    """Collect the faults of single files and those between files, in the order of the folder."""
    if not files.folder.is_dir():
        return [Fault(files.folder, 1, "this folder is missing")]
    found = {fault for file in files.documents for fault in file.faults}
    found |= {fault for file in files.messages for fault in file.faults}
    return sorted(found | {fault for rule in _RULES for fault in rule(files)})
