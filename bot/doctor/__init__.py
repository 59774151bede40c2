"""The doctor looks at everything the coach needs, changes nothing, and says what to do about each fault."""

from bot.doctor.examination import examine
from bot.doctor.finding import Finding

__all__ = ["Finding", "examine"]
