-- events, and who and what took part in them.
CREATE OR REPLACE TABLE work.event_forms AS
SELECT i.id, l.c, d.* FROM work.event_dated d JOIN work.event_link l USING (n) JOIN work.ids i ON i.kind = 'evt' AND i.c = l.c;

CREATE OR REPLACE TABLE work.place_rows AS
SELECT DISTINCT ON (name_vi, valid_from) *,
       'plc-' || short_hash(concat_ws('|', name_vi, country, valid_from)) AS place_id FROM (
    SELECT name_vi, aliases, country, NULL AS valid_from, NULL AS valid_to FROM reg.places
    UNION ALL SELECT name_vi, aliases, 'VN', valid_from, valid_to FROM reg.provinces
    UNION ALL SELECT name_vi, aliases, code, NULL, NULL FROM reg.countries)
ORDER BY name_vi, valid_from, country;

CREATE OR REPLACE TABLE work.place_names AS
SELECT name_vi, min(place_id) AS place_id, bool_or(valid_from IS NOT NULL OR valid_to IS NOT NULL) AS dated FROM work.place_rows GROUP BY name_vi HAVING count(*) = 1;

CREATE OR REPLACE TABLE work.out_events AS
WITH votes AS (
    SELECT id, c, arg_max(struct_pack(name, name_ascii), ("primary"::INT, len(tokens) BETWEEN 4 AND 40, least(len(tokens), 20), -document_order, name)) AS best,
           mode(event_type ORDER BY "primary" DESC, event_type) AS event_type, mode(time_of_day ORDER BY time_of_day) AS time_of_day,
           mode(format ORDER BY format) AS format, mode(ordinal ORDER BY ordinal) AS ordinal, mode(term ORDER BY term) AS term,
           CASE WHEN bool_or(status = 'held') THEN 'held' ELSE mode(status ORDER BY status) END AS status,
           count(DISTINCT document_id) AS n,
           max(ended) AS max_ended
    FROM (SELECT *, n AS document_order, NULL AS ended FROM work.event_forms) GROUP BY ALL),
places AS (
    SELECT id, arg_max(struct_pack(place, place_value), (held, length(place), place)) AS p FROM (
        SELECT id, place, place_value, count(*) + sum("primary"::INT) AS held FROM work.event_forms WHERE place IS NOT NULL GROUP BY ALL) GROUP BY id),
parents AS (
    SELECT f.id, min(p.id) AS part_of FROM work.event_forms f JOIN work.event_forms p ON p.document_id = f.document_id AND p.i = f.part_of AND p.id <> f.id GROUP BY ALL)
SELECT v.id AS event_id, v.event_type, shorten(v.best.name) AS name, ascii_name(shorten(v.best.name)) AS name_ascii,
       a.value AS date_edtf, a.earliest AS date_earliest, a.latest AS date_latest, coalesce(a.basis, 'none') AS date_basis,
       v.time_of_day, p.p.place AS place, pn.place_id, v.format, v.status, v.ordinal, v.term, s.series_id, t.part_of, v.n AS n_documents
FROM votes v
LEFT JOIN work.event_agreed a ON a.c = v.c
LEFT JOIN places p ON p.id = v.id LEFT JOIN work.place_names pn ON pn.name_vi = coalesce(p.p.place_value, p.p.place)
LEFT JOIN work.event_series s ON s.c = v.c
LEFT JOIN parents t ON t.id = v.id;

CREATE OR REPLACE TABLE work.out_places AS
SELECT r.place_id, r.name_vi AS name, ascii_name(r.name_vi) AS name_ascii, r.country,
       r.valid_from AS valid_from_edtf, f.earliest AS valid_from_earliest, f.latest AS valid_from_latest,
       r.valid_to AS valid_to_edtf, t.earliest AS valid_to_earliest, t.latest AS valid_to_latest
FROM work.place_rows r LEFT JOIN work.edtf f ON f.value = r.valid_from LEFT JOIN work.edtf t ON t.value = r.valid_to
WHERE r.place_id IN (SELECT place_id FROM work.out_events)
   OR r.name_vi IN (SELECT value FROM work.mentions WHERE kind = 'place');

CREATE OR REPLACE TABLE work.out_event_documents AS
SELECT id AS event_id, document_id, bool_or("primary") AS is_primary FROM work.event_forms GROUP BY ALL;

-- Who chairs at a connection point (the sentence says "tại điểm cầu …" before the name) attends the event where
-- another chairs it.
CREATE OR REPLACE TABLE work.parts_taken AS
SELECT e.id AS event_id, p.id AS person_id, x.role, x.document_id, k.mention_id,
       x.role = 'chair' AND contains(lower(regexp_extract(substr(d.text, greatest(1, m.char_start - 149), least(150, m.char_start)), '[^.;\n]*$')), 'điểm cầu') AS beside
FROM work.l_participations x
JOIN work.local_ids e ON e.kind = 'event' AND e.document_id = x.document_id AND e.i = x.event
JOIN work.local_ids p ON p.kind = 'person' AND p.document_id = x.document_id AND p.i = x.person
JOIN work.mentions m ON m.document_id = x.document_id AND m.i = x.mention
JOIN work.mention_at k ON k.document_id = x.document_id AND k.i = x.mention
JOIN work.docs d ON d.document_id = x.document_id;

CREATE OR REPLACE TABLE work.out_participations AS
SELECT t.event_id, t.person_id, CASE WHEN t.beside AND c.event_id IS NOT NULL THEN 'attendee' ELSE t.role END AS role, t.document_id, min(t.mention_id) AS mention_id
FROM work.parts_taken t
LEFT JOIN (SELECT DISTINCT event_id, person_id FROM work.parts_taken WHERE role = 'chair' AND NOT beside) c
       ON c.event_id = t.event_id AND c.person_id <> t.person_id AND t.beside
GROUP BY ALL;

CREATE OR REPLACE TABLE work.out_event_organizations AS
SELECT e.id AS event_id, o.id AS organization_id, x.role, x.document_id, min(m.mention_id) AS mention_id
FROM work.l_event_organizations x
JOIN work.local_ids e ON e.kind = 'event' AND e.document_id = x.document_id AND e.i = x.event
JOIN work.local_ids o ON o.kind = 'organization' AND o.document_id = x.document_id AND o.i = x.organization
JOIN work.mention_at m ON m.document_id = x.document_id AND m.i = x.mention GROUP BY ALL;

CREATE OR REPLACE TABLE work.out_event_countries AS
SELECT e.id AS event_id, x.country, x.role, x.document_id, min(m.mention_id) AS mention_id
FROM work.l_event_countries x
JOIN work.local_ids e ON e.kind = 'event' AND e.document_id = x.document_id AND e.i = x.event
JOIN work.mention_at m ON m.document_id = x.document_id AND m.i = x.mention GROUP BY ALL;

CREATE OR REPLACE TABLE work.out_event_directives AS
SELECT e.id AS event_id, d.id AS directive_id, x.relation, x.document_id, min(m.mention_id) AS mention_id
FROM work.l_event_directives x
JOIN work.local_ids e ON e.kind = 'event' AND e.document_id = x.document_id AND e.i = x.event
JOIN work.local_ids d ON d.kind = 'directive' AND d.document_id = x.document_id AND d.i = x.directive
JOIN work.mention_at m ON m.document_id = x.document_id AND m.i = x.mention GROUP BY ALL;
