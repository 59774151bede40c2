"""What can be wrong with the store, as errors."""


class StoreUnavailable(Exception):
    """The database cannot be used; the message is a sentence for the host."""


class StoreStalled(TimeoutError):
    """A statement took too long, and was interrupted; whatever it belonged to is rolled back."""


class NestedChange(RuntimeError):
    """A task opened the store while it had it open already: it would wait for itself for ever."""


class UnknownUpdate(LookupError):
    """No such update in the inbox."""
