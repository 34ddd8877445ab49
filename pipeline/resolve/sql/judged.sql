-- Which entities of which articles each side of a judgement stands for: a mention's own, or those at the anchors that
-- the identifier register holds under an identifier.
CREATE OR REPLACE TABLE work.judged AS
WITH sides AS (
    SELECT row, judgement, 'left' AS side, "left" AS id FROM work.judgements
    UNION ALL SELECT row, judgement, 'right', "right" FROM work.judgements),
held AS (
    SELECT id, string_split(anchor, ':') AS parts FROM work.identifiers WHERE len(string_split(anchor, ':')) = 5
    QUALIFY row = max(row) OVER (PARTITION BY kind, anchor))
SELECT DISTINCT s.row, s.judgement, s.side, m.kind AS mention_kind, m.document_id, m.ref AS i
FROM sides s JOIN work.mention_ids k ON k.mention_id = s.id
JOIN work.mentions m ON m.document_id = k.document_id AND m.i = k.i WHERE m.ref IS NOT NULL
UNION
SELECT s.row, s.judgement, s.side, m.kind, m.document_id, m.ref
FROM sides s JOIN held h ON h.id = s.id JOIN work.docs d ON d.sha256 = h.parts[1]
JOIN work.mentions m ON m.document_id = d.document_id AND m.ref IS NOT NULL AND h.parts[2] = m.char_start || '-' || m.char_end
  AND m.kind = CASE substr(s.id, 1, 3) WHEN 'per' THEN 'person' WHEN 'org' THEN 'organization' WHEN 'dir' THEN 'directive' ELSE 'event' END;
