-- name: of
SELECT day, moved_to FROM moves WHERE athlete = :athlete AND (day >= :since OR moved_to >= :since) ORDER BY day

-- name: put
INSERT INTO moves (athlete, day, moved_to) VALUES (:athlete, :day, :moved_to)
ON CONFLICT (athlete, day) DO UPDATE SET moved_to = excluded.moved_to

-- name: clear
DELETE FROM moves WHERE athlete = :athlete
