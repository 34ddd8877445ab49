-- People, second round: who stands in an article without an office joins the one namesake with whom the article shares
-- people or bodies that few articles name; where two namesakes fit, or none, the name stays alone.
CREATE OR REPLACE TABLE work.person_company AS
SELECT DISTINCT p.document_id, 'p|' || p.key AS who FROM work.person_nodes p
UNION SELECT document_id, 'o|' || c FROM work.organization_link WHERE c NOT LIKE 'd|%'
UNION SELECT document_id, 'd|' || c FROM work.directive_link WHERE c NOT LIKE 'd|%';

CREATE OR REPLACE TABLE work.rare_company AS
SELECT document_id, who FROM work.person_company
QUALIFY count(*) OVER (PARTITION BY who) BETWEEN 2 AND greatest(6, (SELECT count(*) FROM work.docs) // 100)
    AND count(*) OVER (PARTITION BY document_id) <= 200;

CREATE OR REPLACE TABLE work.person_weak AS
SELECT p.n, p.key, p.document_id FROM work.person_nodes p
WHERE p.n NOT IN (SELECT n FROM work.person_offices WHERE NOT personal AND (organization IS NOT NULL OR title_words >= 4 OR sole))
  AND p.syllables >= 2;

CREATE OR REPLACE TABLE work.weak_titles AS
SELECT w.n, o.title FROM work.person_weak w JOIN work.person_offices o USING (n) WHERE NOT o.personal;

-- Company shared; and an office in a body that the article names counts as two, where the title it gives fits.
CREATE OR REPLACE TABLE work.person_signs AS
SELECT w.n, c.c, k.who, 1 AS weight
FROM work.person_weak w
JOIN work.person_nodes o ON o.key = w.key AND o.document_id <> w.document_id
JOIN work.person_components c ON c.n = o.n
JOIN work.rare_company a ON a.document_id = w.document_id
JOIN work.rare_company k ON k.document_id = o.document_id AND k.who = a.who AND k.who <> 'p|' || w.key
UNION
SELECT w.n, c.c, 'e|' || e.date || e.body, 2
FROM work.person_weak w
JOIN work.person_events v ON v.n = w.n
JOIN work.person_events e ON e.key = v.key AND e.date = v.date AND e.body = v.body AND e.n <> v.n
JOIN work.person_components c ON c.n = e.n
UNION
SELECT w.n, c.c, f.organization, 2
FROM work.person_weak w
JOIN work.person_offices f ON f.key = w.key AND NOT f.local AND f.n <> w.n
JOIN work.organization_link b ON b.document_id = w.document_id AND b.c = f.organization
JOIN work.person_components c ON c.n = f.n
LEFT JOIN work.weak_titles t ON t.n = w.n
WHERE (f.organization NOT IN ('r|Đảng Cộng sản Việt Nam', 'r|Ban Chấp hành Trung ương Đảng', 'r|Quốc hội', 'r|Chính phủ')
       OR (t.title IS NOT NULL AND f.rank IN ('deputy', 'standing_deputy')))
  AND (t.title IS NULL OR starts_with(f.title, t.title));

CREATE OR REPLACE TABLE work.person_fits AS
SELECT n, c, sum(weight) AS shared FROM work.person_signs
WHERE (n, c) NOT IN (SELECT (n, c) FROM work.person_components) GROUP BY ALL;

CREATE OR REPLACE TABLE work.person_weak_edges AS
SELECT n AS a, c AS b FROM work.person_fits JOIN work.person_nodes USING (n) WHERE shared >= 2 OR syllables >= 4
QUALIFY count(*) OVER (PARTITION BY n) = 1 OR (shared >= 2 * coalesce(max(shared) OVER (PARTITION BY n ORDER BY shared DESC, c ROWS BETWEEN 1 FOLLOWING AND 1 FOLLOWING), 0)
        AND row_number() OVER (PARTITION BY n ORDER BY shared DESC, c) = 1);

CREATE OR REPLACE TABLE work.person_all_edges AS
SELECT a, b FROM work.person_edges UNION SELECT a, b FROM work.person_weak_edges;
