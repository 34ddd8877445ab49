-- How much of each document is published: a quote has at most 160 characters, and all quotes of a document together
-- cover at most a quarter of its text. Where they would cover more, step by step: the long kinds (event, instruction,
-- figure) are cut shorter; mentions that repeat an earlier one of the same entity in the same words, and on which no
-- fact rests, are left out; then dates and places, whose value stands beside them, are cut; and names last. Every fact keeps its evidence.
CREATE OR REPLACE TABLE work.needed AS
SELECT document_id, mention AS i FROM work.l_positions
UNION SELECT document_id, mention FROM work.l_events UNION SELECT document_id, mention FROM work.l_participations
UNION SELECT document_id, mention FROM work.l_event_organizations UNION SELECT document_id, mention FROM work.l_event_countries
UNION SELECT document_id, mention FROM work.l_event_directives UNION SELECT document_id, mention FROM work.l_directive_relations
UNION SELECT document_id, mention FROM work.l_figures UNION SELECT document_id, mention FROM work.l_instructions;

CREATE OR REPLACE TABLE work.quote_spans AS
SELECT m.document_id, m.i, m.kind, m.char_start, m.char_end,
       e.i IS NULL AND row_number() OVER (PARTITION BY m.document_id, m.kind, m.ref, m.value, lower(m.quote) ORDER BY m.char_start, m.i) > 1 AS repeated
FROM work.mentions m LEFT JOIN work.needed e USING (document_id, i)
UNION ALL SELECT document_id, NULL, 'instruction', char_start, char_end, false FROM work.l_instructions;

CREATE OR REPLACE TABLE work.quote_levels(level INT, repeats BOOLEAN, long_cap INT, date_cap INT, name_cap INT);
INSERT INTO work.quote_levels VALUES
    (0, true, 160, 160, 160), (1, true, 120, 160, 160), (2, true, 90, 160, 160), (3, true, 60, 160, 160),
    (4, false, 160, 160, 160), (5, false, 120, 160, 160), (6, false, 90, 160, 160), (7, false, 60, 160, 160),
    (8, false, 40, 160, 160), (9, false, 24, 160, 160), (10, false, 12, 160, 160), (11, false, 8, 12, 160),
    (12, false, 6, 8, 160), (13, false, 4, 5, 160), (14, false, 2, 2, 160), (15, false, 1, 1, 160), (16, false, 1, 1, 60),
    (17, false, 1, 1, 40), (18, false, 1, 1, 24), (19, false, 1, 1, 16), (20, false, 1, 1, 12), (21, false, 1, 1, 8),
    (22, false, 1, 1, 4), (23, false, 1, 1, 2), (24, false, 1, 1, 1);

CREATE OR REPLACE TABLE work.quote_cover AS
WITH cuts AS (
    SELECT s.document_id, v.level, s.char_start, least(s.char_end, s.char_start + quote_cap(s.kind, v.long_cap, v.date_cap, v.name_cap)) AS char_end
    FROM work.quote_spans s CROSS JOIN work.quote_levels v WHERE v.repeats OR NOT s.repeated),
steps AS (
    SELECT document_id, level, char_start, char_end,
           max(char_end) OVER (PARTITION BY document_id, level ORDER BY char_start, char_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
    FROM cuts)
SELECT document_id, level, sum(greatest(0, char_end - greatest(char_start, coalesce(before, 0)))) AS covered FROM steps GROUP BY ALL;

CREATE OR REPLACE TABLE work.quote_caps AS
SELECT d.document_id, v.repeats, v.long_cap, v.date_cap, v.name_cap
FROM work.docs d
JOIN (SELECT c.document_id, min(c.level) AS level FROM work.quote_cover c JOIN work.docs d USING (document_id)
      WHERE c.covered * 4 <= d.n_chars OR c.level = 24 GROUP BY ALL) l USING (document_id)
JOIN work.quote_levels v USING (level);

CREATE OR REPLACE TABLE work.left_out AS
SELECT s.document_id, s.i FROM work.quote_spans s JOIN work.quote_caps q USING (document_id) WHERE s.repeated AND NOT q.repeats;
DROP TABLE work.quote_spans;
