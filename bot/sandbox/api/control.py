"""The control API: what tests, terminals and the page do to the world, and the clock the bot reads."""

import re
import time
from typing import Any
from urllib.parse import quote

from pydantic import ConfigDict, ValidationError, validate_call
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.api.asked import CheckedMove, ClockQuestion, NewPerson, Switch, Waiting, body, query
from bot.sandbox.api.held import Gone, unless_gone
from bot.sandbox.api.profiling import commands_shown
from bot.sandbox.api.reasons import reason_of
from bot.sandbox.refusal import Impossible
from bot.sandbox.world.acts import ACTS
from bot.sandbox.world.faults import Fault
from bot.sandbox.world.messages import Person
from bot.sandbox.world.world import GROUP, World

LOOK_AGAIN_AFTER = 0.1  # seconds: a bot that never asks the clock grows quiet without a sound

RANGE = re.compile(r"bytes=(\d+)-(\d*)", re.ASCII)
"""Some browsers play no film that cannot be had in parts."""

SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm"})

Details = dict[str, Any]

_CHECKED = ConfigDict(arbitrary_types_allowed=True)
_ACTS = {name: validate_call(config=_CHECKED)(act) for name, act in ACTS.items()}


def _world(request: Request) -> World:
    world: World = request.app.state.world
    return world


def _person(world: World, id: int) -> Person:
    if id not in world.people:
        raise Impossible("there is no such person")
    return world.people[id]


async def clock(request: Request) -> Response:
    """The world's time; with `after`, held until the clock jumps or the bot shall report."""
    world, asked = _world(request), query(request, ClockQuestion)
    world.presence.hear_of_the_clock()
    after = asked.after
    if after is None:
        return _clock(world)
    if asked.idle:
        world.presence.next_due = asked.next
    with world.presence.listening(idle=asked.idle, after=after, report=asked.report) as listening:
        world.bell.ring()
        await unless_gone(
            request,
            world.bell.until(
                lambda: world.stopping or world.clock.is_news(after) or world.presence.must_report_anew(listening),
                asked.wait,
            ),
        )
    return _clock(world)


def _clock(world: World) -> Response:
    return JSONResponse({"now": world.clock.now(), "follows": True, "report": world.presence.report})


async def read_clock(request: Request) -> Response:
    world = _world(request)
    return JSONResponse({"now": world.clock.now(), "next_due": world.presence.next_due})


async def move_clock(request: Request) -> Response:
    world, move = _world(request), await body(request, CheckedMove)
    world.move_clock(world.clock.now() + (move.by or 0) if move.to is None else move.to)
    return await read_clock(request)


async def quiet(request: Request) -> Response:
    """Wait until the bot has nothing left to do."""
    world = _world(request)
    ends = time.monotonic() + query(request, Waiting).wait
    await request.body()
    while (why := world.why_busy()) and not world.stopping and (left := ends - time.monotonic()) > 0:
        waiting = world.bell.until(lambda: world.why_busy() is None, min(left, LOOK_AGAIN_AFTER))
        await unless_gone(request, waiting)
    return JSONResponse({"quiet": why is None, "why": why})


async def add_person(request: Request) -> Response:
    about = await body(request, NewPerson)
    person = _world(request).add_person(about.first_name, about.language_code, about.id)
    return JSONResponse(person.user())


async def list_people(request: Request) -> Response:
    return JSONResponse([person.user() for person in _world(request).people.values()])


async def group(_: Request) -> Response:
    return JSONResponse(GROUP)


async def act(request: Request) -> Response:
    world, name = _world(request), request.path_params["act"]
    person = _person(world, request.path_params["person"])
    if name not in _ACTS:
        raise Impossible("there is no such act")
    return JSONResponse(_ACTS[name](world, person, **await body(request, Details)))


async def list_messages(request: Request) -> Response:
    chat = _world(request).chats.get(int(request.path_params["chat"]))
    return JSONResponse([message.seen() for message in chat or ()])


async def list_answers(request: Request) -> Response:
    chat = int(request.path_params["chat"])
    return JSONResponse([each for each in _world(request).answers if each["chat_id"] == chat])


async def list_events(request: Request) -> Response:
    """What happened after the event of that number, waiting for something if need be."""
    world, asked = _world(request), query(request, Waiting)
    await request.body()
    await unless_gone(request, world.bell.until(lambda: world.stopping or len(world.events) > asked.after, asked.wait))
    return JSONResponse(world.events[max(asked.after, 0) :])


async def list_calls(request: Request) -> Response:
    after = query(request, Waiting).after
    return JSONResponse([vars(call) for call in _world(request).journal if call.number > after])


async def list_commands(request: Request) -> Response:
    world = _world(request)
    return JSONResponse(commands_shown(world, _person(world, request.path_params["person"])))


async def file(request: Request) -> Response:
    """What a message shows; only pictures and films are shown in place, anything else is saved."""
    found = _world(request).files.known(request.path_params["file"])
    if found is None:
        raise Impossible("there is no such file")
    headers = {"X-Content-Type-Options": "nosniff", "Accept-Ranges": "bytes"}
    if found.type not in SHOWN:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    kind = found.type or "application/octet-stream"
    wanted, size = RANGE.fullmatch(request.headers.get("range", "")), len(found.data)
    if wanted is None or int(wanted[1]) >= size:
        return Response(found.data, media_type=kind, headers=headers)
    first, last = int(wanted[1]), min(int(wanted[2] or size), size - 1)
    headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return Response(found.data[first : last + 1], 206, media_type=kind, headers=headers)


async def inject(request: Request) -> Response:
    kinds = {kind: content for kind, content in (await body(request, Details)).items() if kind != "update_id"}
    if len(kinds) != 1:
        raise Impossible("an update has one kind and its body")
    update = _world(request).inject(*kinds.popitem())
    return JSONResponse({"update_id": update.id if update else None})


async def repeat(request: Request) -> Response:
    update = _world(request).repeat(request.path_params["update"])
    if update is None:
        raise Impossible("there was no such update")
    return JSONResponse({"update_id": update.id})


async def list_updates(request: Request) -> Response:
    return JSONResponse([update.json() for update in _world(request).updates.made()])


async def add_fault(request: Request) -> Response:
    _world(request).faults.add(await body(request, Fault))
    return JSONResponse({})


async def replace_faults(request: Request) -> Response:
    """Have these and no others."""
    faults = await body(request, list[Fault])
    _world(request).faults.clear()
    for fault in faults:
        _world(request).faults.add(fault)
    return JSONResponse({})


async def clear_faults(request: Request) -> Response:
    _world(request).faults.clear()
    return JSONResponse({})


async def switch_limits(request: Request) -> Response:
    _world(request).limits.on = (await body(request, Switch)).on
    return JSONResponse({})


ROUTES = [
    Route("/clock", clock),
    Route("/sandbox/clock", read_clock, methods=["GET"]),
    Route("/sandbox/clock", move_clock, methods=["POST"]),
    Route("/sandbox/quiet", quiet),
    Route("/sandbox/people", list_people, methods=["GET"]),
    Route("/sandbox/people", add_person, methods=["POST"]),
    Route("/sandbox/people/{person:int}/{act}", act, methods=["POST"]),
    Route("/sandbox/people/{person:int}/commands", list_commands, methods=["GET"]),
    Route("/sandbox/files/{file}", file),
    Route("/sandbox/group", group),
    Route("/sandbox/chats/{chat}/messages", list_messages),
    Route("/sandbox/chats/{chat}/answers", list_answers),
    Route("/sandbox/events", list_events),
    Route("/sandbox/calls", list_calls),
    Route("/sandbox/updates", list_updates, methods=["GET"]),
    Route("/sandbox/updates", inject, methods=["POST"]),
    Route("/sandbox/updates/{update:int}/again", repeat, methods=["POST"]),
    Route("/sandbox/faults", add_fault, methods=["POST"]),
    Route("/sandbox/faults", replace_faults, methods=["PUT"]),
    Route("/sandbox/faults", clear_faults, methods=["DELETE"]),
    Route("/sandbox/limits", switch_limits, methods=["POST"]),
]


async def _impossible(_: Request, error: Exception) -> Response:
    reason = reason_of(error) if isinstance(error, ValidationError) else str(error)
    return JSONResponse({"error": reason}, 400)


async def _gone(_request: Request, _error: Exception) -> Response:
    return Response(status_code=499)


HANDLERS: dict[Any, Any] = {
    Impossible: _impossible,
    ValidationError: _impossible,
    Gone: _gone,
}


def control_app(world: World) -> Starlette:
    """The control API of one world alone, for a server that has several."""
    app = Starlette(routes=ROUTES, exception_handlers=HANDLERS)
    app.state.world = world
    return app
