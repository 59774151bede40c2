"""PTB's HTTP layer on aiohttp: the same contract for a fraction of httpx's CPU (docs/decisions/0002)."""

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 5.0


class NotSent(NetworkError):
    """The request had no effect: no connection could be made, or the server itself had failed."""


class AioRequest(BaseRequest):
    """Sends the bot's calls; errors never hold the URL, because it holds the token."""

    def __init__(self, connections: int = 64, read_timeout: float = 20.0) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[str, str] = {}

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer when a call says nothing else."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the connection pool."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections)
            self._session = aiohttp.ClientSession(connector=connector)
            self._proxies = getproxies()  # aiohttp's trust_env asks for them in a thread, twice for each request

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
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 -- PTB names it
    ) -> tuple[int, bytes]:
        """Make one request; raises TimedOut or NetworkError, and NotSent when it surely had no effect."""
        if self._session is None:
            raise RuntimeError("initialize() comes first")
        read = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        connect = CONNECT_SECONDS if connect_timeout is BaseRequest.DEFAULT_NONE else connect_timeout
        timeout = aiohttp.ClientTimeout(sock_connect=connect, sock_read=read)
        try:
            body, proxy = _body(request_data), self._proxy_for(url)
            async with self._session.request(method, url, data=body, timeout=timeout, proxy=proxy) as response:
                if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise NotSent(f"the server failed: {response.status}")
                return response.status, await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError) as error:
            raise NotSent(f"no connection: {type(error).__name__}") from None
        except TimeoutError:
            raise TimedOut from None
        except aiohttp.ClientError as error:
            raise NetworkError(f"connection lost: {type(error).__name__}") from None

    def _proxy_for(self, url: str) -> str | None:
        """Return the proxy that the environment names for this address."""
        to = urlsplit(url) if self._proxies else None
        return self._proxies.get(to.scheme) if to and not proxy_bypass(to.hostname or "") else None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer; one that was cut short is a lost connection. PTB's own would log what people wrote."""
        try:
            answer: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
        except ValueError:
            raise NetworkError("the answer is no JSON") from None
        return answer


def _body(data: RequestData | None) -> Any:
    if data is None or not data.contains_files:
        return data.json_parameters if data else None
    form = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form
