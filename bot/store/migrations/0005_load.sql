-- How somebody feels, asked once a week at most, and the lighter week they began or refused last.
ALTER TABLE athletes ADD COLUMN felt_on TEXT;
ALTER TABLE athletes ADD COLUMN soreness TEXT;
ALTER TABLE athletes ADD COLUMN energy TEXT;
ALTER TABLE athletes ADD COLUMN deload_from TEXT;
ALTER TABLE athletes ADD COLUMN deload_refused_on TEXT;
