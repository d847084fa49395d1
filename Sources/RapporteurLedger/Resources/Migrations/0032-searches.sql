-- Searches that people keep by name. The number is the address of the search and of its feed, and is given once.
CREATE TABLE searches (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
  conditions TEXT NOT NULL,              -- as in the address of a search: q=meeting&type=CONSULT
  analyst TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
