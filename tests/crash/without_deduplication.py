"""`python -m bot`, save that every delivery of an update counts as a new one: what the crash tests have to notice."""

from unittest.mock import patch
from uuid import uuid4

from bot.__main__ import main
from bot.store import inbox


def new_each_time(*_: object) -> str:
    """Stands in for the key of an update."""
    return uuid4().hex


if __name__ == "__main__":
    with patch.object(inbox, "key_of", new_each_time):
        main()
