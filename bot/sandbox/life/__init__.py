"""Weeks in somebody's life with the coach: they read the screen, do the moves, answer, travel; a diary becomes a report."""
