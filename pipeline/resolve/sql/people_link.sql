CREATE OR REPLACE TABLE work.person_link AS
SELECT n.n, n.document_id, n.i, 'p|' || c.c AS c FROM work.person_nodes n JOIN work.person_components c USING (n);
