-- How much of each quote is published: at most 160 characters, and all quotes of a document together at most a quarter
-- of its text. Where that is exceeded the long kinds (event, instruction, figure) are cut shorter, step by step, and
-- names only after them; every mention keeps its first character.
CREATE OR REPLACE TABLE work.quote_spans AS
SELECT document_id, kind IN ('event', 'instruction', 'figure') AS long, char_start, char_end FROM work.mentions
UNION ALL SELECT document_id, true, char_start, char_end FROM work.l_instructions;

CREATE OR REPLACE TABLE work.quote_levels(level INT, long_cap INT, short_cap INT);
INSERT INTO work.quote_levels VALUES (0, 160, 160), (1, 120, 160), (2, 90, 160), (3, 60, 160), (4, 40, 160), (5, 24, 160),
    (6, 24, 80), (7, 16, 60), (8, 12, 40), (9, 10, 24), (10, 8, 16), (11, 8, 12), (12, 6, 8), (13, 4, 4), (14, 2, 2), (15, 1, 1);

CREATE OR REPLACE TABLE work.quote_cover AS
WITH cuts AS (
    SELECT s.document_id, v.level, s.char_start, least(s.char_end, s.char_start + CASE WHEN s.long THEN v.long_cap ELSE v.short_cap END) AS char_end
    FROM work.quote_spans s CROSS JOIN work.quote_levels v),
steps AS (
    SELECT document_id, level, char_start, char_end,
           max(char_end) OVER (PARTITION BY document_id, level ORDER BY char_start, char_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
    FROM cuts)
SELECT document_id, level, sum(greatest(0, char_end - greatest(char_start, coalesce(before, 0)))) AS covered FROM steps GROUP BY ALL;

CREATE OR REPLACE TABLE work.quote_caps AS
SELECT d.document_id, v.long_cap, v.short_cap
FROM work.docs d
JOIN (SELECT c.document_id, min(c.level) AS level FROM work.quote_cover c JOIN work.docs d USING (document_id)
      WHERE c.covered * 4 <= d.n_chars OR c.level = 15 GROUP BY ALL) l USING (document_id)
JOIN work.quote_levels v USING (level);
DROP TABLE work.quote_spans;
