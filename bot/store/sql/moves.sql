-- name: of
SELECT day, moved_to FROM moves WHERE athlete = :athlete AND (day >= :since OR moved_to >= :since) ORDER BY day

-- name: put
INSERT INTO moves (athlete, day, moved_to, made_on, moved_from) VALUES (:athlete, :day, :moved_to, :made_on, :day)
ON CONFLICT (athlete, day) DO UPDATE
SET moved_to = excluded.moved_to, made_on = excluded.made_on, moved_from = moves.moved_to

-- name: take_back
UPDATE moves SET moved_to = moved_from, made_on = NULL WHERE athlete = :athlete AND made_on = :made_on
RETURNING day

-- name: clear
DELETE FROM moves WHERE athlete = :athlete
