-- An edge where the score is high and each end is the other's best in its article. A report whose event has no name of
-- its own ("buổi tiếp") goes with its one best other, since it would fit several; one that gives no year goes with one
-- year.
CREATE OR REPLACE TABLE work.event_edges AS
WITH good AS (
    SELECT s.a, s.b, s.score, s.doc_a, s.doc_b, s.bare_a, s.bare_b, starts_with(x.value, 'XXXX') AS open_a, starts_with(y.value, 'XXXX') AS open_b,
           CASE WHEN full_day(x.value) THEN x.value END AS day_a, CASE WHEN full_day(y.value) THEN y.value END AS day_b
    FROM work.event_scores s JOIN work.event_dated x ON x.n = s.a JOIN work.event_dated y ON y.n = s.b WHERE s.score >= 7
    QUALIFY s.score = max(s.score) OVER (PARTITION BY s.a, s.doc_b) AND s.score = max(s.score) OVER (PARTITION BY s.b, s.doc_a)),
ends AS (SELECT a AS n, score, day_b AS day FROM good UNION ALL SELECT b, score, day_a FROM good),
tops AS (SELECT n, max(score) AS top, arg_max(day, (score, day)) FILTER (day IS NOT NULL) AS day FROM ends GROUP BY n)
SELECT g.a, g.b, g.score FROM good g JOIN tops x ON x.n = g.a JOIN tops y ON y.n = g.b
WHERE (NOT g.bare_a OR g.score = x.top) AND (NOT g.bare_b OR g.score = y.top)
  AND NOT coalesce(g.open_a AND g.day_b <> x.day, false) AND NOT coalesce(g.open_b AND g.day_a <> y.day, false);
