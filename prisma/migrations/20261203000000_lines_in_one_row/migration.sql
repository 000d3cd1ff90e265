-- A line with a card is some four kilobytes. PostgreSQL would compress it and put it in pieces into a second table, with an index of its own,
-- which costs more than writing the line. What fits twice on a page stays as it is now, and the rest is compressed as before.
ALTER TABLE "activity" SET (toast_tuple_target = 4080);
