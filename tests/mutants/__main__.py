"""`python -m tests.mutants [module ...]`: no small break of a rule may go unnoticed by tests/domain.

Works on a copy in a temporary folder, and a mutant exists only in the memory of the process that tries it. Tests that
run the broken line come first, the quickest of them before the rest; who survives those meets all others too. Exits
with 1 when a mutant survives that accepted.py does not explain, or when an explanation is of no use any more.
"""

import importlib.abc
import importlib.util
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.machinery import ModuleSpec
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import coverage
import fluent.runtime  # noqa: F401  (imported once here, not by every mutant)
import hypothesis  # noqa: F401
import pydantic  # noqa: F401
import pytest
import yaml  # noqa: F401

from .accepted import ACCEPTED
from .breaking import Mutant, mutants

ROOT = Path(__file__).parents[2]
COPIED = ("bot/domain", "bot/content", "content", "tests/domain")
TESTS = Path("tests/domain")
AT_MOST = 120
PASSED, FAILED, INTERRUPTED = pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED

Lines = Mapping[tuple[str, int], frozenset[str]]
"""By module and line, the names of the tests that run it; an empty name for what the import runs."""


class Broken(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the broken source when its module is imported."""

    def __init__(self, mutant: Mutant) -> None:
        self.name, self.source = f"bot.domain.{Path(mutant.module).stem}", mutant.source

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.source, self.name, "exec"), module.__dict__)


class Watch:
    """Notes how long each test took, all its cases together."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid.partition("[")[0]] += report.duration  # type: ignore[assignment]


class Only:
    """Keeps these tests alone, and runs them in this order."""

    def __init__(self, tests: Sequence[str]) -> None:
        self.place = {test: number for number, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid.partition("[")[0] in self.place]
        items.sort(key=lambda item: self.place[item.nodeid.partition("[")[0]])


def watched() -> tuple[list[str], Lines]:
    """Run all tests once: return them, the quickest first, and for each line of a rule the tests that run it."""
    alone()
    watch, lines = Watch(), coverage.Coverage(data_file=None, include="bot/domain/*", config_file=False)
    lines.set_option("run:dynamic_context", "test_function")
    with lines.collect():
        if not passes([TESTS], watch):
            sys.exit("tests/domain fails without any mutant")
    quickest = sorted(watch.seconds, key=lambda test: watch.seconds[test])
    data = lines.get_data()
    return quickest, {
        (Path(file).name, line): frozenset(context.rpartition(".")[2] for context in contexts)
        for file in data.measured_files()
        for line, contexts in data.contexts_by_lineno(file).items()
    }


def survives(mutant: Mutant, tests: Sequence[str], lines: Lines) -> bool:
    """Tell whether the tests pass; a mutant that hangs is stopped, and so noticed."""
    alone()
    sys.meta_path.insert(0, Broken(mutant))
    run_it = lines.get((mutant.module, mutant.line), frozenset())
    own = [test for test in tests if Path(test.partition("::")[0]).name == f"test_{mutant.module}"]
    first = [test for test in tests if test.rpartition("::")[2] in run_it] or own
    return all(
        passes(sorted({Path(test.partition("::")[0]) for test in some}), Only(some))
        for some in (first, [test for test in tests if test not in first])
    )


def alone() -> None:
    """Make this process ready: quiet, soon to end, and without any module of ours."""
    out = os.open(os.devnull, os.O_WRONLY)
    os.dup2(out, 1)
    os.dup2(out, 2)
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(AT_MOST)
    for name in [name for name in sys.modules if name.split(".")[0] in ("bot", "tests", "domain")]:
        del sys.modules[name]
    sys.path[:] = [str(Path.cwd()), *(entry for entry in sys.path if entry not in ("", str(ROOT)))]


def passes(files: Sequence[Path], plugin: object) -> bool:
    """Run tests until one fails."""
    if not files:
        return True
    quiet = ["-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = pytest.main(["-x", "-q", *quiet, *map(str, files)], plugins=[plugin])
    if code not in (PASSED, FAILED, INTERRUPTED):
        raise RuntimeError(f"the tests did not run: {code}")
    return bool(code == PASSED)


def copy_to(folder: Path) -> None:
    """Copy what the tests of the rules need."""
    for part in COPIED:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("bot/__init__.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)


def every(wanted: Sequence[str]) -> list[Mutant]:
    """Return all mutants of the wanted modules, of all when none is named."""
    modules = sorted(Path("bot/domain").glob("*.py"))
    return [m for path in modules if not wanted or path.stem in wanted for m in mutants(path.name, path.read_text())]


def report(tried: list[Mutant], left: list[Mutant], *, whole: bool) -> bool:
    """Print what became of the mutants; tell whether all is well."""
    keys = {(m.module, m.code, m.change) for m in left}
    unexplained = [m for m in left if (m.module, m.code, m.change) not in ACCEPTED]
    stale = sorted(set(ACCEPTED) - keys) if whole else []
    for module in sorted({m.module for m in tried}):
        count, alive = (sum(m.module == module for m in some) for some in (tried, left))
        print(f"{module:18} {count - alive:4} of {count:4} noticed")
    for m in sorted(unexplained, key=lambda m: (m.module, m.line)):
        print(f"SURVIVED bot/domain/{m.module}:{m.line}: {m.change}: {m.code}")
    for key in stale:
        print(f"NO LONGER TRUE in accepted.py: {key}")
    print(f"{len(tried)} mutants: {len(tried) - len(left)} noticed, {len(left)} survived, "
          f"{len(left) - len(unexplained)} of them explained")  # fmt: skip
    return not unexplained and not stale


def main(wanted: Sequence[str]) -> int:
    """Try every mutant, one on each processor."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy_to(Path(folder))
        os.chdir(folder)
        with get_context("fork").Pool(os.cpu_count(), maxtasksperchild=1) as pool:
            tests, lines = pool.apply(watched)
            tried = every(wanted)
            left = []
            try_one = partial(survives, tests=tests, lines=lines)
            for number, (mutant, survived) in enumerate(zip(tried, pool.imap(try_one, tried), strict=True), 1):
                left += [mutant] if survived else []
                print(f"\r{number} of {len(tried)}, {len(left)} survived", end="", file=sys.stderr, flush=True)
            print(file=sys.stderr)
        os.chdir(ROOT)
    well = report(tried, left, whole=not wanted)
    print(f"{time.monotonic() - started:.0f} s")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
