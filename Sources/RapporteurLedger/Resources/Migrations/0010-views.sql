-- The public interface for analysts: docs/ledger-schema.md describes each view and column. Only live reports show.
CREATE VIEW v_reports AS
SELECT r.stable_id AS report_id, r.key AS report, r.uri, r.title, r.outlet, r.authors, r.published, r.day, r.language, r.text,
  r.engine, r.model, r.lexicon, r.entered_at,
  (SELECT o.key FROM edges g JOIN reports o ON o.id = g.target
    WHERE g.source = r.id AND g.kind = 'relay' ORDER BY o.id LIMIT 1) AS copy_of,
  coalesce((SELECT g.source || g.information FROM grades g WHERE g.kind = 'report' AND g.subject = r.stable_id), 'F6') AS grade,
  coalesce((SELECT g.source || g.information FROM grades g WHERE g.kind = 'outlet' AND g.subject = r.outlet), 'F6') AS outlet_grade,
  (SELECT group_concat(t.tag, '; ') FROM tags t WHERE t.kind = 'report' AND t.subject = r.stable_id) AS tags
FROM reports r WHERE r.status = 'live';

DROP VIEW v_events;
CREATE VIEW v_events AS
SELECT e.id, r.stable_id || '@' || e.anchor AS event, r.stable_id AS report_id, r.key AS report, 'e' || e.number AS number, r.outlet, r.published,
  e.type, e.mode, e.contexts, e.status, e.quad, e.intensity, e.cameo, e.trigger, e.date, e.date_end, e.date_grain,
  e.date_basis, e.place, e.place_country, e.admin1, e.lat, e.lon, e.geonames, h.happening,
  (SELECT group_concat(a.name, '; ') FROM participants p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'actor') AS actors,
  (SELECT group_concat(a.country, '; ') FROM participants p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'actor') AS actor_countries,
  (SELECT group_concat(a.name, '; ') FROM participants p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'recipient') AS recipients,
  (SELECT group_concat(a.country, '; ') FROM participants p JOIN actors a ON a.id = p.actor
    WHERE p.event = e.id AND p.role = 'recipient') AS recipient_countries,
  (SELECT group_concat(substr(r.text, json_extract(value, '$[0]') + 1, json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' … ')
    FROM json_each(e.trigger_spans)) AS words,
  (SELECT group_concat(substr(r.text, json_extract(value, '$[0]') + 1, json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' … ')
    FROM json_each(e.sentence_spans)) AS sentence,
  (SELECT f.value FROM factuality f WHERE f.event = e.id AND f.claim IS NULL) AS author_factuality,
  (SELECT c.value FROM corrections c WHERE c.event = r.stable_id || '@' || e.anchor AND c.field = 'verdict') AS verdict,
  (SELECT group_concat(c.field || '=' || c.value, '; ') FROM corrections c
    WHERE c.event = r.stable_id || '@' || e.anchor AND c.field <> 'verdict') AS recoded,
  coalesce((SELECT g.source || g.information FROM grades g WHERE g.kind = 'event' AND g.subject = r.stable_id || '@' || e.anchor), 'F6') AS grade,
  (SELECT group_concat(t.tag, '; ') FROM tags t WHERE t.kind = 'event' AND t.subject = r.stable_id || '@' || e.anchor) AS tags
FROM events e JOIN reports r ON r.id = e.report LEFT JOIN happening_events h ON h.event = e.id
WHERE r.status = 'live';

CREATE VIEW v_actors AS
SELECT r.stable_id AS report_id, r.key AS report, 'a' || a.number AS number, a.name, a.identity, a.kind, a.country,
  a.sectors, a.anonymity,
  (SELECT count(*) FROM mentions m WHERE m.actor = a.id) AS mentions,
  coalesce((SELECT g.source || g.information FROM grades g WHERE g.kind = 'actor' AND g.subject = a.name), 'F6') AS grade,
  (SELECT group_concat(t.tag, '; ') FROM tags t WHERE t.kind = 'actor' AND t.subject = a.name) AS tags
FROM actors a JOIN reports r ON r.id = a.report
WHERE r.status = 'live';

CREATE VIEW v_claims AS
SELECT c.id, r.stable_id AS report_id, r.key AS report, 'c' || c.number AS number,
  (SELECT 'c' || p.number FROM claims p WHERE p.id = c.parent) AS parent,
  (SELECT group_concat(a.name, '; ') FROM claim_sources s JOIN actors a ON a.id = s.actor WHERE s.claim = c.id) AS source,
  (SELECT group_concat(a.anonymity, '; ') FROM claim_sources s JOIN actors a ON a.id = s.actor WHERE s.claim = c.id)
    AS anonymity,
  (SELECT group_concat(substr(r.text, json_extract(value, '$[0]') + 1, json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' … ')
    FROM json_each(c.source_spans)) AS source_words,
  c.cue, c.cue_class,
  (SELECT group_concat(substr(r.text, json_extract(value, '$[0]') + 1, json_extract(value, '$[1]') - json_extract(value, '$[0]')), ' … ')
    FROM json_each(c.content_spans)) AS content,
  c.form, c.type, c.medium, c.platform, c.response
FROM claims c JOIN reports r ON r.id = c.report
WHERE r.status = 'live';

CREATE VIEW v_event_claims AS
SELECT r.key AS report, r.stable_id || '@' || e.anchor AS event, c.id AS claim, 'c' || c.number AS number,
  (SELECT f.value FROM factuality f WHERE f.event = e.id AND f.claim = c.id) AS factuality
FROM event_claims x JOIN events e ON e.id = x.event JOIN claims c ON c.id = x.claim JOIN reports r ON r.id = e.report
WHERE r.status = 'live';

CREATE VIEW v_responses AS
SELECT v.report, v.number, v.source, v.response, v.content,
  (SELECT group_concat(r.stable_id || '@' || e.anchor, '; ') FROM claim_events x JOIN events e ON e.id = x.event JOIN reports r ON r.id = e.report
    WHERE x.claim = v.id) AS events,
  (SELECT group_concat('c' || o.number, '; ') FROM claim_claims x JOIN claims o ON o.id = x.about WHERE x.claim = v.id)
    AS claims
FROM v_claims v WHERE v.response IS NOT NULL;

CREATE VIEW v_casualties AS
SELECT r.key AS report, r.stable_id || '@' || e.anchor AS event, h.happening, k.kind, k.low, k.high,
  (SELECT 'c' || c.number FROM claims c WHERE c.id = k.claim) AS claim
FROM casualties k JOIN events e ON e.id = k.event JOIN reports r ON r.id = e.report
LEFT JOIN happening_events h ON h.event = e.id
WHERE r.status = 'live';

DROP VIEW v_happenings;
CREATE VIEW v_happenings AS
SELECT h.happening AS id, count(DISTINCT e.report) AS reports,
  count(DISTINCT CASE WHEN o.stance = 'asserts' THEN o.root END) AS origins,
  count(DISTINCT CASE WHEN o.stance = 'denies' THEN o.root END) AS denials,
  min(coalesce(e.date, r.day)) AS date,
  coalesce((SELECT g.source || g.information FROM grades g WHERE g.kind = 'happening' AND g.subject = CAST(h.happening AS TEXT)), 'F6') AS grade,
  (SELECT group_concat(t.tag, '; ') FROM tags t WHERE t.kind = 'happening' AND t.subject = CAST(h.happening AS TEXT)) AS tags
FROM happening_events h JOIN events e ON e.id = h.event JOIN reports r ON r.id = e.report
LEFT JOIN origins o ON o.event = e.id
WHERE r.status = 'live'
GROUP BY h.happening;

CREATE VIEW v_origins AS
SELECT h.happening, o.stance, o.root, o.name, r.key AS report, r.stable_id || '@' || e.anchor AS event, o.reason
FROM origins o JOIN events e ON e.id = o.event JOIN reports r ON r.id = e.report
JOIN happening_events h ON h.event = e.id
WHERE r.status = 'live';

CREATE VIEW v_edges AS
SELECT a.key AS report, g.kind, b.key AS leads_to, g.containment, g.reasons
FROM edges g JOIN reports a ON a.id = g.source JOIN reports b ON b.id = g.target
WHERE a.status = 'live' AND b.status = 'live';
