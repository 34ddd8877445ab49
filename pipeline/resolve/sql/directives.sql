-- Official documents. A mention goes to the register's row that fits best; what the register lacks is grouped by
-- symbol and issue date, and what has neither number nor name stays its own article's.
CREATE OR REPLACE TABLE work.directive_nodes AS
SELECT row_number() OVER (ORDER BY d.document_id, d.i) AS n, d.*,
       replace(ascii(d.symbol), ' ', '') AS symbol_key, ltrim(regexp_extract(d.number, '^[0-9]+'), '0') AS number_key,
       tf.key AS title_key, tf.ascii AS title_ascii, o.c AS issuer_c,
       b.earliest AS issued_earliest, b.latest AS issued_latest,
       t.latest AS known_by, t.earliest AS doc_earliest
FROM work.l_directives d
LEFT JOIN work.name_forms tf ON tf.name = d.title
LEFT JOIN work.organization_link o ON o.document_id = d.document_id AND o.i = d.issuer
LEFT JOIN work.edtf b ON b.value = d.issued
LEFT JOIN work.document_times t ON t.document_id = d.document_id;

CREATE OR REPLACE TABLE work.register_directives AS
SELECT r.*, replace(ascii(r.symbol), ' ', '') AS symbol_key, ltrim(regexp_extract(r.symbol, '^[0-9]+'), '0') AS number_key,
       'r|' || r.row AS c, f.ascii AS title_ascii, tf.key AS type_key, b.earliest AS issued_earliest, b.latest AS issued_latest,
       'reg-directives-' || slug(concat_ws(' ', r.symbol, r.term, r.issued_on, CASE WHEN r.symbol IS NULL THEN r.title_vi END)) AS register_row
FROM reg.directives r
LEFT JOIN work.name_forms f ON f.name = r.title_vi
LEFT JOIN work.name_forms tf ON tf.name = r.type_vi
LEFT JOIN work.edtf b ON b.value = r.issued_on;

-- The words around the mentions of a document say which of several it means.
CREATE OR REPLACE TABLE work.directive_context AS
SELECT m.document_id, m.ref AS i, words(string_agg(substr(d.text, greatest(1, m.char_start - 200), 700), ' ')) AS near
FROM work.mentions m JOIN work.docs d USING (document_id)
WHERE m.kind = 'directive' AND m.ref IS NOT NULL GROUP BY ALL;

CREATE OR REPLACE TABLE work.directive_candidates AS
WITH pairs AS (
    SELECT n.*, r.c, r.row, r.symbol AS register_symbol, r.title_ascii AS register_title, r.issued_earliest AS register_earliest,
           r.issued_latest AS register_latest, r.term AS register_term, r.issuer_vi, r.type_key, true AS by_symbol
    FROM work.directive_nodes n JOIN work.register_directives r ON r.symbol_key = n.symbol_key
    UNION ALL BY NAME
    SELECT n.*, r.c, r.row, r.symbol AS register_symbol, r.title_ascii AS register_title, r.issued_earliest AS register_earliest,
           r.issued_latest AS register_latest, r.term AS register_term, r.issuer_vi, r.type_key, false AS by_symbol
    FROM work.directive_nodes n JOIN work.register_directives r ON r.number_key = n.number_key
    WHERE n.symbol IS NULL AND n.number_key <> ''
), compared AS (
    SELECT p.*, tf.key AS own_type, isf.key AS own_issuer, rif.key AS register_issuer,
           coalesce(jaccard(words(p.title_ascii), words(p.register_title)), 0) AS title_like,
           coalesce(len(list_intersect(k.near, words(p.register_title))) / greatest(1, len(words(p.register_title))), 0) AS near_like
    FROM pairs p
    LEFT JOIN work.name_forms tf ON tf.name = p.type_vi
    LEFT JOIN work.name_forms isf ON isf.name = p.issuer_text
    LEFT JOIN work.name_forms rif ON rif.name = p.issuer_vi
    LEFT JOIN work.directive_context k ON k.document_id = p.document_id AND k.i = p.i
)
SELECT n, document_id, i, c, row, by_symbol, title_like, near_like,
       (own_issuer IS NOT NULL AND register_issuer IS NOT NULL AND (starts_with(register_issuer, own_issuer) OR starts_with(own_issuer, register_issuer))) AS issuer_fits,
       own_issuer IS NOT NULL AND register_issuer IS NOT NULL AND NOT (starts_with(register_issuer, own_issuer) OR starts_with(own_issuer, register_issuer)) AS issuer_differs,
       issued_earliest IS NOT NULL AND register_earliest IS NOT NULL AND issued_earliest <= register_latest AND register_earliest <= issued_latest AS issued_fits,
       issued_earliest IS NOT NULL AND register_earliest IS NOT NULL AND NOT (issued_earliest <= register_latest AND register_earliest <= issued_latest) AS issued_differs,
       term IS NOT NULL AND register_term IS NOT NULL AND regexp_extract(register_term, '[IVXLC]+$') = term AS term_fits,
       term IS NOT NULL AND register_term IS NOT NULL AND regexp_extract(register_term, '[IVXLC]+$') <> term AS term_differs,
       known_by IS NOT NULL AND register_earliest > known_by AS too_late,
       type_key = own_type OR starts_with(type_key, own_type) OR contains(type_key, 'ban hành ' || own_type) AS type_fits,
       datediff('day', register_earliest, coalesce(known_by, doc_earliest)) AS age
FROM compared;

CREATE OR REPLACE TABLE work.directive_scores AS
SELECT *, 4 * issued_fits::INT + 3 * term_fits::INT + by_symbol::INT + issuer_fits::INT + 4 * title_like + 3 * near_like
          - CASE WHEN age IS NULL THEN 0 ELSE least(greatest(age, 0) / 3650.0, 2) END AS score
FROM work.directive_candidates
WHERE NOT issued_differs AND NOT term_differs AND NOT too_late AND coalesce(type_fits, true)
  AND NOT (issuer_differs AND NOT (issued_fits OR title_like > 0.5));

CREATE OR REPLACE TABLE work.directive_register AS
SELECT n, arg_max(c, (score, -row)) AS c, max(score) AS score
FROM work.directive_scores
WHERE issued_fits OR term_fits OR title_like > 0.4 OR near_like > 0.4 OR (by_symbol AND (issuer_fits OR near_like > 0.15))
   OR (issuer_fits AND near_like > 0.25)
GROUP BY n;

-- Beyond the register: symbol, with its issuer where the symbol is a local one, and the date or year of issue.
CREATE OR REPLACE TABLE work.directive_groups AS
SELECT n.n, n.document_id, n.i, n.issued_earliest, n.issued_latest, n.term, n.known_by, n.doc_earliest,
    CASE WHEN n.symbol_key IS NOT NULL THEN 's|' || n.symbol_key || CASE WHEN regexp_matches(n.symbol_key, '/(tu|huu|ubnd|hdnd|qu|thu|sngv|snv)') THEN '|' || coalesce(n.issuer_c, n.document_id) ELSE '' END
         WHEN n.number_key <> '' THEN 'k|' || n.type_key || '|' || n.number_key || '|' || coalesce(n.issuer_c, n.document_id)
         WHEN n.title_key IS NOT NULL THEN 't|' || n.type_key || '|' || n.title_key
         ELSE 'd|' || n.document_id || '|' || n.i END AS g
FROM (SELECT d.*, tf.key AS type_key FROM work.directive_nodes d LEFT JOIN work.name_forms tf ON tf.name = d.type_vi) n
WHERE n.n NOT IN (SELECT n FROM work.directive_register);

CREATE OR REPLACE TABLE work.directive_link AS
WITH dated AS (SELECT DISTINCT g, issued_earliest AS e FROM work.directive_groups WHERE issued_earliest IS NOT NULL),
only_one AS (SELECT g, min(e) AS e FROM dated GROUP BY g HAVING count(*) = 1),
placed AS (
    SELECT x.n, x.document_id, x.i, x.g || coalesce('|' || coalesce(x.issued_earliest, o.e), '') AS c
    FROM work.directive_groups x LEFT JOIN only_one o ON o.g = x.g AND (x.known_by IS NULL OR o.e <= x.known_by)
)
SELECT n, document_id, i, c FROM placed
UNION ALL
SELECT n.n, n.document_id, n.i, r.c FROM work.directive_nodes n JOIN work.directive_register r USING (n);
