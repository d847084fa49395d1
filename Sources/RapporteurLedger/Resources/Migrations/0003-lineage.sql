-- How reports hang on each other, which events are one happening, and whose word each rests on.
CREATE TABLE edges (
  source INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,   -- the report in hand
  target INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,   -- the one that it leads back to
  kind TEXT NOT NULL CHECK (kind IN ('relay', 'reports-on', 'version')),
  containment REAL NOT NULL CHECK (containment BETWEEN 0 AND 1),
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  PRIMARY KEY (source, target, kind),
  CHECK (source <> target)
) STRICT, WITHOUT ROWID;
CREATE INDEX edges_target ON edges (target);

CREATE TABLE postings (                  -- keys that lead to reports, at most 64 of each
  key INTEGER NOT NULL,
  place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 63),
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  PRIMARY KEY (key, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX postings_report ON postings (report);

CREATE TABLE happenings (
  id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE happening_events (
  event INTEGER PRIMARY KEY REFERENCES events ON DELETE CASCADE,
  happening INTEGER NOT NULL REFERENCES happenings ON DELETE CASCADE,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX happening_events_happening ON happening_events (happening);

CREATE TABLE origins (                   -- whose word an event rests on
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  stance TEXT NOT NULL CHECK (stance IN ('asserts', 'denies', 'no-comment')),
  root TEXT NOT NULL,                    -- events with the same root have one origin
  name TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (event, stance, root)
) STRICT, WITHOUT ROWID;

-- For analysts: one row for each event, with its happening and how many reports and origins stand behind that.
CREATE VIEW v_events AS
SELECT e.id, r.key AS report, r.outlet, r.published, e.type, e.mode, e.status, e.quad, e.intensity, e.cameo,
  e.trigger, e.date, e.date_grain, e.place, e.place_country, e.lat, e.lon, e.geonames, h.happening,
  (SELECT group_concat(a.name, '; ') FROM participants p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'actor') AS actors,
  (SELECT group_concat(a.name, '; ') FROM participants p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'recipient') AS recipients
FROM events e JOIN reports r ON r.id = e.report LEFT JOIN happening_events h ON h.event = e.id
WHERE r.status = 'live';

CREATE VIEW v_happenings AS
SELECT h.happening AS id, count(DISTINCT e.report) AS reports,
  count(DISTINCT CASE WHEN o.stance = 'asserts' THEN o.root END) AS origins,
  count(DISTINCT CASE WHEN o.stance = 'denies' THEN o.root END) AS denials,
  min(coalesce(e.date, r.day)) AS date
FROM happening_events h JOIN events e ON e.id = h.event JOIN reports r ON r.id = e.report
LEFT JOIN origins o ON o.event = e.id
WHERE r.status = 'live'
GROUP BY h.happening;
