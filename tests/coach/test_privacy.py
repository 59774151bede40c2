"""Deleting leaves nothing of somebody, and everything of everybody else."""
