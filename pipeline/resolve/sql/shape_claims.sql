-- claims: each source's word on the dated and resolved fields, and which of them the row shows.
CREATE OR REPLACE TABLE work.claim_rows AS
SELECT 'events' AS table_name, f.id AS row_id, x.column_name, x.value, f.document_id, m.mention_id, NULL AS register_row, x.shown
FROM work.event_forms f JOIN work.out_events e ON e.event_id = f.id
LEFT JOIN work.mention_at m ON m.document_id = f.document_id AND m.i = f.mention
CROSS JOIN LATERAL (VALUES ('date', f.date, e.date_edtf), ('place', f.place, e.place), ('format', f.format, e.format), ('name', f.name, e.name),
                           ('time_of_day', f.time_of_day, e.time_of_day), ('event_type', f.event_type, e.event_type)) x(column_name, value, shown)
UNION ALL
SELECT 'events', i.id, 'date', w.value, NULL, NULL, w.register_row, e.date_edtf
FROM work.event_words w JOIN work.ids i ON i.kind = 'evt' AND i.c = w.c JOIN work.out_events e ON e.event_id = i.id WHERE w.register_row IS NOT NULL
UNION ALL
SELECT 'directives', f.id, x.column_name, x.value, f.document_id, m.mention_id, NULL, x.shown
FROM work.directive_forms f JOIN work.out_directives d ON d.directive_id = f.id
LEFT JOIN (SELECT k.document_id, m.ref AS i, min(k.mention_id) AS mention_id FROM work.kept_mentions k JOIN work.mentions m USING (document_id, i) WHERE m.kind = 'directive' GROUP BY ALL) m
       ON m.document_id = f.document_id AND m.i = f.i
CROSS JOIN LATERAL (VALUES ('issued', f.issued, d.issued_edtf), ('title', f.title, d.title), ('term', f.term, d.term), ('symbol', f.symbol, d.symbol), ('issuer_id', f.issuer, d.issuer_id)) x(column_name, value, shown)
UNION ALL
SELECT 'directives', i.id, x.column_name, x.value, NULL, NULL, r.register_row, x.shown
FROM work.register_directives r JOIN work.ids i ON i.kind = 'dir' AND i.c = r.c JOIN work.out_directives d ON d.directive_id = i.id
CROSS JOIN LATERAL (VALUES ('issued', r.issued_on, d.issued_edtf), ('title', r.title_vi, d.title), ('symbol', r.symbol, d.symbol)) x(column_name, value, shown)
UNION ALL
SELECT 'organizations', i.id, v.field, v.value, NULL, NULL, v.register_row, v.value
FROM work.validity_claims v JOIN work.ids i ON i.kind = 'org' AND i.c = v.c
UNION ALL
SELECT 'documents', document_id, 'published', published, document_id, NULL, NULL, published FROM work.docs;

CREATE OR REPLACE TABLE work.out_claims AS
SELECT 'clm-' || short_hash(concat_ws('|', table_name, row_id, column_name, value, document_id, mention_id, register_row)) AS claim_id,
       table_name, row_id, column_name, value, document_id, mention_id, register_row, value IS NOT DISTINCT FROM shown AS chosen
FROM (SELECT DISTINCT * FROM work.claim_rows WHERE value IS NOT NULL);
