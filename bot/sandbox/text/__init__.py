"""Formatted text: markup in, entities out, and back."""
