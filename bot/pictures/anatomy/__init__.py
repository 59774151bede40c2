"""Anatomy for the lessons: outlines of bones and muscles, painted with Pillow."""
