"""SQL in .sql files: named blocks, each opened by `-- name: ...`."""

from collections.abc import Mapping
from importlib.resources import files

_OPENING = "-- name: "


def read(name: str) -> Mapping[str, str]:
    """Return the blocks of sql/<name>.sql by their names."""
    text = files("bot.store").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    return blocks(text)


def blocks(text: str) -> dict[str, str]:
    """Split a file into its blocks; refuse a name that comes twice."""
    found: dict[str, str] = {}
    for block in text.split(_OPENING)[1:]:
        name, _, sql = block.partition("\n")
        if name in found:
            raise ValueError(f"two blocks are named {name}")
        found[name] = sql.strip()
    return found
