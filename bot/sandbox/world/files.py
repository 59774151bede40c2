"""Files that were sent, by the id under which they can be sent again."""

import secrets
from dataclasses import dataclass, field

from bot.sandbox.refusal import BadRequest
from bot.sandbox.shape import JSON


@dataclass(frozen=True)
class Upload:
    """A file as it came in a multipart form."""

    name: str
    data: bytes
    type: str


@dataclass(frozen=True)
class StoredFile:
    """A file that Telegram knows: its id says nothing, its kind limits its use; `about` is what was told with it."""

    id: str
    unique_id: str
    kind: str
    name: str
    type: str
    data: bytes
    about: JSON = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"{self.kind}s/{self.unique_id}/{self.name}"


class Files:
    """All files of this world, in memory."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}

    def store(self, kind: str, upload: Upload, about: JSON | None = None) -> StoredFile:
        if not upload.data:
            raise BadRequest("file must be non-empty")
        unique = secrets.token_urlsafe(9)
        file = StoredFile(
            f"SBX{secrets.token_urlsafe(33)}",
            unique,
            kind,
            upload.name,
            upload.type,
            upload.data,
            about or {},
        )
        self._by_id[file.id] = file
        return file

    def known(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        return next((file for file in self._by_id.values() if file.path == path), None)
