-- people, positions, memberships.
CREATE OR REPLACE TABLE work.document_days AS
WITH told AS (
    SELECT l.document_id, arg_min(e.date_edtf, (e.date_earliest, e.date_edtf)) AS value
    FROM work.event_link l JOIN work.ids i ON i.kind = 'evt' AND i.c = l.c JOIN work.out_events e ON e.event_id = i.id
    JOIN work.l_events x ON x.document_id = l.document_id AND x.i = l.i
    WHERE x."primary" AND e.date_edtf IS NOT NULL GROUP BY ALL)
SELECT d.document_id, coalesce(t.value, substr(d.published, 1, 10)) AS value
FROM work.docs d LEFT JOIN told t USING (document_id);

CREATE OR REPLACE TABLE work.person_forms AS
SELECT i.id, n.name, n.key, n.document_id, f.family, f.given, f.ascii_name
FROM work.person_nodes n JOIN work.person_link l USING (n) JOIN work.ids i ON i.kind = 'per' AND i.c = l.c
JOIN work.name_forms f ON f.name = n.name;

CREATE OR REPLACE TABLE work.out_people AS
WITH counted AS (SELECT id, name, any_value(family) AS family, any_value(given) AS given, any_value(ascii_name) AS ascii_name, count(*) AS held FROM work.person_forms GROUP BY id, name),
best AS (SELECT id, arg_max(struct_pack(name, family, given, ascii_name), (length(name) - length(replace(name, ' ', '')), held, name)) AS b FROM counted GROUP BY id),
seen AS (
    SELECT f.id, count(DISTINCT f.document_id) AS n, arg_min(d.value, (b.earliest, d.value)) FILTER (b.earliest IS NOT NULL) AS first,
           arg_max(d.value, (b.latest, d.value)) FILTER (b.latest IS NOT NULL) AS last
    FROM work.person_forms f LEFT JOIN work.document_days d USING (document_id) LEFT JOIN work.edtf2 b ON b.value = d.value GROUP BY f.id)
SELECT s.id AS person_id, coalesce(r.name_vi, b.b.name) AS name, ascii_name(coalesce(r.name_vi, b.b.name)) AS name_ascii,
       CASE WHEN r.c IS NULL THEN b.b.family ELSE rf.family END AS family_name, CASE WHEN r.c IS NULL THEN b.b.given ELSE rf.given END AS given_name, r.wikidata_id,
       s.n AS n_documents, s.first AS first_seen_edtf, f.earliest AS first_seen_earliest, f.latest AS first_seen_latest,
       s.last AS last_seen_edtf, l.earliest AS last_seen_earliest, l.latest AS last_seen_latest
FROM seen s JOIN best b USING (id) JOIN work.ids i ON i.kind = 'per' AND i.id = s.id
LEFT JOIN work.register_people r ON r.c = i.c LEFT JOIN work.name_forms rf ON rf.name = r.name_vi
LEFT JOIN work.edtf2 f ON f.value = s.first LEFT JOIN work.edtf2 l ON l.value = s.last;

CREATE OR REPLACE TABLE work.out_positions AS
SELECT 'pos-' || short_hash(concat_ws('|', s.document_id, s.char_start, s.char_end, row_number() OVER (PARTITION BY s.document_id, s.char_start, s.char_end ORDER BY s.i))) AS position_id,
       p.id AS person_id, s.title, r.title_en, o.id AS organization_id, s.status, s.document_id, m.mention_id,
       d.value AS as_of_edtf, b.earliest AS as_of_earliest, b.latest AS as_of_latest
FROM work.l_positions s
JOIN work.local_ids p ON p.kind = 'person' AND p.document_id = s.document_id AND p.i = s.person
JOIN work.mention_at m ON m.document_id = s.document_id AND m.i = s.mention
LEFT JOIN work.local_ids o ON o.kind = 'organization' AND o.document_id = s.document_id AND o.i = s.organization
LEFT JOIN work.document_days d ON d.document_id = s.document_id LEFT JOIN work.edtf2 b ON b.value = d.value
LEFT JOIN work.name_forms f ON f.name = s.title
LEFT JOIN (SELECT f.title, min(r.title_en) AS title_en FROM reg.positions r JOIN work.name_forms f ON f.name = r.title_vi GROUP BY f.title) r ON r.title = f.title;

-- Who held what: from the first day known at the latest, to the last day known at the earliest. A body's end, a word
-- that calls the holder former, and the next or the last holder of the same one-holder office bound it further.
CREATE OR REPLACE TABLE work.held_offices AS
SELECT s.person_id, s.organization_id, f.rank AS role, f.title AS title_key, min(s.title) FILTER (s.status IN ('current', 'acting')) AS shown, min(s.title) AS any_title,
       min(s.as_of_latest) FILTER (s.status IN ('current', 'acting')) AS since, max(s.as_of_earliest) FILTER (s.status IN ('current', 'acting')) AS until,
       min(s.as_of_latest) FILTER (s.status IN ('former', 'late')) AS over, count(*) AS n
FROM work.out_positions s JOIN work.name_forms f ON f.name = s.title GROUP BY ALL;

CREATE OR REPLACE TABLE work.successions AS
SELECT a.person_id, a.organization_id, a.title_key, min(b.since) FILTER (b.since > a.until) AS next_since, max(b.until) FILTER (b.until < a.since) AS last_until
FROM work.held_offices a JOIN work.held_offices b USING (organization_id, title_key, role)
WHERE a.role = 'head' AND a.person_id <> b.person_id GROUP BY ALL;

CREATE OR REPLACE TABLE work.out_memberships AS
WITH bounded AS (
    SELECT h.*, CASE WHEN x.last_until <= h.since THEN x.last_until END AS not_before,
           least(o.ended, x.next_since, CASE WHEN h.until IS NULL OR h.over >= h.until THEN h.over END) AS ending
    FROM work.held_offices h
    LEFT JOIN (SELECT organization_id, valid_to_latest AS ended FROM work.out_organizations) o USING (organization_id)
    LEFT JOIN work.successions x ON x.person_id = h.person_id AND x.organization_id = h.organization_id AND x.title_key = h.title_key),
closed AS (SELECT *, CASE WHEN until IS NULL OR ending >= until THEN ending END AS left_by FROM bounded)
SELECT 'mbr-' || short_hash(concat_ws('|', person_id, organization_id, role, title_key)) AS membership_id, person_id, organization_id, role,
       coalesce(shown, any_title) AS title,
       CASE WHEN since IS NOT NULL THEN coalesce(not_before::VARCHAR, '..') || '/' || since END AS from_edtf,
       CASE WHEN since IS NOT NULL THEN not_before END AS from_earliest, since AS from_latest,
       CASE WHEN until IS NOT NULL THEN until || '/' || coalesce(left_by::VARCHAR, '..') WHEN left_by IS NOT NULL THEN '../' || left_by END AS to_edtf,
       until AS to_earliest, left_by AS to_latest, n AS n_positions
FROM closed;
