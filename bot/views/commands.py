"""The command menu: only what works already, in the order people need it."""

COMMANDS = (
    "start",
    "today",
    "done",
    "skip",
    "undo",
    "progress",
    "plan",
    "remind",
    "pause",
    "resume",
    "why",
    "learn",
    "privacy",
    "deleteme",
    "cancel",
    "help",
)
"""Each has a message `command-NAME` that says what it does."""
