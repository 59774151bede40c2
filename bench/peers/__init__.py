"""Bots as people usually write them, for comparison."""
