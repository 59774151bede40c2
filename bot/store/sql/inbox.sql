-- name: keep
INSERT INTO inbox (update_key, person, body, received_at, state, tries)
VALUES (:update_key, :person, :body, :received_at, 'open', 0)
ON CONFLICT (update_key) DO NOTHING

-- name: state
SELECT state FROM inbox WHERE update_key = :update_key

-- name: begin
SELECT inbox.update_key, inbox.state AS update_state, inbox.received_at, athletes.*
FROM inbox LEFT JOIN athletes ON athletes.id = inbox.person
WHERE inbox.update_key IN (SELECT value FROM json_each(:update_keys))

-- name: applied
UPDATE inbox SET state = 'applied' WHERE update_key = :update_key AND state = 'open'

-- name: answered
UPDATE inbox SET state = 'answered', body = CASE WHEN :empty THEN NULL ELSE body END WHERE update_key = :update_key

-- name: live_message
UPDATE athletes SET live_message = :live_message
WHERE id = (SELECT person FROM inbox WHERE update_key = :update_key)

-- name: tried
UPDATE inbox SET tries = tries + 1 WHERE update_key = :update_key RETURNING tries

-- name: set_aside
UPDATE inbox SET state = 'set_aside', body = NULL WHERE update_key = :update_key

-- name: suspects
SELECT id, update_key, person, body, received_at, tries FROM inbox
WHERE state IN ('open', 'applied') AND body IS NOT NULL AND tries > 0
ORDER BY id

-- name: unanswered
-- What belonged to somebody erased has no body: there is nobody to answer.
SELECT id, update_key, person, body, received_at, tries FROM inbox
WHERE state IN ('open', 'applied') AND body IS NOT NULL AND id > :after
ORDER BY id LIMIT :most

-- name: waiting_of_person
SELECT id, update_key, person, body, received_at, tries FROM inbox
WHERE state IN ('open', 'applied') AND body IS NOT NULL AND person = :person
  AND id > (SELECT id FROM inbox WHERE update_key = :after)
ORDER BY id LIMIT :most

-- name: extent
SELECT (SELECT min(id) FROM inbox) AS oldest, (SELECT max(id) FROM inbox) AS newest

-- name: purge
DELETE FROM inbox WHERE id BETWEEN :first AND :last AND (
    (state IN ('applied', 'answered', 'set_aside') AND received_at < :week_ago)
    OR (person IS NULL AND body IS NULL AND received_at < :day_ago)
)

-- name: depth
SELECT count(*) AS depth FROM inbox WHERE state IN ('open', 'applied') AND state = 'open'
