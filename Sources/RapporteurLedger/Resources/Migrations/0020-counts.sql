-- What questions need at once: the day of an event, the distinct names, and counts. All of it is derived. `Counts.swift`
-- brings the counts up to date before a transaction ends; `stale` says what it has to look at, and is empty after it.
ALTER TABLE events ADD COLUMN day TEXT;  -- the event's date, or else the day of publication
UPDATE events SET day = coalesce(date, (SELECT day FROM reports r WHERE r.id = events.report));
CREATE TRIGGER events_day AFTER INSERT ON events BEGIN
  UPDATE events SET day = coalesce(new.date, (SELECT day FROM reports WHERE id = new.report)) WHERE id = new.id;
END;
CREATE INDEX events_by_day ON events (day DESC);
CREATE INDEX events_type_day ON events (type, day DESC);
CREATE INDEX events_country_day ON events (place_country, day DESC);
CREATE INDEX events_place_name ON events (place) WHERE place IS NOT NULL;
CREATE INDEX events_status ON events (report) WHERE status <> '[]';
DROP INDEX events_type;
DROP INDEX events_place;
CREATE INDEX actors_name ON actors (name);

CREATE TABLE names (                     -- each name once, so that a part of one is looked for in few rows
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'outlet', 'place')),
  name TEXT NOT NULL,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO names SELECT 'actor', name FROM actors;
INSERT OR IGNORE INTO names SELECT 'outlet', outlet FROM reports WHERE outlet IS NOT NULL;
INSERT OR IGNORE INTO names SELECT 'place', place FROM events WHERE place IS NOT NULL;
CREATE TRIGGER names_actor AFTER INSERT ON actors BEGIN
  INSERT OR IGNORE INTO names VALUES ('actor', new.name);
END;
CREATE TRIGGER names_actor_gone AFTER DELETE ON actors
WHEN NOT EXISTS (SELECT 1 FROM actors WHERE name = old.name) BEGIN
  DELETE FROM names WHERE kind = 'actor' AND name = old.name;
END;
CREATE TRIGGER names_outlet AFTER INSERT ON reports WHEN new.outlet IS NOT NULL BEGIN
  INSERT OR IGNORE INTO names VALUES ('outlet', new.outlet);
END;
CREATE TRIGGER names_outlet_gone AFTER DELETE ON reports
WHEN old.outlet IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reports WHERE outlet = old.outlet) BEGIN
  DELETE FROM names WHERE kind = 'outlet' AND name = old.outlet;
END;
CREATE TRIGGER names_place AFTER INSERT ON events WHEN new.place IS NOT NULL BEGIN
  INSERT OR IGNORE INTO names VALUES ('place', new.place);
END;
CREATE TRIGGER names_place_gone AFTER DELETE ON events
WHEN old.place IS NOT NULL AND NOT EXISTS (SELECT 1 FROM events WHERE place = old.place) BEGIN
  DELETE FROM names WHERE kind = 'place' AND name = old.place;
END;

CREATE TABLE happening_counts (          -- over live reports
  happening INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,                -- the first event
  day TEXT,
  reports INTEGER NOT NULL, origins INTEGER NOT NULL, denials INTEGER NOT NULL
) STRICT;
CREATE INDEX happening_counts_order ON happening_counts (reports DESC, day DESC, happening);

CREATE TABLE tallies (                   -- what one live report adds to the counts of an actor
  identity TEXT NOT NULL, country TEXT NOT NULL, report INTEGER NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL,
  acts INTEGER NOT NULL, receives INTEGER NOT NULL, says INTEGER NOT NULL,
  PRIMARY KEY (identity, country, report)
) STRICT, WITHOUT ROWID;
CREATE INDEX tallies_report ON tallies (report);

CREATE TABLE actor_counts (              -- country '' for unknown
  identity TEXT NOT NULL, country TEXT NOT NULL,
  kind TEXT NOT NULL, name TEXT NOT NULL,
  reports INTEGER NOT NULL, acts INTEGER NOT NULL, receives INTEGER NOT NULL, says INTEGER NOT NULL,
  PRIMARY KEY (identity, country)
) STRICT, WITHOUT ROWID;
CREATE INDEX actor_counts_order ON actor_counts (reports DESC, acts DESC, name);

CREATE TABLE pairs (                     -- who acts on whom, by country; partners where nobody is acted on
  source TEXT NOT NULL, target TEXT NOT NULL, day TEXT NOT NULL,
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  PRIMARY KEY (source, target, day, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX pairs_event ON pairs (event);

CREATE TABLE stale (                     -- whose counts the running transaction has to bring up to date
  kind TEXT NOT NULL CHECK (kind IN ('report', 'happening')),
  id INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO stale SELECT 'report', id FROM reports;
INSERT INTO stale SELECT 'happening', id FROM happenings;
CREATE TRIGGER stale_actor AFTER INSERT ON actors BEGIN
  INSERT OR IGNORE INTO stale VALUES ('report', new.report);
END;
CREATE TRIGGER stale_actor_gone AFTER DELETE ON actors BEGIN
  INSERT OR IGNORE INTO stale VALUES ('report', old.report);
END;
CREATE TRIGGER stale_report_gone AFTER DELETE ON reports BEGIN
  INSERT OR IGNORE INTO stale VALUES ('report', old.id);
END;
CREATE TRIGGER stale_status AFTER UPDATE OF status ON reports BEGIN
  INSERT OR IGNORE INTO stale VALUES ('report', new.id);
  INSERT OR IGNORE INTO stale SELECT 'happening', h.happening FROM happening_events h
    JOIN events e ON e.id = h.event WHERE e.report = new.id;
END;
CREATE TRIGGER stale_member AFTER INSERT ON happening_events BEGIN
  INSERT OR IGNORE INTO stale VALUES ('happening', new.happening);
END;
CREATE TRIGGER stale_member_moved AFTER UPDATE OF happening ON happening_events BEGIN
  INSERT OR IGNORE INTO stale VALUES ('happening', old.happening);
  INSERT OR IGNORE INTO stale VALUES ('happening', new.happening);
END;
CREATE TRIGGER stale_member_gone AFTER DELETE ON happening_events BEGIN
  INSERT OR IGNORE INTO stale VALUES ('happening', old.happening);
END;
CREATE TRIGGER stale_origin AFTER INSERT ON origins BEGIN
  INSERT OR IGNORE INTO stale SELECT 'happening', happening FROM happening_events WHERE event = new.event;
END;
CREATE TRIGGER stale_origin_gone AFTER DELETE ON origins BEGIN
  INSERT OR IGNORE INTO stale SELECT 'happening', happening FROM happening_events WHERE event = old.event;
END;
