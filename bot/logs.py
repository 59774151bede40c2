"""Logging without a token, an id or a word of anybody's."""

import logging
import re

TOKEN = re.compile(r"\d{3,20}:[\w-]{20,100}")


class WithoutTokens(logging.Formatter):
    """Formats a record, exceptions included, and blacks out anything that looks like a token."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return TOKEN.sub("<token>", super().format(record))


def set_up_logs(level: str) -> None:
    """Log to the standard error; libraries that would print updates or URLs stay quiet."""
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutTokens("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("telegram", "httpx", "httpcore", "apscheduler", "aiosqlite", "asyncio"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    logging.getLogger("telegram.ext.Updater").setLevel(logging.CRITICAL)
    logging.getLogger("telegram.Bot").disabled = True  # it prints whole updates that it cannot read
