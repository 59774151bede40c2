"""Reading a reply as the chat would show it."""

from bot.views import Reply, buttons


def labels(reply: Reply) -> list[str]:
    return [button.label for row in reply.rows for button in row]


def presses(reply: Reply) -> list[buttons.Press]:
    return [button.press for row in reply.rows for button in row]
