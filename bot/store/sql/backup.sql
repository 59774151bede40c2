-- name: hold
BEGIN

-- name: ours
SELECT name FROM sqlite_schema WHERE name = 'migrations'

-- name: alone
PRAGMA journal_mode = DELETE

-- name: sweep
VACUUM

-- name: swept
DELETE FROM traces

-- name: count
SELECT (SELECT count(*) FROM athletes) AS athletes, (SELECT count(*) FROM entries WHERE kind = 'set') AS entries
