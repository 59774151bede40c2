-- On which day a move was made and where the workout was before, so that the move can be taken back that day.
ALTER TABLE moves ADD COLUMN made_on TEXT;
ALTER TABLE moves ADD COLUMN moved_from TEXT;
