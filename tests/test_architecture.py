"""The arrows of the architecture point inwards, lazy and typing-only imports included."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"

MAY_IMPORT = {
    "domain": set(),
    "coach": {"domain"},
    "views": {"coach", "domain"},
    "chat": {"views", "coach", "domain"},
    "store": {"domain"},
    "content": {"domain"},
    "places": set(),
    "pictures": {"domain"},
    "sandbox": set(),
    "doctor": {"content", "settings", "store"},
}
"""Which of our own packages each package may import, beside itself."""

OUTSIDE_ONLY_IN = {
    "telegram": {"chat", "app", "__main__"},
    "aiosqlite": {"store"},
    "aiosql": {"store"},
    "sqlite3": {"store"},
    "apscheduler": {"chat"},
    "numpy": {"pictures"},
    "PIL": {"pictures"},
    "av": {"pictures"},
}
"""Libraries that only some parts may know."""

PURE = ("telegram", "aiosqlite", "aiohttp", "asyncio", "pydantic", "yaml", "sqlite3", "os", "time", "logging", "random")
"""What rules must not touch: I/O, clocks, chance."""


def imports(source: str, package: str) -> Iterator[str]:
    """Yield the full name of everything a module imports, wherever in it; relative imports are resolved."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            name = ".".join(part for part in (base, node.module) if part)
            yield from (f"{name}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in (
            "import_module",
            "__import__",
        ):
            yield from (arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str))


def wrong_arrows(part: str, source: str, package: str) -> list[str]:
    """Return the imports of a module that its part of the program must not have."""
    wrong = []
    for name in imports(source, package):
        top, *rest = name.split(".")
        ours = rest[0] if top == "bot" and rest else None
        if ours and part in MAY_IMPORT and ours not in MAY_IMPORT[part] | {part}:
            wrong.append(name)
        if top in OUTSIDE_ONLY_IN and part not in OUTSIDE_ONLY_IN[top]:
            wrong.append(name)
        if part == "domain" and top in PURE:
            wrong.append(name)
    return wrong


def modules() -> list[Path]:
    """Return every module of the bot."""
    return sorted(BOT.rglob("*.py"))


def part_of(path: Path) -> str:
    """Return which part of the program a module belongs to: its folder, or its own name at the top."""
    relative = path.relative_to(BOT)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def package_of(path: Path) -> str:
    """Return the package a module lies in, as Python names it."""
    return ".".join(path.relative_to(ROOT).parent.parts)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(BOT)))
def test_a_module_imports_only_inwards(path: Path) -> None:
    assert wrong_arrows(part_of(path), path.read_text(encoding="utf-8"), package_of(path)) == []


def test_every_package_has_its_arrows() -> None:
    folders = {path.name for path in BOT.iterdir() if (path / "__init__.py").exists()}
    assert folders <= set(MAY_IMPORT)


def test_only_who_puts_parts_together_knows_content_store_and_pictures() -> None:
    knowing = {
        part_of(path)
        for path in modules()
        for name in imports(path.read_text(encoding="utf-8"), package_of(path))
        for inner in ("content", "store", "pictures", "places")
        if name.startswith(f"bot.{inner}") and part_of(path) != inner
    }
    assert knowing <= {"app", "__main__", "doctor", "rendering"}


@pytest.mark.parametrize(
    ("part", "planted"),
    [
        ("domain", "from bot.coach.today import TodayCoach"),
        ("domain", "import telegram"),
        ("domain", "import asyncio"),
        ("coach", "from bot.store.database import Database"),
        ("coach", "def lazy():\n    from bot.views import show"),
        ("coach", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from telegram import Update"),
        ("views", "from bot.chat.outlet import Outlet"),
        ("views", "from bot.content.pack import Pack"),
        ("views", "import importlib\nimportlib.import_module('bot.store')"),
        ("chat", "from bot.store.inbox import Inbox"),
        ("chat", "import aiosqlite"),
        ("store", "from bot.coach.records import Records"),
        ("content", "from ..store import database"),
        ("sandbox", "from bot.domain.day import training_day"),
        ("places", "from bot.domain.day import training_day"),
        ("doctor", "from bot.chat.outlet import Outlet"),
        ("doctor", "import sqlite3"),
        ("pictures", "from bot.views import Reply"),
        ("pictures", "from bot.content.pack import Pack"),
        ("chat", "import numpy"),
        ("rendering", "from PIL import Image"),
    ],
)
def test_a_planted_wrong_arrow_is_found(part: str, planted: str) -> None:
    assert wrong_arrows(part, planted, f"bot.{part}") != []
