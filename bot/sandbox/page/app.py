"""The page and what it asks for; what happens in a world goes through that world's control API."""

from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from bot.sandbox.api import control
from bot.sandbox.api.asked import Asked, Switch, body
from bot.sandbox.api.guard import Guard
from bot.sandbox.page.stories import Story
from bot.sandbox.page.worlds import Live, Worlds, ZoneOf
from bot.sandbox.refusal import Impossible
from bot.sandbox.shape import JSON

HTML = Path(__file__).parent / "index.html"
STATIC = {path.name: path for path in (Path(__file__).parent / "static").iterdir()}
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
}


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("there is no such zone")
    return name


class Choice(Asked):
    """Which story."""

    story: str


class Morning(Asked):
    """A time of day, and whose."""

    zone: Annotated[str, AfterValidator(_known_zone)]
    at: time


class Page:
    """The page's own requests."""

    def __init__(self, worlds: Worlds, stories: Mapping[str, Story], zone_of: ZoneOf) -> None:
        self._worlds, self._stories, self._zone_of = worlds, stories, zone_of

    def app(self) -> Starlette:
        """Build the application."""
        return Starlette(
            routes=[
                Route("/", self.page),
                Route("/stories", self.list_stories),
                Route("/worlds", self.list_worlds, methods=["GET"]),
                Route("/worlds", self.open_world, methods=["POST"]),
                Route("/worlds/{world:int}", self.show_world, methods=["GET"]),
                Route("/worlds/{world:int}", self.close_world, methods=["DELETE"]),
                Route("/worlds/{world:int}/bot", self.switch_bot, methods=["POST"]),
                Route("/worlds/{world:int}/tomorrow", self.tomorrow, methods=["POST"]),
                Mount("/worlds/{world:int}", app=self.in_world),
                Route("/static/{name}", self.static),
            ],
            middleware=[Middleware(Guard)],
            exception_handlers=control.HANDLERS,
        )

    async def page(self, _: Request) -> Response:
        return FileResponse(HTML, headers=HEADERS)

    async def static(self, request: Request) -> Response:
        path = STATIC.get(request.path_params["name"])
        return FileResponse(path, headers=HEADERS) if path else Response(status_code=404)

    async def list_stories(self, _: Request) -> Response:
        return JSONResponse([{"name": s.name, "title": s.title, "about": s.about} for s in self._stories.values()])

    async def list_worlds(self, _: Request) -> Response:
        return JSONResponse([_described(live) for live in self._worlds])

    async def open_world(self, request: Request) -> Response:
        story = self._stories.get((await body(request, Choice)).story)
        if story is None:
            raise Impossible("there is no such story")
        return JSONResponse(_described(self._worlds.open(story)))

    async def close_world(self, request: Request) -> Response:
        self._worlds.close(request.path_params["world"])
        return JSONResponse({})

    async def show_world(self, request: Request) -> Response:
        """Return how a world is, and the number of the last event of what it shows."""
        live = self._of(request)
        world = live.world
        return JSONResponse(
            _described(live)
            | {
                "now": world.clock.now(),
                "next_due": world.presence.next_due if live.bot_is_up else None,
                "event": len(world.events),
                "trouble": world.faults.kinds,
                "waiting": len(world.updates.waiting(world.clock.now())),
                "people": [person.user() | {"zone": self._zone(live, person.id)} for person in world.people.values()],
            }
        )

    async def switch_bot(self, request: Request) -> Response:
        """Kill the bot as a power cut would, or start it again."""
        live, up = self._of(request), (await body(request, Switch)).on
        if live.state != "ready" or live.stage is None or live.stage.bot is None:
            raise Impossible("the world is not ready yet")
        if up != live.bot_is_up:
            await (live.stage.bot.spawn() if up else live.stage.bot.kill())
        return JSONResponse(_described(live))

    async def tomorrow(self, request: Request) -> Response:
        """Move the clock to a time of the next calendar day in a zone."""
        live, asked = self._of(request), await body(request, Morning)
        zone = ZoneInfo(asked.zone)
        day = datetime.fromtimestamp(live.world.clock.now(), zone).date() + timedelta(days=1)
        instant = datetime.combine(day, asked.at, zone).astimezone(UTC)
        live.world.move_clock(instant.timestamp())
        return JSONResponse({"now": live.world.clock.now()})

    async def in_world(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on to the control API of one world."""
        await self._worlds[scope["path_params"]["world"]].api(scope, receive, send)

    def _of(self, request: Request) -> Live:
        return self._worlds[request.path_params["world"]]

    def _zone(self, live: Live, person: int) -> str | None:
        return self._zone_of(live.folder / "coach.db", person) if live.folder else None


def _described(live: Live) -> JSON:
    return {
        "number": live.number,
        "title": live.title,
        "state": live.state,
        "why": live.why,
        "done": live.done,
        "of": live.of,
        "unit": live.story.unit,
        "bot_is_up": live.bot_is_up,
    }
