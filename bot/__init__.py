"""A Telegram coach for hip and glute strength at home."""

import zoneinfo

# A system's own zone data is often older than the pinned tzdata package, and people would be reminded an hour off.
zoneinfo.reset_tzpath(())
