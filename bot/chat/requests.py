"""PTB's HTTP layer on aiohttp: the same contract for a fraction of httpx's CPU (docs/decisions/0002)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast
from urllib.request import getproxies

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECT_SECONDS = 5.0
LONGEST = 60.0
"""Seconds that a request may take beside waiting for the answer: an upload that nobody takes would hang for ever."""


Files = Mapping[str, tuple[str, bytes, str]]
"""Files by the name of their field: what each is called, its content, and its type."""

NOT_SENT = (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.ClientHttpProxyError)


FAILED = (HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE)
"""After any other answer of this kind, a gateway's time-out above all, the message may have gone out."""


class NotSent(NetworkError):
    """The request had no effect: no connection could be made, or the server itself had failed."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a call says, ready to be sent: as much of PTB's RequestData as is read here."""

    json_parameters: dict[str, str]
    multipart_data: Files | None = None

    @property
    def contains_files(self) -> bool:
        """Whether it takes a form of several parts."""
        return bool(self.multipart_data)


class AioRequest(BaseRequest):
    """Sends the bot's calls; errors never hold the URL, because it holds the token."""

    def __init__(self, connections: int = 64, read_timeout: float = 20.0) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer when a call says nothing else."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the connection pool."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections)
            proxied = bool(getproxies())  # else aiohttp looks for them, in a thread, at each request
            self._session = aiohttp.ClientSession(connector=connector, trust_env=proxied)

    async def shutdown(self) -> None:
        """Close the connection pool."""
        if self._session is not None:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- PTB names it
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; raises TimedOut or NetworkError, and NotSent when it surely had no effect."""
        if self._session is None:
            raise RuntimeError("initialize() comes first")
        timeout = self._timeout(read_timeout, connect_timeout, pool_timeout)
        try:
            body, headers = _body(request_data)
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                if response.status in FAILED:
                    raise NotSent(f"the server failed: {response.status}")
                if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise NetworkError(f"nobody knows what became of it: {response.status}")
                payload = await response.read()
        except NOT_SENT as error:
            raise NotSent(f"no connection: {type(error).__name__}") from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, ValueError, OSError) as error:
            raise NetworkError(f"connection lost: {type(error).__name__}") from None
        taken = response.status < HTTPStatus.MULTIPLE_CHOICES
        return response.status, payload if taken or _is_answer(payload) else b"{}"

    async def call(self, url: str, parameters: Mapping[str, Any], files: Files | None = None) -> Any:
        """Make a call of the API as PTB would, and return its result as JSON; parameters that are None are left out."""
        given = {name: _written(value) for name, value in parameters.items() if value is not None}
        return await self.post(url, cast("RequestData", Parameters(given, files)))

    def _timeout(self, read: Any, connect: Any, pool: Any) -> aiohttp.ClientTimeout:
        """Translate PTB's time-outs; for a connection of the pool a call waits as long as it takes, unless told."""
        read = self._read_timeout if read is BaseRequest.DEFAULT_NONE else read
        connect = CONNECT_SECONDS if connect is BaseRequest.DEFAULT_NONE else connect
        pooled = None if pool is BaseRequest.DEFAULT_NONE or pool is None or connect is None else pool + connect
        total = None if read is None else read + LONGEST
        return aiohttp.ClientTimeout(total=total, connect=pooled, sock_connect=connect, sock_read=read)

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; one that was cut short is a lost connection. PTB's own would log what people wrote."""
        answer = _read(payload)
        if not isinstance(answer, dict):
            raise NetworkError("the answer is no JSON object")
        return answer


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _read(payload: bytes) -> object:
    try:
        return json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _is_answer(payload: bytes) -> bool:
    """Tell whether a refusal is Telegram's own: PTB would quote any other page, which may name the URL."""
    return isinstance(_read(payload), dict)


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def _body(data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    """Return what is sent, and the headers that say what it is."""
    if data is None or not data.json_parameters:
        return None, None
    if not data.contains_files:
        return URL.build(query=data.json_parameters).raw_query_string.encode(), FORM
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form, None
