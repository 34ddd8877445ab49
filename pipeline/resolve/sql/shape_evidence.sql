-- files, documents, zones, mentions.
CREATE OR REPLACE TABLE work.local_ids AS
SELECT e.mention_kind AS kind, e.document_id, e.i, i.id FROM work.entities e JOIN work.ids i ON i.kind = e.kind AND i.c = e.c;

CREATE OR REPLACE TABLE work.figure_ids AS
SELECT f.document_id, f.i, 'fig-' || short_hash(concat_ws('|', f.document_id, m.char_start, m.char_end, row_number() OVER (PARTITION BY f.document_id, m.char_start, m.char_end ORDER BY f.i))) AS id
FROM work.l_figures f JOIN work.mentions m ON m.document_id = f.document_id AND m.i = f.mention;
CREATE OR REPLACE TABLE work.instruction_ids AS
SELECT document_id, i, 'ins-' || short_hash(concat_ws('|', document_id, char_start, char_end, row_number() OVER (PARTITION BY document_id, char_start, char_end ORDER BY i))) AS id
FROM work.l_instructions;

INSERT INTO work.local_ids
SELECT 'figure', document_id, i, id FROM work.figure_ids UNION ALL SELECT 'instruction', document_id, i, id FROM work.instruction_ids;

CREATE OR REPLACE TABLE work.kept_mentions AS
SELECT m.document_id, m.i, m.kind, m.char_start, m.char_end AS full_end, m.value, m.rule, l.id AS entity_id,
       least(m.char_end, m.char_start + quote_cap(m.kind, q.long_cap, q.date_cap, q.name_cap)) AS char_end,
       k.mention_id
FROM work.mentions m JOIN work.mention_ids k USING (document_id, i) JOIN work.quote_caps q USING (document_id)
LEFT JOIN work.local_ids l ON l.kind = m.kind AND l.document_id = m.document_id AND l.i = m.ref
WHERE (m.kind IN ('date', 'place') OR l.id IS NOT NULL) AND (m.document_id, m.i) NOT IN (SELECT (document_id, i) FROM work.left_out);

CREATE OR REPLACE TABLE work.out_mentions AS
SELECT k.mention_id, k.document_id, k.char_start, k.char_end, substr(d.text, k.char_start + 1, k.char_end - k.char_start) AS quote,
       k.kind, k.entity_id, k.value, k.rule
FROM work.kept_mentions k JOIN work.docs d USING (document_id);

CREATE OR REPLACE TABLE work.out_files AS
SELECT source_path, sha256, CASE WHEN status = 'read' THEN document_id END AS document_id,
       CASE WHEN status = 'error' THEN 'error' WHEN again THEN 'duplicate' ELSE 'read' END AS status,
       coalesce(media_type, 'application/octet-stream') AS media_type, encoding
FROM work.inputs;

CREATE OR REPLACE TABLE work.out_documents AS
SELECT d.document_id, d.source_path, d.text_sha256, d.language, d.title, d.publisher, d.agency, d.byline, d.url,
       d.published AS published_edtf, b.earliest AS published_earliest, b.latest AS published_latest, d.n_chars,
       coalesce(m.n, 0) AS n_mentions
FROM work.docs d LEFT JOIN work.edtf b ON b.value = d.published
LEFT JOIN (SELECT document_id, count(*) AS n FROM work.kept_mentions GROUP BY ALL) m USING (document_id);

CREATE OR REPLACE TABLE work.out_zones AS SELECT DISTINCT ON (document_id, char_start) * FROM work.zones WHERE char_start < char_end ORDER BY ALL;

CREATE OR REPLACE TABLE work.mention_at AS SELECT document_id, i, mention_id FROM work.kept_mentions;
