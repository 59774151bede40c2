"""getUpdates: the long poll by which a bot hears of the world, and what replaces it."""

from bot.sandbox.api import parameters as takes
from bot.sandbox.api.registry import method
from bot.sandbox.refusal import BadRequest, Refusal
from bot.sandbox.shape import JSON
from bot.sandbox.world.world import World


@method("getUpdates", takes.GetUpdates)
async def get_updates(world: World, call: takes.GetUpdates) -> list[JSON]:
    """Confirm what lies before the offset, then wait for something to deliver."""
    world.polls += 1
    mine = world.polls
    world.bell.ring()
    if call.allowed_updates is not None:
        world.updates.allowed = frozenset(call.allowed_updates)
    world.confirm(call.offset)
    await world.bell.until(lambda: _something(world, mine), call.timeout)
    if world.polls != mine:
        raise Refusal(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        )
    return world.updates.deliver(call.limit, world.clock.now())


def _something(world: World, mine: int) -> bool:
    waiting = world.updates.waiting(world.clock.now())
    return bool(waiting) or world.polls != mine or world.stopping


@method("setWebhook", takes.Anything)
def set_webhook(_world: World, _call: takes.Anything) -> bool:
    raise BadRequest("bad webhook: the sandbox offers getUpdates only")


@method("deleteWebhook", takes.DeleteWebhook)
def delete_webhook(world: World, call: takes.DeleteWebhook) -> bool:
    if call.drop_pending_updates:
        world.forget_updates()
    return True


@method("getWebhookInfo", takes.Nothing)
def get_webhook_info(world: World, _call: takes.Nothing) -> JSON:
    waiting = len(world.updates.waiting(world.clock.now()))
    return {"url": "", "has_custom_certificate": False, "pending_update_count": waiting}
