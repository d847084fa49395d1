-- What analysts add by hand. It hangs on keys that a new coding of the reports doesn't change, on no row number:
-- a report by its stable id, an event by that and the words of its trigger, an actor or outlet by its name.
ALTER TABLE events ADD COLUMN anchor TEXT;            -- the trigger's spans, "47-53"; ".2" for a second event on them
UPDATE events SET anchor =
  replace(replace(replace(replace(trigger_spans, '],[', '+'), '[[', ''), ']]', ''), ',', '-') ||
  coalesce((SELECT '.' || nullif(count(*) + 1, 1) FROM events f
    WHERE f.report = events.report AND f.trigger_spans = events.trigger_spans AND f.number < events.number), '');
CREATE UNIQUE INDEX events_anchor ON events (report, anchor);

ALTER TABLE audit ADD COLUMN analyst TEXT;            -- null where no person acted
CREATE INDEX audit_subject ON audit (subject);

CREATE TABLE grades (                                 -- Admiralty code; no row is F6
  kind TEXT NOT NULL CHECK (kind IN ('report', 'event', 'happening', 'actor', 'outlet')),
  subject TEXT NOT NULL COLLATE NOCASE,
  source TEXT NOT NULL CHECK (source IN ('A', 'B', 'C', 'D', 'E', 'F')),
  information INTEGER NOT NULL CHECK (information BETWEEN 1 AND 6),
  analyst TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
  kind TEXT NOT NULL CHECK (kind IN ('report', 'event', 'happening', 'actor', 'outlet')),
  subject TEXT NOT NULL COLLATE NOCASE,
  tag TEXT NOT NULL CHECK (tag <> ''),
  analyst TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (kind, subject, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_tag ON tags (tag);

CREATE TABLE notes (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('report', 'event', 'happening', 'actor', 'outlet')),
  subject TEXT NOT NULL COLLATE NOCASE,
  text TEXT NOT NULL CHECK (text <> ''),
  analyst TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
CREATE INDEX notes_subject ON notes (kind, subject);

CREATE TABLE corrections (                            -- of one event's coding; the coding itself stays as it was read
  event TEXT NOT NULL,                                -- stable id of the report, '@', anchor
  field TEXT NOT NULL CHECK (field IN ('verdict', 'type', 'mode', 'contexts', 'status', 'date', 'place', 'country',
    'actor', 'recipient', 'actor-country', 'recipient-country')),
  value TEXT NOT NULL,                                -- lists are parted by '; '; '' for none
  was TEXT,                                           -- what the engine had read
  analyst TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (event, field),
  CHECK (field <> 'verdict' OR value IN ('accept', 'reject'))
) STRICT, WITHOUT ROWID;

CREATE TABLE rulings (                                -- which happening an event belongs to, said by a person
  event TEXT PRIMARY KEY,
  happening INTEGER NOT NULL,
  analyst TEXT NOT NULL, at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE joins (                                  -- happenings that were joined to another
  happening INTEGER PRIMARY KEY,
  target INTEGER NOT NULL,
  analyst TEXT NOT NULL, at TEXT NOT NULL
) STRICT;

CREATE TABLE happening_numbers (last INTEGER NOT NULL) STRICT;   -- one row; no number is given twice
INSERT INTO happening_numbers SELECT coalesce(max(id), 0) FROM happenings;

-- For analysts: all that was added by hand. `was` is what the engine had read where a coding was corrected.
CREATE VIEW v_marks AS
SELECT kind, subject, 'grade' AS what, source || information AS value, NULL AS was, analyst, at FROM grades
UNION ALL SELECT kind, subject, 'tag', tag, NULL, analyst, at FROM tags
UNION ALL SELECT kind, subject, 'note', text, NULL, analyst, at FROM notes
UNION ALL SELECT 'event', event, field, value, was, analyst, at FROM corrections
UNION ALL SELECT 'event', event, 'happening', CAST(happening AS TEXT), NULL, analyst, at FROM rulings;
