"""A Telegram coach for hip and glute strength at home."""

import os
import zoneinfo

# A system's own zone data is often older than the pinned tzdata package, and people would be reminded an hour off.
zoneinfo.reset_tzpath(())
# python-telegram-bot gives periods as timedeltas then, as its next version always will, and warns of nothing.
os.environ.setdefault("PTB_TIMEDELTA", "1")
