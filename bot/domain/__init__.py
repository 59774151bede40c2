"""Nouns and rules of hip training: frozen values and pure functions, without I/O, clock, Telegram or SQL."""
