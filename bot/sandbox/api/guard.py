"""Lets only programs of this machine in, and pages that came from here."""

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

HERE = frozenset({"127.0.0.1", "localhost"})
OWN = frozenset({"same-origin", "none"})


class Guard:
    """A page of elsewhere that reaches for this address is refused, whatever name it gives it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and (reason := _reason(HTTPConnection(scope))):
            await PlainTextResponse(f"Refused: {reason}", 403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _reason(request: HTTPConnection) -> str | None:
    host, origin = request.headers.get("host", ""), request.headers.get("origin")
    if host.partition(":")[0] not in HERE:
        return "this server is for this machine only"
    if origin not in (None, f"http://{host}"):
        return "another page asked for it"
    if request.headers.get("sec-fetch-site", "none") not in OWN and not _is_followed_link(request):
        return "another page asked for it"
    return None


def _is_followed_link(request: HTTPConnection) -> bool:
    """Whether somebody only followed a link to the page itself, which changes nothing."""
    opens = request.scope["method"] == "GET" and request.headers.get("sec-fetch-mode") == "navigate"
    return opens and request.url.path == "/"
