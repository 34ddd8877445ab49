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

-- What the words around a citation, and the head of its article, are about.
CREATE OR REPLACE TABLE work.directive_context AS
SELECT m.document_id, m.ref AS i, substr(any_value(d.text), 1, 400) || ' ' || string_agg(substr(d.text, greatest(1, m.char_start - 300), 1000), ' ' ORDER BY m.char_start) AS near
FROM work.mentions m JOIN work.docs d USING (document_id)
WHERE m.kind = 'directive' AND m.ref IS NOT NULL
  AND (m.document_id, m.ref) IN (SELECT (n.document_id, n.i) FROM work.directive_nodes n JOIN work.register_directives r ON r.number_key = n.number_key)
GROUP BY ALL;
