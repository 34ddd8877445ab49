-- An edge where the score is high and each end is the other's best in its article. A report whose event has no name of
-- its own ("buổi tiếp") goes with its one best other, since it would fit several.
CREATE OR REPLACE TABLE work.event_edges AS
WITH good AS (
    SELECT a, b, score, doc_a, doc_b, bare_a, bare_b FROM work.event_scores WHERE score >= 7
    QUALIFY score = max(score) OVER (PARTITION BY a, doc_b) AND score = max(score) OVER (PARTITION BY b, doc_a)),
ends AS (SELECT a AS n, score FROM good UNION ALL SELECT b, score FROM good),
tops AS (SELECT n, max(score) AS top FROM ends GROUP BY n)
SELECT g.a, g.b, g.score FROM good g JOIN tops x ON x.n = g.a JOIN tops y ON y.n = g.b
WHERE (NOT g.bare_a OR g.score = x.top) AND (NOT g.bare_b OR g.score = y.top);
