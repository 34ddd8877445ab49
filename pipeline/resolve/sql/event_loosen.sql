CREATE OR REPLACE TABLE work.event_edges AS
WITH torn AS (
    SELECT DISTINCT x.c FROM work.event_bars b JOIN work.event_components x ON x.n = b.a JOIN work.event_components y ON y.n = b.b WHERE x.c = y.c)
SELECT e.a, e.b, e.score FROM work.event_edges e JOIN work.event_components k ON k.n = e.a
QUALIFY k.c NOT IN (SELECT c FROM torn) OR e.score > min(e.score) OVER (PARTITION BY k.c);
