-- directives, and how they relate.
CREATE OR REPLACE TABLE work.directive_forms AS
SELECT i.id, l.c, n.document_id, n.i, n.type_code, n.type_vi, n.number, n.symbol, n.system, n.issued, n.title, n.term, x.id AS issuer
FROM work.directive_nodes n JOIN work.directive_link l USING (n) JOIN work.ids i ON i.kind = 'dir' AND i.c = l.c
LEFT JOIN work.local_ids x ON x.kind = 'organization' AND x.document_id = n.document_id AND x.i = n.issuer;

CREATE OR REPLACE TABLE work.out_directives AS
WITH said AS (
    SELECT id, count(DISTINCT document_id) AS n, mode(type_code ORDER BY type_code) AS type_code, mode(type_vi ORDER BY type_vi) AS type_vi,
           mode(number ORDER BY number) AS number, mode(symbol ORDER BY symbol) AS symbol, mode(system ORDER BY system) AS system,
           mode(issued ORDER BY issued) AS issued, arg_max(title, (length(title), title)) AS title, mode(term ORDER BY term) AS term, mode(issuer ORDER BY issuer) AS issuer
    FROM work.directive_forms GROUP BY id),
types AS (SELECT type_vi, min(type_en) AS type_en FROM reg.document_types WHERE record = 'type' GROUP BY type_vi)
SELECT i.id AS directive_id, coalesce(s.type_code, regexp_extract(r.symbol, '[-/]([A-ZĐ]+)', 1)) AS type_code, coalesce(s.type_vi, r.type_vi) AS type_vi,
       coalesce(r.type_en, t.type_en) AS type_en, coalesce(s.number, nullif(regexp_extract(r.symbol, '^[0-9]+'), '')) AS number, coalesce(r.symbol, s.symbol) AS symbol,
       coalesce(s.system, CASE WHEN regexp_matches(r.symbol, '/(TW|TU|BĐNTW|VPTW|BCĐ)$') THEN 'party' WHEN r.symbol IS NOT NULL THEN 'state' ELSE 'other' END) AS system,
       coalesce(ii.id, s.issuer) AS issuer_id, coalesce(nullif(regexp_extract(r.term, '\b([IVXLC]+)$', 1), ''), s.term) AS term,
       coalesce(r.issued_on, s.issued) AS issued_edtf, b.earliest AS issued_earliest, b.latest AS issued_latest,
       coalesce(r.title_vi, shorten(s.title)) AS title, r.c IS NOT NULL AS in_register, coalesce(s.n, 0) AS n_documents
FROM work.ids i
LEFT JOIN work.register_directives r ON r.c = i.c
LEFT JOIN said s ON s.id = i.id
LEFT JOIN work.issuers u ON u.c = i.c LEFT JOIN work.ids ii ON ii.kind = 'org' AND ii.c = u.issuer
LEFT JOIN work.edtf b ON b.value = coalesce(r.issued_on, s.issued)
LEFT JOIN types t ON t.type_vi = s.type_vi
WHERE i.kind = 'dir';

CREATE OR REPLACE TABLE work.out_directive_relations AS
SELECT DISTINCT ON (directive_id, relation, target_id, source_id) * FROM (
    SELECT a.id AS directive_id, r.relation, b.id AS target_id, r.document_id AS source_id, r.document_id, m.mention_id
    FROM work.l_directive_relations r
    JOIN work.local_ids a ON a.kind = 'directive' AND a.document_id = r.document_id AND a.i = r.directive
    JOIN work.local_ids b ON b.kind = 'directive' AND b.document_id = r.document_id AND b.i = r.target
    JOIN work.mention_at m ON m.document_id = r.document_id AND m.i = r.mention
    WHERE a.id <> b.id
    UNION ALL
    SELECT a.id, r.relation, b.id, r.register_row, NULL, NULL FROM work.register_relations r
    JOIN work.ids a ON a.kind = 'dir' AND a.c = r.c JOIN work.ids b ON b.kind = 'dir' AND b.c = r.target)
ORDER BY ALL;
