"""Breaks the rules of bot/domain one small piece at a time, and asks their tests to notice."""
