-- Between which days each document can have been written, as far as it says itself.
CREATE OR REPLACE TABLE work.document_times AS
WITH told AS (
    SELECT e.document_id, min(b.earliest) AS earliest, max(b.latest) AS latest
    FROM work.l_events e JOIN work.edtf b ON b.value = e.date
    WHERE e."primary" AND e.status <> 'announced' GROUP BY ALL)
SELECT d.document_id, coalesce(p.earliest, t.earliest) AS earliest, coalesce(p.latest, t.latest) AS latest
FROM work.docs d
LEFT JOIN work.edtf p ON p.value = d.published
LEFT JOIN told t ON t.document_id = d.document_id;
