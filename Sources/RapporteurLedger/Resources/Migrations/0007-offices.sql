-- The offices that reports give to persons, as they put them.
CREATE TABLE offices (
  actor INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,                   -- the words
  standing TEXT NOT NULL CHECK (standing IN ('present', 'former', 'acting', 'designate')),
  since TEXT, until TEXT,                -- dates as exact as the text's
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  PRIMARY KEY (actor, position)
) STRICT, WITHOUT ROWID;

-- For analysts: one row for each statement that a report makes on an office.
CREATE VIEW v_offices AS
SELECT a.name, a.country, o.title, o.standing, o.since, o.until, r.key AS report, r.outlet, r.day AS published, o.spans
FROM offices o JOIN actors a ON a.id = o.actor JOIN reports r ON r.id = a.report
WHERE r.status = 'live';
