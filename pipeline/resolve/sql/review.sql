-- Pairs near the line, for a person to decide: what the rules nearly joined, or joined only just; nearest first. Pairs
-- that a judgement names, unsure ones too, are no more asked about.
CREATE OR REPLACE TABLE work.near_pairs AS
SELECT 'event' AS mention_kind, a.c AS left_c, b.c AS right_c, max(s.score) AS score, 7.0 AS line,
       concat_ws(', ', CASE WHEN bool_or(s.same_value) THEN 'same date' WHEN bool_or(s.same_mmdd) THEN 'same day and month' END,
                 CASE WHEN bool_or(s.bodies_shared > 0) THEN 'same organiser' END, CASE WHEN bool_or(s.people_shared > 0) THEN 'same people' END,
                 CASE WHEN bool_or(s.papers_shared > 0) THEN 'same official document' END, CASE WHEN bool_or(s.topic_like >= 0.5) THEN 'like names' END,
                 CASE WHEN bool_or(s.other_place) THEN 'places differ' END) AS why
FROM work.event_scores s JOIN work.event_link a ON a.n = s.a JOIN work.event_link b ON b.n = s.b
WHERE a.c <> b.c AND s.score >= 4 GROUP BY ALL
UNION ALL
SELECT 'person', least(l.c, r.c), greatest(l.c, r.c), max(f.shared), 2, 'same name, ' || max(f.shared) || ' names in common'
FROM work.person_fits f JOIN work.person_link l USING (n) JOIN work.person_nodes o ON 'p|' || o.n = 'p|' || f.c
JOIN work.person_link r ON r.n = o.n WHERE l.c <> r.c GROUP BY ALL
UNION ALL
SELECT 'person', least(l.c, r.c), greatest(l.c, r.c), 1, 2, 'same name, offices that do not meet'
FROM (SELECT key, n, lag(n) OVER (PARTITION BY key ORDER BY n) AS before FROM work.person_nodes
      WHERE n IN (SELECT min(p.n) FROM work.person_nodes p JOIN work.person_link k USING (n) GROUP BY k.c)) p
JOIN work.person_link l ON l.n = p.n JOIN work.person_link r ON r.n = p.before WHERE p.before IS NOT NULL AND l.c <> r.c
GROUP BY ALL
UNION ALL
SELECT 'organization', least(l.c, r.c), greatest(l.c, r.c), 1, 2, 'names alike but for their tones'
FROM (SELECT any_value(f.ascii) AS ascii, n.key, min(n.n) AS n, lag(min(n.n)) OVER (PARTITION BY any_value(f.ascii) ORDER BY min(n.n)) AS before
      FROM work.organization_nodes n JOIN work.name_forms f ON f.name = n.name WHERE NOT n.generic GROUP BY n.key) p
JOIN work.organization_link l ON l.n = p.n JOIN work.organization_link r ON r.n = p.before WHERE p.before IS NOT NULL AND l.c <> r.c
GROUP BY ALL
UNION ALL
SELECT 'directive', x.c, y.c, y.score, x.score, 'a number that two documents bear, told apart by little'
FROM (SELECT * FROM work.directive_scores QUALIFY row_number() OVER (PARTITION BY n ORDER BY score DESC, row) = 1) x
JOIN (SELECT * FROM work.directive_scores QUALIFY row_number() OVER (PARTITION BY n ORDER BY score DESC, row) = 2) y USING (n)
WHERE x.score - y.score < 0.6;

CREATE OR REPLACE TABLE work.review AS
WITH named AS (
    SELECT person_id AS id, name FROM work.out_people UNION ALL SELECT organization_id, name FROM work.out_organizations
    UNION ALL SELECT event_id, concat_ws(' · ', date_edtf, name) FROM work.out_events
    UNION ALL SELECT directive_id, concat_ws(' ', symbol, issued_edtf, title) FROM work.out_directives)
SELECT p.mention_kind AS kind, i.id AS left_id, j.id AS right_id, x.name AS left_name, y.name AS right_name,
       min(round(abs(p.score - p.line), 2)) AS distance, min(p.why) AS why
FROM work.near_pairs p
JOIN (SELECT DISTINCT mention_kind, kind FROM work.entities) k USING (mention_kind)
JOIN work.ids i ON i.kind = k.kind AND i.c = p.left_c JOIN work.ids j ON j.kind = k.kind AND j.c = p.right_c
JOIN named x ON x.id = i.id JOIN named y ON y.id = j.id
WHERE i.id <> j.id AND NOT EXISTS (
    SELECT 1 FROM work.judgements g WHERE (g."left", g."right") IN ((i.id, j.id), (j.id, i.id)))
GROUP BY ALL;
