"""Logging without a token, an id or a word of anybody's."""

import logging
import re
import sys
import traceback
from types import TracebackType

TOKEN = re.compile(r"\d{3,20}(?::|%3A)[\w-]{20,100}", re.IGNORECASE)

QUOTING = (ValueError, TypeError, LookupError, AttributeError)
"""Errors whose words may be what somebody typed, or their name."""


class WithoutTokens(logging.Formatter):
    """Formats a record, exceptions included, and blacks out anything that looks like a token."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return TOKEN.sub("<token>", super().format(record))

    def formatException(self, ei: object) -> str:  # noqa: N802 -- logging names it
        """Return the trace; what an error quotes is left out."""
        return "".join(_told(error)) if (error := _error_of(ei)) else ""


def set_up_logs(level: str) -> None:
    """Log to the standard error; libraries that would print updates or URLs stay quiet."""
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutTokens("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("telegram", "httpx", "httpcore", "apscheduler", "aiosqlite", "asyncio"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    logging.getLogger("telegram.ext.Updater").setLevel(logging.CRITICAL)
    logging.getLogger("telegram.Bot").disabled = True  # it prints whole updates that it cannot read
    sys.excepthook = _last_words


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger(__name__).critical("the program ended by an error", exc_info=(kind, error, trace))


def _error_of(exc_info: object) -> BaseException | None:
    found = exc_info[1] if isinstance(exc_info, tuple) else None
    return found if isinstance(found, BaseException) else None


def _told(error: BaseException) -> list[str]:
    """Tell an error and what led to it, the oldest first, as Python does."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [*_told(before), "-- then --\n"] if before else []
    words = "" if isinstance(error, QUOTING) else f": {error}"
    return [*lines, *traceback.format_tb(error.__traceback__), f"{type(error).__name__}{words}"[:1000], "\n"]
