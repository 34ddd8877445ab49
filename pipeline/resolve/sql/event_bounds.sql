-- What bounds an event from outside its sentence: the documents it is about, its organiser's life, the article's date;
-- and the register's row for a congress.
CREATE OR REPLACE TABLE work.directive_issued AS
SELECT c, min(e) AS earliest FROM (
    SELECT c, issued_earliest AS e FROM work.register_directives
    UNION ALL SELECT l.c, n.issued_earliest FROM work.directive_nodes n JOIN work.directive_link l USING (n))
WHERE e IS NOT NULL GROUP BY c;

CREATE OR REPLACE TABLE work.organization_life AS
SELECT c, min(earliest) FILTER (field = 'valid_from') AS born, max(latest) FILTER (field = 'valid_to') AS ended
FROM work.validity GROUP BY c;

CREATE OR REPLACE TABLE work.register_terms AS
SELECT t.row, t.body_vi, 'r|' || t.body_vi AS c, t.khoa, t.ordinal::INT AS ordinal, t.place,
       CASE WHEN t.congress_or_election_start = t.congress_or_election_end OR t.congress_or_election_end IS NULL THEN t.congress_or_election_start
            ELSE t.congress_or_election_start || '/' || t.congress_or_election_end END AS value,
       'reg-party-terms-' || slug(t.body_vi || ' ' || t.khoa) AS register_row
FROM reg.party_terms t
WHERE t.body_vi <> 'Quốc hội' AND regexp_full_match(coalesce(t.ordinal, ''), '[0-9]+');

CREATE OR REPLACE TABLE work.event_register AS
SELECT n.n, min(t.row) AS row
FROM work.event_nodes n JOIN work.register_terms t ON t.ordinal = n.ordinal
WHERE n.event_type = 'congress'
  AND (list_contains(n.bodies, t.c) OR contains(n.name_ascii, ascii(t.body_vi))
       OR (t.body_vi = 'Đảng Cộng sản Việt Nam' AND (len(n.bodies) = 0 OR list_contains(n.bodies, t.c))
           AND regexp_matches(n.name_ascii, '^dai hoi (dai bieu )?(toan quoc )?(lan thu |thu )?[ivxl0-9]+ (cua )?dang( ta| cong san viet nam)?($| (hop|dien ra|da|se|khai mac|be mac|thanh cong|vao|tai|nam|thong qua)\b)|^dai hoi (dai bieu )?dang (cong san viet nam )?(toan quoc )?(lan )?(thu )?[ivxl0-9]+($|[ ,(])')))
GROUP BY n.n HAVING count(DISTINCT t.row) = 1;

CREATE OR REPLACE TABLE work.event_given AS
WITH about AS (
    SELECT n.n, max(i.earliest) AS low FROM work.l_event_directives x
    JOIN work.event_nodes n ON n.document_id = x.document_id AND n.i = x.event
    JOIN work.directive_link d ON d.document_id = x.document_id AND d.i = x.directive
    JOIN work.directive_issued i ON i.c = d.c WHERE x.relation IN ('disseminates', 'reviews', 'amends', 'replaces') GROUP BY ALL),
papers AS (
    SELECT n.n, max(i.earliest) AS low FROM (SELECT n, unnest(papers) AS c FROM work.event_nodes) n
    JOIN work.directive_issued i USING (c) GROUP BY ALL),
bodies AS (
    SELECT n.n, max(i.born) AS low, min(i.ended) AS high FROM (SELECT n, unnest(bodies) AS c FROM work.event_nodes) n
    JOIN work.organization_life i USING (c) GROUP BY ALL)
SELECT n.n, n.date, n.date_basis, a.low AS about, p.low AS cited,
       greatest(p.low, b.low, term.earliest) AS low,
       least(b.high, CASE WHEN n.status <> 'announced' THEN d.latest END, term.latest) AS high
FROM work.event_nodes n
LEFT JOIN about a USING (n) LEFT JOIN papers p USING (n) LEFT JOIN bodies b USING (n)
LEFT JOIN work.docs k ON k.document_id = n.document_id
LEFT JOIN work.edtf d ON d.value = k.published
LEFT JOIN work.edtf term ON term.value = n.term_years
ORDER BY n.n;
