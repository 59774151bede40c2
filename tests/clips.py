"""Packs with small real clips: each is the page's dot, told apart by a few bytes that no player minds."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from shutil import copytree

HERE = Path(__file__).parent
CONTENT = HERE.parent / "content"
DOT, PICTURE = HERE / "page" / "dot.mp4", HERE / "page" / "dot.jpg"
WIDTH, HEIGHT, SECONDS = 96, 96, 2.0


def filmed(pack: Path, *names: str, changed: str = "") -> Mapping[str, str]:
    """Give a pack these clips and no others, perhaps changed ones; return the SHA-256 of each."""
    media = pack / "media"
    media.mkdir(exist_ok=True)
    digests = {}
    for name in names:
        film = DOT.read_bytes() + _free(f"{name} {changed}".encode())
        (media / f"{name}.mp4").write_bytes(film)
        (media / f"{name}.jpg").write_bytes(PICTURE.read_bytes())
        digests[name] = sha256(film).hexdigest()
    (media / "clips.yaml").write_text("# Written by a test.\n" + "".join(map(_line, digests, digests.values())))
    return digests


def filmed_content(folder: Path, *names: str) -> Path:
    """Copy the real pack into a folder, with these clips and no others: nothing shares one that is not there."""
    pack = Path(copytree(CONTENT, folder / "content"))
    for file in (pack / "exercises").glob("*.yaml"):
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "demonstration:" not in line), encoding="utf-8")
    filmed(pack, *names)
    return pack


def _line(name: str, digest: str) -> str:
    size = f"width: {WIDTH}, height: {HEIGHT}, seconds: {SECONDS}"
    return f"{name}: {{{size}, frames: {digest}, file: {digest}}}\n"


def _free(content: bytes) -> bytes:
    """Make a box of free space, as the format calls it."""
    return (len(content) + 8).to_bytes(4, "big") + b"free" + content
