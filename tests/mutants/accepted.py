"""Mutants that no test can tell from the rules, each with its reason."""

ACCEPTED: dict[tuple[str, str, str], str] = {}
"""By module, line of code and change."""
