-- What each side did, of a set whose sides were told apart; the amount is the lesser of both.
ALTER TABLE entries ADD COLUMN left_amount INTEGER;
ALTER TABLE entries ADD COLUMN right_amount INTEGER;
