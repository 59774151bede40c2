-- name: add
INSERT INTO deliveries (id, athlete, kind, day, ordinal, due_at, state, wording)
VALUES (
    (SELECT max(id) + 1 FROM (
        SELECT max(id) AS id FROM deliveries UNION ALL SELECT id FROM last_ids WHERE name = 'deliveries'
    ) AS given),
    :athlete, :kind, :day, :ordinal, :due_at, :state, :wording
)
ON CONFLICT DO NOTHING
RETURNING *

-- name: due
SELECT * FROM deliveries WHERE state = 'due' AND due_at <= :now ORDER BY due_at, id LIMIT :limit

-- name: mark
UPDATE deliveries SET
    state = :state,
    marked_at = :now,
    message_id = coalesce(:message_id, message_id),
    wording = coalesce(:wording, wording)
WHERE id = :id

-- name: get
SELECT * FROM deliveries WHERE id = :id AND athlete = :athlete

-- name: on_day
SELECT * FROM deliveries WHERE athlete = :athlete AND day = :day ORDER BY id

-- name: latest_day
SELECT max(day) AS day FROM deliveries WHERE athlete = :athlete AND kind IN ('workout', 'rest')

-- name: wordings
SELECT wording, count(*) AS times FROM deliveries
WHERE athlete = :athlete AND kind = :kind AND wording IS NOT NULL
GROUP BY wording

-- name: recover
UPDATE deliveries SET
    state = CASE state WHEN 'claimed' THEN 'due' ELSE 'uncertain' END,
    marked_at = :now
WHERE state IN ('claimed', 'sending')
