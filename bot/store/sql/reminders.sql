-- name: arm
INSERT INTO reminders (athlete, next_day, next_due_at) VALUES (:athlete, :day, :at)
ON CONFLICT (athlete) DO UPDATE SET next_day = excluded.next_day, next_due_at = excluded.next_due_at

-- name: advance
UPDATE reminders SET next_day = :next_day, next_due_at = :next_at
WHERE athlete = :athlete AND next_day = :day AND next_due_at = :at
RETURNING athlete

-- name: clear
DELETE FROM reminders WHERE athlete = :athlete

-- name: of
SELECT * FROM reminders WHERE athlete = :athlete

-- name: due
SELECT * FROM reminders WHERE next_due_at <= :now ORDER BY next_due_at, athlete LIMIT :limit

-- name: earliest
SELECT min(at) AS at FROM (
    SELECT min(next_due_at) AS at FROM reminders
    UNION ALL
    SELECT min(due_at) AS at FROM deliveries WHERE state = 'due'
) AS waiting
