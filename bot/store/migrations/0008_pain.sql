-- Where it hurts, and how it is the morning after.
ALTER TABLE entries ADD COLUMN area TEXT;
ALTER TABLE entries ADD COLUMN morning TEXT;
