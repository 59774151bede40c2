"""`python -m tests.mutants [module ...]`: no small break of a rule may go unnoticed by tests/domain.

Works on a copy in a temporary folder, and a mutant exists only in the memory of the process that tries it. Exits with
1 when a mutant survives that accepted.py does not explain, or when an explanation is of no use any more.
"""

import importlib.abc
import importlib.util
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType

import fluent.runtime  # noqa: F401  (imported once here, not by every mutant)
import hypothesis  # noqa: F401
import pydantic  # noqa: F401
import pytest
import yaml  # noqa: F401

from .accepted import ACCEPTED
from .breaking import Mutant, mutants

ROOT = Path(__file__).parents[2]
COPIED = ("bot/domain", "bot/content", "content", "tests/domain")
AT_MOST = 90
PASSED, FAILED, INTERRUPTED = pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED


class Broken(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the broken source when its module is imported."""

    def __init__(self, mutant: Mutant) -> None:
        self.name, self.source = f"bot.domain.{Path(mutant.module).stem}", mutant.source

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.source, self.name, "exec"), module.__dict__)


def survives(mutant: Mutant | None) -> bool:
    """Tell whether the tests pass, the module's own first; a mutant that hangs is stopped, and so noticed."""
    out = os.open(os.devnull, os.O_WRONLY)
    os.dup2(out, 1)
    os.dup2(out, 2)
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(AT_MOST)
    for name in [name for name in sys.modules if name.split(".")[0] in ("bot", "tests", "domain")]:
        del sys.modules[name]
    sys.path[:] = [str(Path.cwd()), *(entry for entry in sys.path if entry not in ("", str(ROOT)))]
    if mutant:
        sys.meta_path.insert(0, Broken(mutant))
    files = sorted(Path("tests/domain").glob("test_*.py"))
    own = [path for path in files if mutant and path.name == f"test_{mutant.module}"]
    return passes(own) and passes([path for path in files if path not in own])


def passes(files: Sequence[Path]) -> bool:
    """Run some test files until one fails."""
    if not files:
        return True
    quiet = ["-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    code = pytest.main(["-x", "-q", *quiet, *map(str, files)])
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
    """Try every mutant, two at a time."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copy_to(Path(folder))
        os.chdir(folder)
        with get_context("fork").Pool(os.cpu_count(), maxtasksperchild=1) as pool:
            if not pool.apply(survives, (None,)):
                sys.exit("tests/domain fails without any mutant")
            tried = every(wanted)
            left = [m for m, survived in zip(tried, pool.imap(survives, tried), strict=True) if survived]
        os.chdir(ROOT)
    well = report(tried, left, whole=not wanted)
    print(f"{time.monotonic() - started:.0f} s")
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
