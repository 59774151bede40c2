"""Movements drawn from their files: a skeleton of degrees, a body of round cones, a looping clip."""
