"""A bot without a will: it calls the Bot API only when a test tells it to."""

from dataclasses import dataclass
from mimetypes import guess_type
from typing import Any

import aiohttp

# The beginning of a PNG of 3 x 2 pixels, and every byte there is.
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x02" + bytes(range(256)) + b"\r\n"


class Refused(Exception):
    """The sandbox answered `ok: false`; the text of this is the description."""


@dataclass(frozen=True)
class Puppet:
    """A caller of the Bot API; `url` ends in the token."""

    session: aiohttp.ClientSession
    url: str

    async def __call__(self, method: str, **parameters: Any) -> Any:
        """The result of a call with JSON parameters."""
        answer = await self.answer(method, json=parameters)
        if not answer["ok"]:
            raise Refused(answer["description"])
        return answer["result"]

    async def answer(self, method: str, **request: Any) -> Any:
        async with self.session.post(f"{self.url}/{method}", **request) as response:
            answer = await response.json()
            assert answer["ok"] or answer["error_code"] == response.status
            return answer

    async def photo(self, chat_id: int, **fields: str) -> Any:
        """Send a picture, as an upload."""
        return await self.upload("sendPhoto", "photo", "a.png", PICTURE, chat_id=str(chat_id), **fields)

    async def upload(self, method: str, field: str, name: str, data: bytes, **fields: str) -> Any:
        """Send a file."""
        form = aiohttp.FormData(fields)
        form.add_field(field, data, filename=name, content_type=guess_type(name)[0])
        return (await self.answer(method, data=form))["result"]
