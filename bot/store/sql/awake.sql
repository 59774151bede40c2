-- name: newest
SELECT id, since, until FROM awake ORDER BY id DESC LIMIT 1

-- name: go_on
UPDATE awake SET until = :now WHERE id = :id

-- name: begin
INSERT INTO awake (since, until) VALUES (:began, :now)

-- name: shorten
-- The clock went back: what was noted of later times was no time at all.
UPDATE awake SET since = min(since, :began), until = min(until, :began) WHERE until > :began

-- name: forget
DELETE FROM awake WHERE until < :month_ago

-- name: outage
-- Nothing is known of the time before the first row.
SELECT
    (SELECT max(until) FROM awake WHERE until < :at) AS since,
    (SELECT min(since) FROM awake WHERE since > :at) AS until
WHERE NOT EXISTS (SELECT 1 FROM awake WHERE since <= :at AND until >= :at)
