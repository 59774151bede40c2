-- name: get
SELECT * FROM workouts WHERE id = :id AND athlete = :athlete

-- name: open
SELECT * FROM workouts WHERE athlete = :athlete AND state = 'open'

-- name: latest
SELECT * FROM workouts WHERE athlete = :athlete ORDER BY id DESC LIMIT 1

-- name: on_day
SELECT * FROM workouts WHERE athlete = :athlete AND day = :day ORDER BY id

-- name: ended
SELECT * FROM workouts
WHERE athlete = :athlete AND state IN ('finished', 'stopped') AND day >= :since
ORDER BY id

-- name: entries
SELECT * FROM entries WHERE workout = :workout AND undone_at IS NULL ORDER BY id

-- name: ended_entries
SELECT entries.*
FROM entries JOIN workouts ON workouts.id = entries.workout
WHERE workouts.athlete = :athlete AND workouts.state IN ('finished', 'stopped') AND workouts.day >= :since
    AND entries.undone_at IS NULL
ORDER BY entries.id

-- name: start
INSERT INTO workouts (id, athlete, day, state, routine, planned_in_week, started_at)
VALUES (
    (SELECT max(id) + 1 FROM (
        SELECT max(id) AS id FROM workouts UNION ALL SELECT id FROM last_ids WHERE name = 'workouts'
    ) AS given),
    :athlete, :day, 'open', :routine, :planned_in_week, :at
)
RETURNING *

-- name: append
-- The exercise's names are copied from the routine (or what replaced it last), for queries over many workouts.
INSERT INTO entries (
    id, workout, kind, item, exercise, variation, amount, as_planned, effort, eased, area, morning, happened_at,
    logged_at, update_key, ordinal, left_amount, right_amount
) VALUES (
    (SELECT max(id) + 1 FROM (
        SELECT max(id) AS id FROM entries UNION ALL SELECT id FROM last_ids WHERE name = 'entries'
    ) AS given),
    :workout,
    :kind,
    :item,
    coalesce(
        json_extract(:eased, '$.exercise'),
        (
            SELECT json_extract(eased, '$.exercise') FROM entries
            WHERE workout = :workout AND item = :item AND eased IS NOT NULL AND undone_at IS NULL
            ORDER BY id DESC LIMIT 1
        ),
        (SELECT json_extract(routine, '$.prescriptions[' || :item || '].exercise') FROM workouts WHERE id = :workout)
    ),
    coalesce(
        json_extract(:eased, '$.variation'),
        (
            SELECT json_extract(eased, '$.variation') FROM entries
            WHERE workout = :workout AND item = :item AND eased IS NOT NULL AND undone_at IS NULL
            ORDER BY id DESC LIMIT 1
        ),
        (SELECT json_extract(routine, '$.prescriptions[' || :item || '].variation') FROM workouts WHERE id = :workout)
    ),
    :amount,
    :as_planned,
    :effort,
    :eased,
    :area,
    :morning,
    :happened_at,
    :logged_at,
    :update_key,
    :ordinal,
    :left,
    :right
)
ON CONFLICT (update_key, ordinal) DO NOTHING

-- name: undo
-- What one message skipped is taken back together.
UPDATE entries SET undone_at = :now
WHERE undone_at IS NULL AND (
    id = :entry
    OR (kind = 'skip' AND update_key = (SELECT update_key FROM entries WHERE id = :entry))
)

-- name: end
UPDATE workouts SET state = :state, ended_at = :at WHERE id = :workout

-- name: reopen
UPDATE workouts SET state = 'open', ended_at = NULL WHERE id = :workout

-- name: move_to_day
UPDATE workouts SET day = :day WHERE id = :workout AND state = 'open'

-- name: set_pending
UPDATE workouts SET pending = :text WHERE id = :workout
