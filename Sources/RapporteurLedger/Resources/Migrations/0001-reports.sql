-- Reports as they were read, and what every input came to.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  stable_id TEXT NOT NULL UNIQUE,        -- derived from the text and its origin
  key TEXT NOT NULL,                     -- the id that the input gave
  uri TEXT, canonical TEXT, title TEXT, outlet TEXT,
  authors TEXT NOT NULL CHECK (json_valid(authors)),
  sources TEXT NOT NULL CHECK (json_valid(sources)),   -- whom the input names as sources
  published TEXT,                        -- YYYY-MM-DD, or that with its time
  day TEXT GENERATED ALWAYS AS (substr(published, 1, 10)) VIRTUAL,
  language TEXT,
  text TEXT NOT NULL,
  record TEXT NOT NULL CHECK (json_valid(record)),     -- rapporteur/1
  engine TEXT NOT NULL, model TEXT NOT NULL, lexicon TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'live' CHECK (status IN ('live', 'superseded', 'killed')),
  entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX reports_key ON reports (key);
CREATE INDEX reports_outlet ON reports (outlet, day);
CREATE INDEX reports_uri ON reports (uri);

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  ended_at TEXT,                         -- null where the run was broken off
  sources TEXT NOT NULL CHECK (json_valid(sources))
) STRICT;

CREATE TABLE outcomes (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  key TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'copy', 'unchanged', 'skipped', 'failed')),
  reason TEXT,
  report INTEGER REFERENCES reports ON DELETE SET NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX outcomes_run ON outcomes (run);
CREATE INDEX outcomes_report ON outcomes (report);

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT
) STRICT;

CREATE VIRTUAL TABLE reports_words USING fts5 (
  title, text, outlet, content = 'reports', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER reports_words_insert AFTER INSERT ON reports BEGIN
  INSERT INTO reports_words (rowid, title, text, outlet) VALUES (new.id, new.title, new.text, new.outlet);
END;
CREATE TRIGGER reports_words_delete AFTER DELETE ON reports BEGIN
  INSERT INTO reports_words (reports_words, rowid, title, text, outlet)
  VALUES ('delete', old.id, old.title, old.text, old.outlet);
END;
