"""Tests of the content pack: what is refused and how it is said, and what the domain gets."""
