"""Where a person lives, told offline: from a typed name, a clock, a shared location or a language."""
