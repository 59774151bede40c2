"""The content pack: reads it, checks it, and gives domain objects."""
