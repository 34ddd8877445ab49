-- Judgements on one kind of entity (work.judging: n, document_id, i, c; work.sides): first what is not the same leaves.
CREATE OR REPLACE TABLE work.leaving AS
SELECT r.n, min(r.c || '|apart|' || r.row) AS c
FROM work.sides r JOIN work.sides l ON l.row = r.row AND l.side = 'left' AND l.c = r.c AND l.n <> r.n
WHERE r.side = 'right' AND r.judgement = 'not_same' GROUP BY r.n;
UPDATE work.judging SET c = e.c FROM work.leaving e WHERE work.judging.n = e.n;

-- Then what is the same comes together: clusters as nodes, judgements as edges.
CREATE OR REPLACE TABLE work.heaps AS
SELECT row_number() OVER (ORDER BY c) AS n, c FROM (SELECT DISTINCT c FROM work.judging);
CREATE OR REPLACE TABLE work.heap_edges AS
SELECT DISTINCT x.n AS a, y.n AS b
FROM work.sides l JOIN work.sides r ON r.row = l.row AND r.side = 'right'
JOIN work.judging u ON u.n = l.n JOIN work.judging v ON v.n = r.n
JOIN work.heaps x ON x.c = u.c JOIN work.heaps y ON y.c = v.c
WHERE l.side = 'left' AND l.judgement = 'same' AND x.n <> y.n;
