"""A local, strict Telegram: Bot API server, control API, script player and terminal chat.

In a test, with any bot whose base URL can be set::

    async with serve() as serving, Sandbox(serving.url) as sandbox:
        ...start a bot with base URL f"{serving.url}/bot" and, if it follows the clock,
        CLOCK_URL f"{serving.url}/clock"...
        ann = await sandbox.person()
        await ann.say("/start")
        await sandbox.quiet()                 # the bot has nothing left to do
        [answer] = await ann.heard()
        await ann.press("Yes")                # or ann.tap(answer.id, data)
        await sandbox.go_to_next_due()        # move the clock to what the bot waits for
        assert not [call for call in await sandbox.calls() if call.broken]

`serve` is in `serving`, `Sandbox` in `client`. `launch.stage` starts a sandbox together with the
coach as a process; `script.play` plays a script against it; `terminal` is for people.

Inside: `world` is people, chats, updates and the clock, without HTTP; `api` offers it over HTTP;
`text` reads markup. The client side is `client`, `person`, `sight` (what can be seen), `chatview`.

The server is stricter than Telegram in one point: unknown parameters are refused, not ignored.
It knows nothing of the coach; the coach reaches it over HTTP only.
"""
