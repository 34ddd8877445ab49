-- What each article, and the register, says of the date of each event (cluster).
CREATE OR REPLACE TABLE work.event_words AS
SELECT l.c, l.n, d.value, d.earliest, d.latest, CASE WHEN NOT d.completed THEN d.date_basis WHEN coalesce(g.about, g.cited) IS NOT NULL THEN 'cited_document'
            WHEN d.term_years IS NOT NULL THEN 'term' ELSE 'context' END AS basis, d."primary", NULL AS register_row
FROM work.event_dated d JOIN work.event_link l USING (n) JOIN work.event_given g USING (n) WHERE d.value IS NOT NULL
UNION ALL
SELECT DISTINCT l.c, NULL::BIGINT, t.value, b.earliest, b.latest, 'register', false, t.register_row
FROM work.event_register r JOIN work.event_link l USING (n) JOIN work.register_terms t ON t.row = r.row JOIN work.edtf b ON b.value = t.value
WHERE t.value IS NOT NULL;
