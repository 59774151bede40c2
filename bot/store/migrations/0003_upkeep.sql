-- When upkeep last ran, and what the check of the file said if it found something.
CREATE TABLE upkeep (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    ran_at INTEGER NOT NULL,
    fault TEXT
) STRICT;
