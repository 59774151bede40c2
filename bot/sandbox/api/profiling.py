"""Methods about the bot itself: who it is, its commands, names and descriptions."""

import json
import re

from bot.sandbox.api import parameters as takes
from bot.sandbox.api.addressing import known_chat
from bot.sandbox.api.registry import method
from bot.sandbox.refusal import BadRequest
from bot.sandbox.shape import JSON
from bot.sandbox.world.messages import Person
from bot.sandbox.world.world import World

MOST_COMMANDS = 100
LONGEST_COMMAND_DESCRIPTION = 256
SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat",
    "chat_administrators", "chat_member",
}  # fmt: skip


@method("getMe", takes.Nothing)
def get_me(world: World, _call: takes.Nothing) -> JSON:
    return world.bot() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("getChat", takes.ToChat)
def get_chat(world: World, call: takes.ToChat) -> JSON:
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription")
    return known_chat(world, call.chat_id).about | {
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys((*gifts, "gifts_from_channels"), True),
    }


@method("setMyCommands", takes.SetCommands)
def set_commands(world: World, call: takes.SetCommands) -> bool:
    if len(call.commands) > MOST_COMMANDS:
        raise BadRequest("BOT_COMMANDS_TOO_MUCH")
    for command in call.commands:
        _check_command(command)
    commands = [command.model_dump() for command in call.commands]
    world.profile[_commands_of(call)] = commands
    return True


@method("getMyCommands", takes.CommandScope)
def get_commands(world: World, call: takes.CommandScope) -> list[JSON]:
    commands: list[JSON] = world.profile.get(_commands_of(call), [])
    return commands


def commands_shown(world: World, person: Person) -> list[JSON]:
    """The menu that this person's app shows: the narrowest scope counts, in their language or in any."""
    scopes: list[JSON] = [{"type": "chat", "chat_id": person.id}, {"type": "all_private_chats"}, {"type": "default"}]
    for scope in scopes:
        for language in (person.language_code or "", ""):
            commands: list[JSON] = world.profile.get(_key(scope, language), [])
            if commands:
                return commands
    return []


@method("deleteMyCommands", takes.CommandScope)
def delete_commands(world: World, call: takes.CommandScope) -> bool:
    world.profile.pop(_commands_of(call), None)
    return True


@method("setMyName", takes.SetName)
def set_name(world: World, call: takes.SetName) -> bool:
    return _describe(world, "name", call.language_code, call.name, 64)


@method("setMyDescription", takes.SetDescription)
def set_description(world: World, call: takes.SetDescription) -> bool:
    return _describe(world, "description", call.language_code, call.description, 512)


@method("setMyShortDescription", takes.SetShortDescription)
def set_short_description(world: World, call: takes.SetShortDescription) -> bool:
    text = call.short_description
    return _describe(world, "short_description", call.language_code, text, 120)


@method("getMyName", takes.ForLanguage)
def get_name(world: World, call: takes.ForLanguage) -> JSON:
    return {"name": world.profile.get(("name", call.language_code), world.bot()["first_name"])}


@method("getMyDescription", takes.ForLanguage)
def get_description(world: World, call: takes.ForLanguage) -> JSON:
    return {"description": world.profile.get(("description", call.language_code), "")}


@method("getMyShortDescription", takes.ForLanguage)
def get_short_description(world: World, call: takes.ForLanguage) -> JSON:
    text = world.profile.get(("short_description", call.language_code), "")
    return {"short_description": text}


@method("logOut", takes.Nothing)
@method("close", takes.Nothing)
def leave(_world: World, _call: takes.Nothing) -> bool:
    return True


def _describe(world: World, what: str, language: str, text: str, longest: int) -> bool:
    if len(text) > longest:
        raise BadRequest(f"bot {what.replace('_', ' ')} is too long")
    world.profile[what, _language(language)] = text
    return True


def _commands_of(call: takes.CommandScope) -> tuple[str, ...]:
    scope = call.scope or {"type": "default"}
    if scope.get("type") not in SCOPES:
        raise BadRequest("can't parse BotCommandScope: unsupported type specified")
    return _key(scope, _language(call.language_code))


def _key(scope: JSON, language: str) -> tuple[str, ...]:
    return "commands", json.dumps(scope, sort_keys=True), language


def _check_command(command: takes.Command) -> None:
    if not re.fullmatch(r"[a-z0-9_]{1,32}", command.command):
        raise BadRequest("BOT_COMMAND_INVALID")
    if not 1 <= len(command.description.strip()) <= LONGEST_COMMAND_DESCRIPTION:
        raise BadRequest("BOT_COMMAND_DESCRIPTION_INVALID")


def _language(code: str) -> str:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise BadRequest("invalid language code specified")
    return code
