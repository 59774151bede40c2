CREATE TABLE athletes (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    step TEXT NOT NULL,
    zone TEXT NOT NULL,
    weekdays TEXT NOT NULL,
    remind_at INTEGER NOT NULL,
    level TEXT NOT NULL,
    level_since INTEGER,
    equipment TEXT NOT NULL,
    length INTEGER NOT NULL,
    limits TEXT NOT NULL,
    opted_in TEXT NOT NULL,
    readiness_on TEXT,
    hold TEXT,
    recheck_on TEXT,
    rest_messages INTEGER NOT NULL,
    paused INTEGER NOT NULL,
    paused_until TEXT,
    blocked INTEGER NOT NULL,
    onboarded_on TEXT,
    latest_day TEXT,
    live_message INTEGER
) STRICT;

CREATE TABLE workouts (
    id INTEGER PRIMARY KEY,
    athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    state TEXT NOT NULL,
    routine TEXT NOT NULL,
    planned_in_week INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    pending TEXT
) STRICT;

CREATE INDEX workouts_by_athlete ON workouts (athlete);
CREATE UNIQUE INDEX workouts_open ON workouts (athlete) WHERE state = 'open';

-- The log is append-only: an undo marks, nothing but erasing an athlete deletes.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    workout INTEGER NOT NULL REFERENCES workouts (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    item INTEGER NOT NULL,
    exercise TEXT NOT NULL,
    variation TEXT NOT NULL,
    amount INTEGER,
    as_planned INTEGER NOT NULL,
    effort TEXT,
    eased TEXT,
    happened_at INTEGER NOT NULL,
    logged_at INTEGER NOT NULL,
    undone_at INTEGER,
    update_key TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    UNIQUE (update_key, ordinal)
) STRICT;

CREATE INDEX entries_by_workout ON entries (workout);

CREATE TABLE reminders (
    athlete INTEGER PRIMARY KEY REFERENCES athletes (id) ON DELETE CASCADE,
    next_day TEXT NOT NULL,
    next_due_at INTEGER NOT NULL
) STRICT;

CREATE INDEX reminders_by_time ON reminders (next_due_at);

CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    marked_at INTEGER,
    wording TEXT,
    message_id INTEGER,
    UNIQUE (athlete, kind, day, ordinal)
) STRICT;

-- However often a rule, a zone or a clock changes: one message about a day.
CREATE UNIQUE INDEX deliveries_one_a_day ON deliveries (athlete, day) WHERE kind IN ('workout', 'rest');
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE state = 'due';
CREATE INDEX deliveries_in_hand ON deliveries (state) WHERE state IN ('claimed', 'sending');

CREATE TABLE milestones (
    athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
    milestone TEXT NOT NULL,
    day TEXT NOT NULL,
    PRIMARY KEY (athlete, milestone)
) STRICT;

CREATE TABLE moves (
    athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    moved_to TEXT,
    PRIMARY KEY (athlete, day)
) STRICT;

-- No reference to athletes: most people write before they become one.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY,
    update_key TEXT NOT NULL UNIQUE,
    person INTEGER,
    body TEXT,
    received_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL
) STRICT;

CREATE INDEX inbox_waiting ON inbox (state) WHERE state IN ('open', 'applied');

-- Ids at the time somebody was erased, so that none is given twice: old buttons name them.
CREATE TABLE last_ids (
    name TEXT PRIMARY KEY,
    id INTEGER NOT NULL
) STRICT;

INSERT INTO last_ids (name, id) VALUES ('workouts', 0), ('entries', 0), ('deliveries', 0);

-- A row here: somebody was erased, and the file has not been swept since.
CREATE TABLE traces (
    id INTEGER PRIMARY KEY
) STRICT;
