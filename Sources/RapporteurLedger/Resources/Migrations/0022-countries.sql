-- Which countries take part in the events of live reports, and what each pair of them has with each other, in rows that
-- answer by themselves: a question about a country reads them one after the other and nothing else. All of it is derived.
CREATE TABLE parties (                   -- the newest first
  country TEXT NOT NULL, day TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  report INTEGER NOT NULL, happening INTEGER NOT NULL, type TEXT NOT NULL,
  exact INTEGER NOT NULL,                -- 1 where the text gives the day
  PRIMARY KEY (country, day DESC, event, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_event ON parties (event);

ALTER TABLE pairs ADD COLUMN report INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pairs ADD COLUMN happening INTEGER NOT NULL DEFAULT 0;
ALTER TABLE pairs ADD COLUMN quad INTEGER NOT NULL DEFAULT 1;
ALTER TABLE pairs ADD COLUMN intensity REAL NOT NULL DEFAULT 0;
ALTER TABLE pairs ADD COLUMN dated INTEGER NOT NULL DEFAULT 0;     -- 1 where the text gives a date, however coarse
ALTER TABLE pairs ADD COLUMN counts INTEGER NOT NULL DEFAULT 0;    -- 1 where it happened: not future, hypothetical or denied
ALTER TABLE pairs ADD COLUMN received INTEGER NOT NULL DEFAULT 0;  -- 1 where the target is a recipient, not a partner
ALTER TABLE pairs ADD COLUMN alone INTEGER NOT NULL DEFAULT 0;     -- 1 where the event has no other pair
ALTER TABLE pairs ADD COLUMN roots TEXT NOT NULL DEFAULT '';       -- the roots that assert it, one a line
CREATE INDEX pairs_day ON pairs (day);

-- With what tells an actor across reports, so that the rows of a common name need not be read.
DROP INDEX actors_name;
CREATE INDEX actors_name ON actors (name, identity, country);

-- An event that is moved to another happening takes its rows along.
CREATE TRIGGER countries_moved AFTER UPDATE OF happening ON happening_events BEGIN
  UPDATE parties SET happening = new.happening WHERE event = new.event;
  UPDATE pairs SET happening = new.happening WHERE event = new.event;
END;
-- Origins that were traced anew.
CREATE TRIGGER stale_root AFTER INSERT ON origins BEGIN
  INSERT OR IGNORE INTO stale SELECT 'report', report FROM events WHERE id = new.event;
END;
CREATE TRIGGER stale_root_gone AFTER DELETE ON origins BEGIN
  INSERT OR IGNORE INTO stale SELECT 'report', report FROM events WHERE id = old.event;
END;
INSERT OR IGNORE INTO stale SELECT 'report', id FROM reports;
