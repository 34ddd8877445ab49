-- Every live entity's identifier, and what the register gains: new anchors, and a word on what became of old ones.
CREATE OR REPLACE TABLE work.ids AS
SELECT kind, c, id FROM work.kept UNION ALL SELECT kind, c, id FROM work.minted;

CREATE OR REPLACE TABLE work.states AS
SELECT id, kind, anchor, since, row, split_part(anchor, ':', 1) AS state, split_part(anchor, ':', 2) AS new_id
FROM work.identifiers WHERE regexp_matches(anchor, '^(merged|split|moved|withdrawn|revived)(:|$)');

CREATE OR REPLACE TABLE work.news AS
WITH live AS (SELECT DISTINCT id, kind FROM work.ids),
last_state AS (SELECT * FROM work.states WHERE state IN ('merged', 'withdrawn', 'revived') QUALIFY row = max(row) OVER (PARTITION BY id)),
gone AS (
    SELECT a.id, a.kind, coalesce('merged:' || i.id, CASE WHEN s.state = 'merged' AND s.new_id <> '' AND o.id IS NULL THEN s.anchor END, 'withdrawn') AS anchor
    FROM work.age a
    LEFT JOIN work.owners o ON o.id = a.id LEFT JOIN work.ids i ON i.kind = o.kind AND i.c = o.c
    LEFT JOIN last_state s ON s.id = a.id
    WHERE a.id NOT IN (SELECT id FROM live)),
back AS (SELECT l.id, l.kind, 'revived' AS anchor FROM live l JOIN last_state s USING (id) WHERE s.state <> 'revived'),
parted AS (
    SELECT DISTINCT f.id, f.kind, CASE WHEN i.id IN (SELECT id FROM work.minted) THEN 'split:' ELSE 'moved:' END || i.id AS anchor
    FROM work.found f JOIN work.ids i ON i.kind = f.kind AND i.c = f.c JOIN live l ON l.id = f.id WHERE i.id <> f.id),
said AS (
    SELECT g.* FROM gone g LEFT JOIN last_state s USING (id) WHERE s.anchor IS DISTINCT FROM g.anchor
    UNION ALL SELECT * FROM back
    UNION ALL SELECT p.* FROM parted p WHERE (p.id, p.anchor) NOT IN (SELECT (id, anchor) FROM work.states)),
fresh AS (
    SELECT i.id, a.kind, a.anchor FROM work.anchors a JOIN work.ids i ON i.kind = a.kind AND i.c = a.c
    LEFT JOIN work.held h ON h.kind = a.kind AND h.anchor = a.anchor
    WHERE h.id IS NULL OR (h.id <> i.id AND h.id IN (SELECT id FROM live)))
SELECT id, kind, anchor, 1 AS late FROM said UNION ALL SELECT id, kind, anchor, 0 FROM fresh;

CREATE OR REPLACE TABLE work.grown AS
SELECT row, id, kind, anchor, since FROM work.identifiers
UNION ALL
SELECT (SELECT coalesce(max(row), 0) FROM work.identifiers) + row_number() OVER (ORDER BY kind, late, id, anchor),
       id, kind, anchor, getvariable('version')
FROM work.news;

-- The published table: where an identifier that is no more leads, and what parted from one that still is.
CREATE OR REPLACE TABLE work.redirects AS
WITH told AS (
    SELECT id, kind, row, since, split_part(anchor, ':', 1) AS state, split_part(anchor, ':', 2) AS new_id FROM work.grown
    WHERE regexp_matches(anchor, '^(merged|split|moved|withdrawn|revived)(:|$)')),
last_state AS (SELECT * FROM told WHERE state IN ('merged', 'withdrawn', 'revived') QUALIFY row = max(row) OVER (PARTITION BY id))
SELECT id AS old_id, new_id, state AS kind, since FROM last_state WHERE state <> 'revived'
UNION ALL
SELECT id, new_id, state, since FROM told t WHERE state IN ('split', 'moved')
  AND (id, new_id) NOT IN (SELECT (id, new_id) FROM last_state WHERE state <> 'revived')
QUALIFY row = max(row) OVER (PARTITION BY id, new_id);
