-- claims: each source's word on the dated and resolved fields, and which of them the row shows.
CREATE OR REPLACE TABLE work.claim_rows AS
SELECT 'events' AS table_name, f.id AS row_id, x.column_name, x.value, f.document_id, m.mention_id, NULL AS register_row, x.shown
FROM work.event_forms f JOIN work.out_events e ON e.event_id = f.id
LEFT JOIN work.mention_at m ON m.document_id = f.document_id AND m.i = f.mention
CROSS JOIN LATERAL (VALUES ('date', f.date, e.date_edtf), ('place', f.place, e.place), ('format', f.format, e.format), ('name', shorten(f.name), e.name),
                           ('time_of_day', f.time_of_day, e.time_of_day), ('event_type', f.event_type, e.event_type)) x(column_name, value, shown)
UNION ALL
SELECT 'events', i.id, 'date', w.value, NULL, NULL, w.register_row, e.date_edtf
FROM work.event_words w JOIN work.ids i ON i.kind = 'evt' AND i.c = w.c JOIN work.out_events e ON e.event_id = i.id WHERE w.register_row IS NOT NULL
UNION ALL
SELECT 'directives', f.id, x.column_name, x.value, f.document_id, m.mention_id, NULL, x.shown
FROM work.directive_forms f JOIN work.out_directives d ON d.directive_id = f.id
LEFT JOIN (SELECT k.document_id, m.ref AS i, min(k.mention_id) AS mention_id FROM work.kept_mentions k JOIN work.mentions m USING (document_id, i) WHERE m.kind = 'directive' GROUP BY ALL) m
       ON m.document_id = f.document_id AND m.i = f.i
CROSS JOIN LATERAL (VALUES ('issued', f.issued, d.issued_edtf), ('title', shorten(f.title), d.title), ('term', f.term, d.term), ('symbol', f.symbol, d.symbol), ('issuer_id', f.issuer, d.issuer_id)) x(column_name, value, shown)
UNION ALL
SELECT 'directives', i.id, x.column_name, x.value, NULL, NULL, r.register_row, x.shown
FROM work.register_directives r JOIN work.ids i ON i.kind = 'dir' AND i.c = r.c JOIN work.out_directives d ON d.directive_id = i.id
CROSS JOIN LATERAL (VALUES ('issued', r.issued_on, d.issued_edtf), ('title', r.title_vi, d.title), ('symbol', r.symbol, d.symbol)) x(column_name, value, shown)
UNION ALL
SELECT 'organizations', i.id, v.field, v.value, NULL, NULL, v.register_row, CASE v.field WHEN 'valid_from' THEN o.valid_from_edtf ELSE o.valid_to_edtf END
FROM work.validity_claims v JOIN work.ids i ON i.kind = 'org' AND i.c = v.c JOIN work.out_organizations o ON o.organization_id = i.id
UNION ALL
SELECT 'documents', document_id, 'published', published, document_id, NULL, NULL, published FROM work.docs;

-- A correction's word stands beside the source's own.
CREATE OR REPLACE TABLE work.corrected_claims AS
SELECT c.table_name, coalesce(l.id, c.document_id) AS row_id, c.field AS column_name, c.wrong, c."right", c.document_id,
       'reg-corrections-' || short_hash(concat_ws('|', c.document_id, c.table_name, c.field, c.wrong)) AS register_row
FROM work.corrected c
LEFT JOIN work.local_ids l ON l.document_id = c.document_id AND l.i = c.i
     AND l.kind = CASE c.table_name WHEN 'events' THEN 'event' WHEN 'people' THEN 'person' WHEN 'organizations' THEN 'organization' WHEN 'directives' THEN 'directive' END
WHERE c.table_name = 'documents' OR l.id IS NOT NULL;

CREATE OR REPLACE TABLE work.all_claims AS
SELECT r.* FROM work.claim_rows r
WHERE NOT EXISTS (SELECT 1 FROM work.corrected_claims c WHERE c.row_id = r.row_id AND c.column_name = r.column_name AND c.document_id = r.document_id AND c."right" = r.value)
UNION ALL SELECT table_name, row_id, column_name, wrong, document_id, NULL, NULL, NULL FROM work.corrected_claims
UNION ALL SELECT table_name, row_id, column_name, "right", NULL, NULL, register_row, "right" FROM work.corrected_claims
UNION ALL
-- A judgement of identity is a claim on the row that it made or kept apart.
SELECT DISTINCT CASE j.mention_kind WHEN 'person' THEN 'people' WHEN 'organization' THEN 'organizations' WHEN 'directive' THEN 'directives' ELSE 'events' END,
       l.id, 'identity', g.judgement || ': ' || g."left" || ', ' || g."right" || ' (' || concat_ws('; ', g.reason, g.date, g.who) || ')', NULL, NULL,
       'reg-judgements-' || short_hash(concat_ws('|', g.judgement, g."left", g."right")), g.judgement || ': ' || g."left" || ', ' || g."right" || ' (' || concat_ws('; ', g.reason, g.date, g.who) || ')'
FROM work.judged j JOIN work.judgements g USING (row) JOIN work.local_ids l ON l.kind = j.mention_kind AND l.document_id = j.document_id AND l.i = j.i;

CREATE OR REPLACE TABLE work.out_claims AS
SELECT 'clm-' || short_hash(concat_ws('|', table_name, row_id, column_name, value, document_id, mention_id, register_row)) AS claim_id,
       table_name, row_id, column_name, value, document_id, mention_id, register_row, value IS NOT DISTINCT FROM shown AS chosen
FROM (SELECT DISTINCT * FROM work.all_claims WHERE value IS NOT NULL);
