"""python-telegram-bot works against the sandbox as it does against Telegram."""

from telegram import BotCommand, Update

from bot.sandbox.client import Sandbox


async def test_an_application_starts_polls_sends_edits_and_answers(sandbox: Sandbox, echo: str) -> None:
    ann = await sandbox.person()
    await ann.say("/start")
    await sandbox.quiet()
    ready, _ = await ann.heard()
    assert (ready.html, ready.button("yes").data) == ("<b>Ready</b>?", "yes")
    await ann.press("Yes")
    await sandbox.quiet()
    await ann.say("hi")
    await sandbox.quiet()
    assert [message.text for message in await ann.heard()] == ["You chose yes", "keys", "You said hi"]
    assert [answer.text for answer in await ann.answers()] == ["noted"]
    assert not [call for call in await sandbox.calls() if call.broken]


async def test_every_update_that_was_made_can_be_read(sandbox: Sandbox, echo: str) -> None:
    ann = await sandbox.person()
    await ann.edit(await ann.say("/start"), "/help")
    await sandbox.quiet()
    for update in await sandbox.updates():
        read = Update.de_json(update, None)
        assert read
        assert read.effective_user
        assert read.effective_user.id == ann.id


async def test_commands_are_kept(sandbox: Sandbox, echo: str) -> None:
    [command] = [call for call in await sandbox.calls() if call.method == "setMyCommands"]
    assert command.parameters["commands"] == [BotCommand("start", "Begin").to_dict()]
