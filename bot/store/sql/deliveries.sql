-- name: add
INSERT INTO deliveries (id, athlete, kind, day, ordinal, due_at, state, wording, because, marked_at, token, lease_until)
VALUES (
    (SELECT max(id) + 1 FROM (
        SELECT max(id) AS id FROM deliveries UNION ALL SELECT id FROM last_ids WHERE name = 'deliveries'
    ) AS given),
    :athlete, :kind, :day, :ordinal, :due_at, :state, :wording, :because, :now, :token, :lease_until
)
ON CONFLICT DO NOTHING
RETURNING *

-- name: due
-- A lease that ends later than any lease given now was given before the clock went back.
SELECT * FROM (
    SELECT * FROM deliveries WHERE state = 'due' AND due_at <= :now
    UNION ALL
    SELECT * FROM deliveries WHERE state IN ('claimed', 'sending')
) AS waiting
WHERE coalesce(lease_until, :now) <= :now OR lease_until > :latest
ORDER BY due_at, id LIMIT :limit

-- name: claim
UPDATE deliveries SET
    state = 'claimed',
    marked_at = :now,
    token = token + 1,
    lease_until = :lease_until,
    wording = coalesce(:wording, wording)
WHERE id = :id AND token = :token AND state IN ('due', 'claimed')
RETURNING *

-- name: leave
UPDATE deliveries SET state = 'sending', marked_at = :now, lease_until = :lease_until
WHERE id = :id AND token = :token AND state = 'claimed'
RETURNING id

-- name: mark
-- Uncertain is no last word for who sent it: an answer may come late.
UPDATE deliveries SET
    state = :state,
    marked_at = :now,
    message_id = coalesce(:message_id, message_id),
    because = :because
WHERE id = :id AND token = :token AND state IN ('due', 'claimed', 'sending', 'uncertain')
RETURNING id

-- name: give_back
UPDATE deliveries SET state = 'due', marked_at = :now, lease_until = :again_at
WHERE id = :id AND token = :token AND state IN ('claimed', 'sending')

-- name: call_off
-- How a pain is in the morning is no matter of the day's training.
UPDATE deliveries SET state = 'not_needed', because = :because, marked_at = :now
WHERE athlete = :athlete AND day = :day AND kind <> 'morning' AND state IN ('due', 'claimed')

-- name: get
SELECT * FROM deliveries WHERE id = :id AND athlete = :athlete

-- name: on_day
SELECT * FROM deliveries WHERE athlete = :athlete AND day = :day ORDER BY id

-- name: latest_day
SELECT max(day) AS day FROM deliveries
WHERE athlete = :athlete AND kind IN ('workout', 'rest', 'weekly', 'pause_asked')

-- name: latest_weekly
SELECT max(day) AS day FROM deliveries
WHERE athlete = :athlete AND kind = 'weekly' AND state IN ('sent', 'uncertain')

-- name: before
SELECT * FROM deliveries
WHERE athlete = :athlete AND day < :day AND kind IN ('workout', 'rest', 'weekly', 'pause_asked')
ORDER BY day DESC LIMIT 1

-- name: latest_sent
SELECT kind FROM deliveries
WHERE athlete = :athlete AND kind IN ('workout', 'rest', 'weekly', 'pause_asked') AND state IN ('sent', 'uncertain')
ORDER BY day DESC LIMIT 1

-- name: wordings
SELECT wording, count(*) AS times FROM deliveries
WHERE athlete = :athlete AND kind = :kind AND wording IS NOT NULL
GROUP BY wording

-- name: count_uncertain
-- Before recover: these may have arrived, and wait for an answer as the rule of the rhythm has it (`waits_for_answer`).
-- A mobility reminder's wording says that it is one.
UPDATE athletes SET unanswered = unanswered + 1
WHERE id IN (
    SELECT athlete FROM deliveries
    WHERE
        state IN ('claimed', 'sending')
        AND state = 'sending'
        AND (
            kind = 'pause_asked'
            OR ((kind = 'weekly' OR wording LIKE 'workout.%') AND marked_at - due_at <= 3600)
        )
)

-- name: recover
UPDATE deliveries SET
    state = CASE state WHEN 'claimed' THEN 'due' ELSE 'uncertain' END,
    marked_at = :now,
    lease_until = NULL
WHERE state IN ('claimed', 'sending')

-- name: wait_no_more
UPDATE deliveries SET lease_until = NULL WHERE state = 'due' AND lease_until IS NOT NULL
