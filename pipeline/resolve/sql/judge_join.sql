UPDATE work.judging SET c = t.c
FROM work.heaps h JOIN work.heap_components k ON k.n = h.n JOIN work.heaps t ON t.n = k.c
WHERE h.c = work.judging.c AND t.c <> h.c;

-- What was judged apart and is together after all.
CREATE OR REPLACE TABLE work.clashes AS
SELECT DISTINCT g."left", g."right"
FROM work.sides l JOIN work.sides r ON r.row = l.row AND r.side = 'right' AND r.n <> l.n
JOIN work.judging u ON u.n = l.n JOIN work.judging v ON v.n = r.n AND v.c = u.c
JOIN work.judgements g ON g.row = l.row
WHERE l.side = 'left' AND l.judgement = 'not_same';
