-- name: note
INSERT INTO traces (id) VALUES (1) ON CONFLICT (id) DO NOTHING

-- name: noted
SELECT id FROM traces

-- name: rewrite
VACUUM

-- name: empty_log
PRAGMA wal_checkpoint(TRUNCATE)

-- name: swept
DELETE FROM traces

-- name: wait_for_nobody
PRAGMA busy_timeout = 0

-- name: wait_as_usual
PRAGMA busy_timeout = 5000
