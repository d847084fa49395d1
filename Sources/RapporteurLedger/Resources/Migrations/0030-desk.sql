-- What the desk's pages need at once: when a happening was last reported on, whether its counts differ, which countries
-- deal with each other, and how much the ledger holds. All of it is derived.
DELETE FROM pairs WHERE event IN (SELECT e.id FROM events e JOIN reports r ON r.id = e.report WHERE r.status <> 'live');

ALTER TABLE happening_counts ADD COLUMN reported TEXT NOT NULL DEFAULT '';     -- the day of the last report, '' for unknown
ALTER TABLE happening_counts ADD COLUMN differing INTEGER NOT NULL DEFAULT 0;  -- how many kinds of casualties are counted differently
UPDATE happening_counts SET reported = coalesce(x.day, '') FROM (
  SELECT h.happening, max(r.day) AS day FROM happening_events h JOIN events e ON e.id = h.event
  JOIN reports r ON r.id = e.report WHERE r.status = 'live' GROUP BY h.happening) x
WHERE x.happening = happening_counts.happening;
UPDATE happening_counts SET differing = x.kinds FROM (
  SELECT happening, count(*) AS kinds FROM (
    SELECT h.happening FROM casualties k JOIN events e ON e.id = k.event JOIN happening_events h ON h.event = e.id
    JOIN reports r ON r.id = e.report AND r.status = 'live' GROUP BY h.happening, k.kind
    HAVING count(DISTINCT coalesce(k.low, -1) || '/' || coalesce(k.high, -1)) > 1)
  GROUP BY happening) x
WHERE x.happening = happening_counts.happening;
CREATE INDEX happening_counts_reported ON happening_counts (reported DESC, happening DESC);
CREATE INDEX happening_counts_contested ON happening_counts (reports DESC, reported DESC, happening)
  WHERE origins > 0 AND denials > 0;
CREATE INDEX happening_counts_differing ON happening_counts (reports DESC, happening) WHERE differing > 0;

CREATE TABLE pair_counts (               -- how many events two countries have with each other; a before b
  a TEXT NOT NULL, b TEXT NOT NULL, events INTEGER NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_counts_order ON pair_counts (events DESC, a, b);
INSERT INTO pair_counts SELECT min(source, target), max(source, target), count(DISTINCT event) FROM pairs
  WHERE source <> target GROUP BY 1, 2;
CREATE TRIGGER pair_counted AFTER INSERT ON pairs
WHEN new.source <> new.target AND NOT EXISTS (SELECT 1 FROM pairs
  WHERE source = new.target AND target = new.source AND day = new.day AND event = new.event) BEGIN
  INSERT OR IGNORE INTO pair_counts VALUES (min(new.source, new.target), max(new.source, new.target), 0);
  UPDATE pair_counts SET events = events + 1
    WHERE a = min(new.source, new.target) AND b = max(new.source, new.target);
END;
CREATE TRIGGER pair_gone AFTER DELETE ON pairs
WHEN old.source <> old.target AND NOT EXISTS (SELECT 1 FROM pairs
  WHERE source = old.target AND target = old.source AND day = old.day AND event = old.event) BEGIN
  UPDATE pair_counts SET events = events - 1
    WHERE a = min(old.source, old.target) AND b = max(old.source, old.target);
  DELETE FROM pair_counts
    WHERE a = min(old.source, old.target) AND b = max(old.source, old.target) AND events <= 0;
END;

CREATE INDEX reports_day ON reports (day);  -- of all: one of live reports alone would lead other questions to begin at it
CREATE INDEX reports_gone ON reports (status) WHERE status <> 'live';
CREATE TABLE totals (                    -- one row
  reports INTEGER NOT NULL,              -- live ones
  events INTEGER NOT NULL,
  happenings INTEGER NOT NULL            -- of live reports
) STRICT;
INSERT INTO totals SELECT (SELECT count(*) FROM reports WHERE status = 'live'), (SELECT count(*) FROM events),
  (SELECT count(*) FROM happening_counts);
CREATE TRIGGER totals_report AFTER INSERT ON reports WHEN new.status = 'live' BEGIN
  UPDATE totals SET reports = reports + 1;
END;
CREATE TRIGGER totals_report_gone AFTER DELETE ON reports WHEN old.status = 'live' BEGIN
  UPDATE totals SET reports = reports - 1;
END;
CREATE TRIGGER totals_status AFTER UPDATE OF status ON reports BEGIN
  UPDATE totals SET reports = reports + (new.status = 'live') - (old.status = 'live');
END;
CREATE TRIGGER totals_event AFTER INSERT ON events BEGIN UPDATE totals SET events = events + 1; END;
CREATE TRIGGER totals_event_gone AFTER DELETE ON events BEGIN UPDATE totals SET events = events - 1; END;
CREATE TRIGGER totals_happening AFTER INSERT ON happening_counts BEGIN
  UPDATE totals SET happenings = happenings + 1;
END;
CREATE TRIGGER totals_happening_gone AFTER DELETE ON happening_counts BEGIN
  UPDATE totals SET happenings = happenings - 1;
END;
