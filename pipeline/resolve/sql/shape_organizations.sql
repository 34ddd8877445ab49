-- organizations and their names.
CREATE OR REPLACE TABLE work.organization_forms AS
SELECT i.id, l.c, n.name, n.document_id, n.kind, n.country, n.abbreviation, n.parent, n.i
FROM work.organization_nodes n JOIN work.organization_link l USING (n) JOIN work.ids i ON i.kind = 'org' AND i.c = l.c;

CREATE OR REPLACE TABLE work.organization_best AS
WITH counted AS (SELECT id, name, count(*) AS held FROM work.organization_forms GROUP BY ALL),
top AS (SELECT id, arg_max(name, (held, length(name), name)) AS name FROM counted GROUP BY id),
said AS (SELECT id, mode(kind ORDER BY kind) AS kind, mode(country ORDER BY country) AS country, mode(abbreviation ORDER BY abbreviation) AS abbreviation FROM work.organization_forms GROUP BY id)
SELECT * FROM top JOIN said USING (id);

CREATE OR REPLACE TABLE work.organization_parents AS
SELECT i.id, p.id AS parent FROM work.ids i JOIN work.register_organizations r ON i.kind = 'org' AND r.c = i.c
JOIN work.ids p ON p.kind = 'org' AND p.c = 'r|' || r.parent_vi
UNION ALL
SELECT id, min(parent) FROM (
    SELECT f.id, x.id AS parent FROM work.organization_forms f JOIN work.local_ids x ON x.kind = 'organization' AND x.document_id = f.document_id AND x.i = f.parent
    WHERE f.c NOT LIKE 'r|%' AND x.id <> f.id) GROUP BY id;

CREATE OR REPLACE TABLE work.out_organizations AS
SELECT i.id AS organization_id, coalesce(r.name_vi, b.name) AS name, ascii_name(coalesce(r.name_vi, b.name)) AS name_ascii, r.name_en,
       coalesce(nullif(split_part(r.abbreviation_en, ';', 1), ''), b.abbreviation) AS abbreviation,
       coalesce(replace(r.kind, '-', '_'), b.kind, 'other') AS kind, coalesce(r.country, b.country) AS country, p.parent AS parent_id,
       coalesce(vf.value, r.valid_from) AS valid_from_edtf, coalesce(vf.earliest, f.earliest) AS valid_from_earliest, coalesce(vf.latest, f.latest) AS valid_from_latest,
       coalesce(vt.value, r.valid_to) AS valid_to_edtf, coalesce(vt.earliest, t.earliest) AS valid_to_earliest, coalesce(vt.latest, t.latest) AS valid_to_latest,
       r.wikidata_id
FROM work.ids i
LEFT JOIN work.register_organizations r ON r.c = i.c
LEFT JOIN work.organization_best b ON b.id = i.id
LEFT JOIN work.organization_parents p ON p.id = i.id
LEFT JOIN work.edtf f ON f.value = r.valid_from LEFT JOIN work.edtf t ON t.value = r.valid_to
LEFT JOIN work.validity vf ON vf.c = i.c AND vf.field = 'valid_from'
LEFT JOIN work.validity vt ON vt.c = i.c AND vt.field = 'valid_to'
WHERE i.kind = 'org';
