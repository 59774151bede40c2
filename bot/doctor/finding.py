"""One line of the doctor's: what was looked at, whether it is all right, and what to do if not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A check and how it went; a fault's sentence says what to do."""

    name: str
    is_ok: bool
    said: str

    def __str__(self) -> str:
        """Return the line."""
        return f"{'ok' if self.is_ok else 'FAULT':<6}{self.name:<11}{self.said}"


def ok(name: str, said: str) -> Finding:
    """All is well."""
    return Finding(name, is_ok=True, said=said)


def fault(name: str, said: str) -> Finding:
    """Something has to be done."""
    return Finding(name, is_ok=False, said=said)
