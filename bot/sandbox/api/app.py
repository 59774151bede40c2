"""The Bot API over HTTP, with the control API and the clock beside it."""

import asyncio
import re
import time
from hashlib import sha256
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.sandbox.api import control, mailing, messaging, polling, profiling
from bot.sandbox.api.forms import parameters_of
from bot.sandbox.api.guard import Guard
from bot.sandbox.api.held import Gone, unless_gone
from bot.sandbox.api.parameters import recorded, validated
from bot.sandbox.api.polling import get_updates
from bot.sandbox.api.registry import METHODS, Method
from bot.sandbox.refusal import NotFound, Refusal
from bot.sandbox.shape import JSON
from bot.sandbox.world.faults import Fault
from bot.sandbox.world.journal import Call
from bot.sandbox.world.world import World

OFFERED = (mailing, messaging, polling, profiling)  # imported for the methods they add
TOKEN = re.compile(r"(\d+):[\w-]{3,}", re.ASCII)


def make_app(world: World, token: str | None = None) -> Starlette:
    """The whole server; with a token, calls under another one are unauthorized."""
    app = Starlette(
        routes=[
            Route("/bot{token}/{method}", bot_api, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", bot_file, methods=["GET"]),
            *control.ROUTES,
        ],
        middleware=[Middleware(Guard)],
        exception_handlers=control.HANDLERS,
    )
    app.state.world = world
    app.state.token_hash = _hash(token) if token else None
    return app


async def bot_api(request: Request) -> Response:
    """Answer a call as Telegram would, and keep a record of it."""
    world: World = request.app.state.world
    name = request.path_params["method"]
    method = METHODS.get(name.lower())
    call = world.journal.open(method.name if method else name, {}, world.clock.now())
    begun = time.monotonic()
    try:
        return await _answer(request, world, method, call)
    except Refusal as refusal:
        call.refused(refusal)
        return _refused(refusal)
    except Gone:
        call.error = "the caller hung up"
        return Response(status_code=499)
    finally:
        call.seconds, call.over = time.monotonic() - begun, True


async def bot_file(request: Request) -> Response:
    """The bytes of a file, under the path that getFile gave."""
    world: World = request.app.state.world
    try:
        _identify(request, world)
    except Refusal as refusal:
        return _refused(refusal)
    file = world.files.at(request.path_params["path"])
    return Response(file.data) if file else _refused(NotFound())


async def _answer(request: Request, world: World, method: Method | None, call: Call) -> Response:
    _identify(request, world)
    if method is None:
        raise NotFound
    values = await parameters_of(request)
    call.parameters = {name: str(value) for name, value in values.items()}
    parameters = validated(method.model, values)
    call.parameters = recorded(parameters)
    fault = world.faults.take(method.name, call.parameters.get("chat_id"))
    if fault:
        return await _with_fault(fault, request, world, method, call, parameters)
    return JSONResponse(await _done(request, world, method, call, parameters))


async def _done(request: Request, world: World, method: Method, call: Call, parameters: Any) -> JSON:
    if method.name == "getUpdates":
        call.result = await unless_gone(request, get_updates(world, parameters))
    else:
        with world.presence.calling():
            call.result = method.do(world, parameters)
    return {"ok": True, "result": call.result}


async def _with_fault(
    fault: Fault,
    request: Request,
    world: World,
    method: Method,
    call: Call,
    parameters: Any,
) -> Response:
    call.fault = fault.kind
    if refusal := fault.refusal():
        raise refusal
    if fault.kind == "drop_before":
        return _hang_up(request)
    if fault.kind == "slow":
        with world.presence.calling():
            await unless_gone(request, asyncio.sleep(fault.seconds))
    answer = JSONResponse(await _done(request, world, method, call, parameters))
    if fault.kind == "drop_after":
        return _hang_up(request)
    if fault.kind == "truncated":
        half = bytes(answer.body)[: len(answer.body) // 2]
        return Response(half, media_type="application/json")
    return answer


def _identify(request: Request, world: World) -> None:
    """Check the token, and keep nothing of it but the bot's id."""
    token = request.path_params["token"]
    well_formed = TOKEN.fullmatch(token)
    if not well_formed:
        raise NotFound
    expected = request.app.state.token_hash
    if expected and _hash(token) != expected:
        raise Refusal(401, "Unauthorized")
    world.bot_id = int(well_formed[1])


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _refused(refusal: Refusal) -> Response:
    body: JSON = {
        "ok": False,
        "error_code": refusal.code,
        "description": refusal.description,
    }
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return JSONResponse(body, refusal.code)


def _hang_up(request: Request) -> Response:
    """Cut the connection; the response is for nobody."""
    request.state.hang_up()
    return Response(status_code=499)
