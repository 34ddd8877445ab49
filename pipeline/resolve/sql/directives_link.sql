-- Each citation goes to the register's row that fits best, if any does.
-- After which day an article was written, by the documents that it cites unmistakably.
CREATE OR REPLACE TABLE work.cited_times AS
WITH sure AS (SELECT symbol_key, min(issued_earliest) AS issued FROM work.register_directives WHERE symbol_key IS NOT NULL GROUP BY ALL HAVING count(*) = 1)
SELECT n.document_id, max(coalesce(n.issued_earliest, s.issued)) AS after
FROM work.directive_nodes n LEFT JOIN sure s USING (symbol_key) GROUP BY ALL;

CREATE OR REPLACE TABLE work.directive_candidates AS
WITH pairs AS (
    SELECT n.n, r.row, true AS by_symbol FROM work.directive_nodes n JOIN work.register_directives r ON r.symbol_key = n.symbol_key
    UNION ALL
    SELECT n.n, r.row, false FROM work.directive_nodes n JOIN work.register_directives r ON r.number_key = n.number_key
    WHERE n.symbol IS NULL AND n.number_key <> ''),
compared AS (
    SELECT p.n, p.row, p.by_symbol, n.document_id, n.i, r.c, n.term, regexp_extract(r.term, '[IVXLC]+$') AS register_term,
           n.issued_earliest, n.issued_latest, r.issued_earliest AS register_earliest, r.issued_latest AS register_latest,
           n.known_by, coalesce(n.known_by, t.after, max(r.issued_earliest) OVER (PARTITION BY p.n)) AS written,
           r.type_key, tf.key AS own_type, isf.key AS own_issuer, rif.key AS register_issuer,
           len(o.topic) AS own_topics, len(list_intersect(o.topic, g.topic)) / greatest(1, least(len(o.topic), len(g.topic))) AS title_like,
           len(list_intersect(k.topic, g.topic)) / greatest(1, len(g.topic)) AS near_like
    FROM pairs p JOIN work.directive_nodes n USING (n) JOIN work.register_directives r ON r.row = p.row
    JOIN work.register_topics g ON g.row = p.row
    LEFT JOIN work.title_topics o ON o.name = n.title
    LEFT JOIN work.near_topics k ON k.document_id = n.document_id AND k.i = n.i
    LEFT JOIN work.cited_times t ON t.document_id = n.document_id
    LEFT JOIN work.name_forms tf ON tf.name = n.type_vi
    LEFT JOIN work.name_forms isf ON isf.name = n.issuer_text
    LEFT JOIN work.name_forms rif ON rif.name = r.issuer_vi)
SELECT n, row, by_symbol, document_id, i, c, coalesce(own_topics >= 3 AND title_like < 0.15 AND near_like < 0.15, false) AS other_title,
       coalesce(title_like, 0) AS title_like, coalesce(near_like, 0) AS near_like,
       coalesce(starts_with(register_issuer, own_issuer) OR starts_with(own_issuer, register_issuer), false) AS issuer_fits,
       coalesce(NOT (starts_with(register_issuer, own_issuer) OR starts_with(own_issuer, register_issuer)), false) AS issuer_differs,
       coalesce(issued_earliest <= register_latest AND register_earliest <= issued_latest, false) AS issued_fits,
       coalesce(NOT (issued_earliest <= register_latest AND register_earliest <= issued_latest), false) AS issued_differs,
       coalesce(register_term = term, false) AS term_fits, coalesce(register_term <> term, false) AS term_differs,
       coalesce(register_earliest > known_by, false) AS too_late,
       coalesce(type_key = own_type OR starts_with(type_key, own_type) OR contains(type_key, 'ban hành ' || own_type), true) AS type_fits,
       least(greatest(coalesce(datediff('day', register_earliest, written), 3650), 0), 7300) / 3650.0 AS age
FROM compared;

CREATE OR REPLACE TABLE work.directive_scores AS
SELECT *, 4 * issued_fits::INT + 3 * term_fits::INT + by_symbol::INT + issuer_fits::INT + 4 * title_like + 3 * near_like - age AS score,
       count(*) OVER (PARTITION BY n) = 1 AS lone
FROM work.directive_candidates
WHERE NOT issued_differs AND NOT term_differs AND NOT too_late AND type_fits
  AND NOT (issuer_differs AND NOT (issued_fits OR title_like > 0.5));

-- A number alone is enough where only one paper of that type and issuer could be meant and the text is of its field,
-- or where it is named beside a paper of the same months.
CREATE OR REPLACE TABLE work.directive_fits AS
SELECT * FROM work.directive_scores
WHERE issued_fits OR term_fits OR title_like > 0.4 OR near_like > 0.4 OR (by_symbol AND (near_like > 0.15 OR (NOT other_title AND age < 0.8)))
   OR (issuer_fits AND near_like > CASE WHEN lone THEN 0.15 ELSE 0.25 END);

CREATE OR REPLACE TABLE work.directive_register AS
WITH beside AS (
    SELECT s.* FROM work.directive_scores s
    JOIN work.register_directives r ON r.row = s.row
    WHERE s.lone AND s.near_like > 0.15 AND EXISTS (
        SELECT 1 FROM work.directive_fits f JOIN work.register_directives o ON o.row = f.row
        WHERE f.document_id = s.document_id AND f.n <> s.n
          AND abs(datediff('day', o.issued_earliest, r.issued_earliest)) <= 120))
SELECT n, arg_max(c, (score, -row)) AS c, max(score) AS score
FROM (SELECT n, row, c, score FROM work.directive_fits UNION SELECT n, row, c, score FROM beside)
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
