-- issues: what readings report, inputs that are no text, and how many private persons were left unnamed.
CREATE OR REPLACE TABLE work.issue_rows AS
SELECT source_path, document_id, code, severity, char_start, char_end, message FROM work.l_issues
UNION ALL
SELECT source_path, NULL, coalesce(error_code, 'unreadable'), 'error', NULL, NULL, coalesce(error_message, 'not read') FROM work.inputs WHERE status = 'error'
UNION ALL
SELECT d.source_path, d.document_id, 'private_persons', 'warning', NULL, NULL, count(*) || ' private persons are not published'
FROM work.l_people p JOIN work.docs d USING (document_id) WHERE NOT p.public GROUP BY ALL;

CREATE OR REPLACE TABLE work.out_issues AS
SELECT 'iss-' || short_hash(concat_ws('|', source_path, document_id, code, severity, char_start, char_end, message, row_number() OVER (PARTITION BY source_path, document_id, code, severity, char_start, char_end, message))) AS issue_id, *
FROM work.issue_rows;
