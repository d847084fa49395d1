-- The length of a text, in code points, where the text itself was left out of a ledger that is handed on.
ALTER TABLE reports ADD COLUMN length INTEGER;
CREATE INDEX reports_without_text ON reports (length) WHERE length IS NOT NULL;
