-- What questions ask of a report, beside its long text and record: a row's later columns lie behind both.
CREATE INDEX reports_facts ON reports (id, status, day, outlet, stable_id, key);

-- Pairs of countries whose day is not known to the day: a question about two countries begins at these rows.
INSERT OR IGNORE INTO pairs (source, target, day, event)
SELECT x.country, y.country, coalesce(e.day, ''), e.id FROM events e
JOIN participants p ON p.event = e.id AND p.role = 'actor' JOIN actors x ON x.id = p.actor
JOIN participants q ON q.event = e.id AND q.role = 'recipient' JOIN actors y ON y.id = q.actor
WHERE x.country IS NOT NULL AND y.country IS NOT NULL AND length(coalesce(e.day, '')) <> 10;
