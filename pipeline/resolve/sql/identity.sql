-- Each old identifier goes to the one cluster that holds most of its anchors (then its oldest anchor); a cluster takes
-- the oldest of the identifiers that came to it, and its others redirect; one that got none is given a new one.
CREATE OR REPLACE TABLE work.age AS SELECT id, kind, min(row) AS first_row FROM work.identifiers GROUP BY ALL;

CREATE OR REPLACE TABLE work.owners AS
SELECT id, kind, c FROM (SELECT id, kind, c, count(*) AS held, min(row) AS first_row FROM work.found GROUP BY ALL)
QUALIFY row_number() OVER (PARTITION BY id ORDER BY held DESC, first_row, c) = 1;

CREATE OR REPLACE TABLE work.kept AS
SELECT o.kind, o.c, arg_min(o.id, a.first_row) AS id FROM work.owners o JOIN work.age a ON a.id = o.id GROUP BY ALL;

CREATE OR REPLACE TABLE work.unnamed AS
SELECT kind, c, min(anchor) AS anchor, 0 AS attempt FROM work.anchors
WHERE (kind, c) NOT IN (SELECT (kind, c) FROM work.kept) GROUP BY ALL;
