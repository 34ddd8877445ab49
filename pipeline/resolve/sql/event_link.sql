CREATE OR REPLACE TABLE work.event_link AS
SELECT n.n, n.document_id, n.i, 'e|' || c.c AS c FROM work.event_nodes n JOIN work.event_components c USING (n);
