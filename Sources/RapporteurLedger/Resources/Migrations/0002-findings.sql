-- What was read of each report. Spans are JSON lists of [start, end] in Unicode code points of reports.text.
CREATE TABLE lineage (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('relay', 'publisher', 'origin')),
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE actors (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  number INTEGER NOT NULL,               -- a1, a2, … of the record
  name TEXT NOT NULL,
  identity TEXT,                         -- what tells the actor across reports; null where nothing does
  kind TEXT NOT NULL,
  country TEXT,
  sectors TEXT NOT NULL CHECK (json_valid(sectors)),
  anonymity TEXT NOT NULL,
  UNIQUE (report, number)
) STRICT;
CREATE INDEX actors_identity ON actors (identity);
CREATE INDEX actors_country ON actors (country);

CREATE TABLE mentions (
  actor INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  form TEXT NOT NULL CHECK (form IN ('name', 'nominal', 'pronoun'))
) STRICT;
CREATE INDEX mentions_actor ON mentions (actor);

CREATE TABLE claims (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  number INTEGER NOT NULL,
  parent INTEGER REFERENCES claims ON DELETE CASCADE,
  source_spans TEXT NOT NULL CHECK (json_valid(source_spans)),
  cue TEXT NOT NULL,
  cue_class TEXT NOT NULL,
  cue_spans TEXT NOT NULL CHECK (json_valid(cue_spans)),
  content_spans TEXT NOT NULL CHECK (json_valid(content_spans)),
  form TEXT NOT NULL, type TEXT NOT NULL, medium TEXT, platform TEXT, response TEXT,
  UNIQUE (report, number)
) STRICT;
CREATE INDEX claims_parent ON claims (parent);
CREATE INDEX claims_response ON claims (response) WHERE response IS NOT NULL;

CREATE TABLE claim_sources (
  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  PRIMARY KEY (claim, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_sources_actor ON claim_sources (actor);

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  number INTEGER NOT NULL,
  type TEXT NOT NULL, mode TEXT,
  contexts TEXT NOT NULL CHECK (json_valid(contexts)),
  status TEXT NOT NULL CHECK (json_valid(status)),
  quad INTEGER NOT NULL CHECK (quad BETWEEN 1 AND 4),
  intensity REAL NOT NULL CHECK (intensity BETWEEN -10 AND 10),
  cameo TEXT NOT NULL,
  trigger TEXT NOT NULL,                 -- the lemma
  trigger_spans TEXT NOT NULL CHECK (json_valid(trigger_spans)),
  sentence_spans TEXT NOT NULL CHECK (json_valid(sentence_spans)),
  date TEXT, date_end TEXT, date_grain TEXT, date_basis TEXT,
  place TEXT, place_country TEXT, admin1 TEXT, lat REAL, lon REAL, geonames INTEGER,
  place_spans TEXT CHECK (place_spans IS NULL OR json_valid(place_spans)),
  UNIQUE (report, number)
) STRICT;
CREATE INDEX events_type ON events (type, date);
CREATE INDEX events_place ON events (place_country, date);

CREATE TABLE participants (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  position INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actors ON DELETE CASCADE,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  PRIMARY KEY (event, role, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_actor ON participants (actor);

CREATE TABLE casualties (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('dead', 'injured', 'arrested', 'missing')),
  low INTEGER, high INTEGER,
  claim INTEGER REFERENCES claims ON DELETE CASCADE,
  spans TEXT NOT NULL CHECK (json_valid(spans))
) STRICT;
CREATE INDEX casualties_event ON casualties (event);
CREATE INDEX casualties_claim ON casualties (claim);

CREATE TABLE event_claims (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  PRIMARY KEY (event, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_claims_claim ON event_claims (claim);

CREATE TABLE claim_events (              -- what a response is about
  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  PRIMARY KEY (claim, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_events_event ON claim_events (event);

CREATE TABLE claim_claims (
  claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  about INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE,
  PRIMARY KEY (claim, about)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_claims_about ON claim_claims (about);

CREATE TABLE factuality (
  event INTEGER NOT NULL REFERENCES events ON DELETE CASCADE,
  claim INTEGER REFERENCES claims ON DELETE CASCADE,   -- null: the author
  value TEXT NOT NULL
) STRICT;
CREATE INDEX factuality_event ON factuality (event);
CREATE INDEX factuality_claim ON factuality (claim);

CREATE TABLE times (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  type TEXT NOT NULL, value TEXT, mod TEXT,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  position INTEGER NOT NULL,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  form TEXT NOT NULL, name TEXT NOT NULL, country TEXT, admin1 TEXT, lat REAL, lon REAL, geonames INTEGER,
  PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;
