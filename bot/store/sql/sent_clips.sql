-- name: known
SELECT digest, file_id, unique_id FROM sent_clips WHERE bot = :bot

-- name: keep
INSERT INTO sent_clips (bot, digest, file_id, unique_id) VALUES (:bot, :digest, :file_id, :unique_id)
ON CONFLICT (bot, digest) DO UPDATE SET file_id = excluded.file_id, unique_id = excluded.unique_id

-- name: forget
DELETE FROM sent_clips WHERE bot = :bot AND digest = :digest
