-- name: last
SELECT ran_at, fault FROM upkeep

-- name: record
INSERT INTO upkeep (id, ran_at, fault) VALUES (1, :now, :fault)
ON CONFLICT (id) DO UPDATE SET ran_at = excluded.ran_at, fault = excluded.fault

-- name: sample
PRAGMA analysis_limit = 400

-- name: optimize
PRAGMA optimize

-- name: check
PRAGMA quick_check(1)
