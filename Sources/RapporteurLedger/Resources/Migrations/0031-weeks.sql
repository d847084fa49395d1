-- How much two countries have with each other, week by week, so that what changed most is found in few rows. All of it is
-- derived from `pairs`; `stale_weeks` says what a transaction has to count anew, and is empty after it.
CREATE TABLE pair_weeks (
  week TEXT NOT NULL,                    -- its Monday
  a TEXT NOT NULL, b TEXT NOT NULL,      -- a before b
  cooperation INTEGER NOT NULL,          -- how many roots assert an event of that side in that week
  conflict INTEGER NOT NULL,
  PRIMARY KEY (week, a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE stale_weeks (
  week TEXT NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL,
  PRIMARY KEY (week, a, b)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO stale_weeks SELECT date(day, 'weekday 0', '-6 days'), min(source, target), max(source, target)
  FROM pairs WHERE source <> target AND date(day) = day;
CREATE TRIGGER pair_week AFTER INSERT ON pairs WHEN new.source <> new.target AND date(new.day) = new.day BEGIN
  INSERT OR IGNORE INTO stale_weeks
    VALUES (date(new.day, 'weekday 0', '-6 days'), min(new.source, new.target), max(new.source, new.target));
END;
CREATE TRIGGER pair_week_gone AFTER DELETE ON pairs WHEN old.source <> old.target AND date(old.day) = old.day BEGIN
  INSERT OR IGNORE INTO stale_weeks
    VALUES (date(old.day, 'weekday 0', '-6 days'), min(old.source, old.target), max(old.source, old.target));
END;
