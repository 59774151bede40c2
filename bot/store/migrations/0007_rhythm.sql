-- How many reminders in a row had no answer, whether one a week was chosen, and whether the pause is for being ill.
ALTER TABLE athletes ADD COLUMN unanswered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE athletes ADD COLUMN weekly INTEGER NOT NULL DEFAULT 0;
ALTER TABLE athletes ADD COLUMN ill INTEGER NOT NULL DEFAULT 0;

-- The weekly reminder and the question whether to pause are a day's one message too.
DROP INDEX deliveries_one_a_day;
CREATE UNIQUE INDEX deliveries_one_a_day ON deliveries (athlete, day)
WHERE kind IN ('workout', 'rest', 'weekly', 'pause_asked');
