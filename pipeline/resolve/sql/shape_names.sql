-- names: every form met, and the register's.
CREATE OR REPLACE TABLE work.name_rows AS
WITH said AS (
    SELECT l.id, d.id AS best, m.quote AS name, m.document_id FROM work.mentions m
    JOIN work.local_ids l ON l.kind = m.kind AND l.document_id = m.document_id AND l.i = m.ref
    JOIN (SELECT person_id AS id, name FROM work.out_people UNION ALL SELECT organization_id, name FROM work.out_organizations) d ON d.id = l.id
    WHERE m.kind IN ('person', 'organization')),
best AS (SELECT person_id AS id, name FROM work.out_people UNION ALL SELECT organization_id, name FROM work.out_organizations),
forms AS (
    SELECT s.id, s.name, s.document_id AS source_id, s.document_id, b.name AS best FROM said s JOIN best b USING (id)
    UNION SELECT f.id, f.name, f.document_id, f.document_id, b.name FROM work.person_forms f JOIN best b USING (id)
    UNION SELECT f.id, f.abbreviation, f.document_id, f.document_id, b.name FROM work.organization_forms f JOIN best b USING (id) WHERE f.abbreviation IS NOT NULL
    UNION SELECT i.id, r.name_vi, r.register_row, NULL, r.name_vi FROM work.register_people r JOIN work.ids i ON i.kind = 'per' AND i.c = r.c
    UNION SELECT i.id, r.name_vi, r.register_row, NULL, r.name_vi FROM work.register_organizations r JOIN work.ids i ON i.kind = 'org' AND i.c = r.c
    UNION SELECT i.id, trim(unnest(string_split(r.aliases, '|'))), r.register_row, NULL, r.name_vi FROM work.register_organizations r JOIN work.ids i ON i.kind = 'org' AND i.c = r.c)
SELECT f.id AS entity_id, regexp_replace(f.name, '\s+', ' ', 'g') AS name,
       CASE WHEN regexp_replace(f.name, '\s+', ' ', 'g') = f.best THEN 'canonical'
            WHEN regexp_full_match(f.name, '[\p{Lu}\d&.+-]{2,14}') AND length(f.name) < length(f.best) THEN 'abbreviation'
            WHEN len(string_split(a.key, ' ')) = len(string_split(b.key, ' ')) AND length(a.ascii) > 6
                 AND len(list_filter(list_zip(string_split(a.key, ' '), string_split(b.key, ' ')), lambda z: z[1] <> z[2])) = 1
                 AND damerau_levenshtein(a.ascii, b.ascii) <= 1 THEN 'misspelling'
            ELSE 'variant' END AS kind, f.source_id, ascii_name(regexp_replace(f.name, '\s+', ' ', 'g')) AS name_ascii, f.document_id
FROM forms f LEFT JOIN work.name_forms a ON a.name = f.name LEFT JOIN work.name_forms b ON b.name = f.best
UNION ALL
SELECT i.id, r.name_en, 'english', r.register_row, ascii_name(r.name_en), NULL FROM work.register_organizations r JOIN work.ids i ON i.kind = 'org' AND i.c = r.c WHERE r.name_en IS NOT NULL;

CREATE OR REPLACE TABLE work.out_names AS
SELECT DISTINCT ON (entity_id, name, kind, source_id) * FROM work.name_rows WHERE name <> '' ORDER BY ALL;
