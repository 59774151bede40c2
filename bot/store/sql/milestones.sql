-- name: earned
SELECT milestone FROM milestones WHERE athlete = :athlete

-- name: add
INSERT INTO milestones (athlete, milestone, day) VALUES (:athlete, :milestone, :day)
ON CONFLICT (athlete, milestone) DO NOTHING
