"""How the sandbox says no, in Telegram's own words."""


class Refusal(Exception):
    """A call that Telegram would refuse; `broken` unless a good bot has to expect it."""

    def __init__(
        self,
        code: int,
        description: str,
        *,
        broken: bool = True,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.broken = broken
        self.retry_after = retry_after


class BadRequest(Refusal):
    """400: the call itself is wrong."""

    def __init__(self, reason: str, *, broken: bool = True) -> None:
        super().__init__(400, f"Bad Request: {reason}", broken=broken)


class Forbidden(Refusal):
    """403: the person does not want it, which a good bot has to expect."""

    def __init__(self, reason: str, *, broken: bool = False) -> None:
        super().__init__(403, f"Forbidden: {reason}", broken=broken)


class NotFound(Refusal):
    """404: no such method, or a token that cannot be one."""

    def __init__(self) -> None:
        super().__init__(404, "Not Found")


class Impossible(Exception):
    """Something a person could not do in Telegram either, asked of the control API."""
