-- People, first round: a feature is evidence that is enough by itself together with the name (the same office, the
-- same body). Nodes that share a feature are linked through the feature's least node, so the work grows with
-- the nodes and not with their pairs.
CREATE OR REPLACE TABLE work.person_nodes AS
SELECT row_number() OVER (ORDER BY p.document_id, p.i) AS n, p.document_id, p.i, p.name, p.public, f.vietnamese,
       string_split(f.key, ' ') AS parts, string_split(trim(regexp_replace(f.ascii, '[^a-z0-9]+', ' ', 'g')), ' ') AS plain,
       replace(CASE WHEN f.vietnamese THEN f.key ELSE f.ascii END, ' ', '') AS key,
       len(string_split(f.key, ' ')) AS syllables, t.earliest, t.latest
FROM work.l_people p JOIN work.name_forms f ON f.name = p.name LEFT JOIN work.document_times t USING (document_id);

-- Titles of the register that name one office in the country ("Thủ tướng Chính phủ"), and those that name no office.
CREATE OR REPLACE TABLE work.title_kinds AS
SELECT f.title, bool_or(r.takes_organisation = 'alone' AND r.kind IN ('party', 'state', 'legislature')) AS sole,
       bool_or(r.kind IN ('honorific', 'academic', 'military')) AS personal, bool_or(r.kind = 'military') AS military
FROM (SELECT title_vi AS title, takes_organisation, kind FROM reg.positions
      UNION ALL SELECT trim(unnest(string_split(variants, '|'))), takes_organisation, kind FROM reg.positions) r
JOIN work.name_forms f ON f.name = r.title GROUP BY f.title;

-- "Thủ tướng Chính phủ", "Thủ tướng Việt Nam" of a Vietnamese are the office "Thủ tướng"; of deputies there are many.
CREATE OR REPLACE TABLE work.high_offices AS
SELECT f.title, arg_min(k.title, length(k.title)) AS office FROM (SELECT DISTINCT title FROM work.name_forms) f
JOIN work.title_kinds k ON k.sole AND k.title NOT LIKE 'đại biểu%' AND k.title <> '' AND (f.title = k.title OR starts_with(f.title, k.title || ' '))
GROUP BY f.title;

CREATE OR REPLACE TABLE work.person_offices AS
SELECT n.n, n.document_id, n.key, n.vietnamese, n.syllables, f.title, h.office, regexp_matches(s.title, '[\s-]\p{Lu}') AS placed,
       regexp_matches(s.title, '\s\p{Lu}[^\s]*$') AS named, f.rank, len(string_split(f.title, ' ')) AS title_words,
       o.c AS organization, coalesce(starts_with(o.c, 'd|'), false) AS local,
       coalesce(k.sole, false) AS sole, coalesce(k.personal, false) AS personal, coalesce(k.military, false) AS military
FROM work.l_positions s
JOIN work.person_nodes n ON n.document_id = s.document_id AND n.i = s.person
JOIN work.name_forms f ON f.name = s.title
LEFT JOIN work.organization_link o ON o.document_id = s.document_id AND o.i = s.organization
LEFT JOIN work.title_kinds k ON k.title = f.title
LEFT JOIN work.high_offices h ON h.title = f.title;

CREATE OR REPLACE TABLE work.person_events AS
SELECT DISTINCT n.n, n.key, e.date, o.c AS body
FROM work.l_participations x
JOIN work.person_nodes n ON n.document_id = x.document_id AND n.i = x.person
JOIN work.l_events e ON e.document_id = x.document_id AND e.i = x.event
LEFT JOIN work.l_event_organizations b ON b.document_id = x.document_id AND b.event = x.event
LEFT JOIN work.organization_link o ON o.document_id = b.document_id AND o.i = b.organization
WHERE full_day(e.date);

-- A local body without its province ("Sở Ngoại vụ") is told by the one or two provinces that its article names.
CREATE OR REPLACE TABLE work.document_provinces AS
SELECT document_id, value AS province FROM (
    SELECT DISTINCT m.document_id, m.value FROM work.mentions m JOIN (SELECT DISTINCT name_vi FROM reg.provinces) p ON p.name_vi = m.value
    WHERE m.kind = 'place')
QUALIFY count(*) OVER (PARTITION BY document_id) <= 2;

-- Persons of the register, whose name says enough.
CREATE OR REPLACE TABLE work.known_people AS
SELECT n.n, min(r.row) AS row FROM (
    SELECT row, name_vi AS form FROM reg.people UNION ALL SELECT row, trim(unnest(string_split(aliases, '|'))) FROM reg.people) r
JOIN work.name_forms f ON f.name = r.form
JOIN work.person_nodes n ON n.key = replace(CASE WHEN f.vietnamese THEN f.key ELSE f.ascii END, ' ', '')
GROUP BY n.n;

CREATE OR REPLACE TABLE work.person_features AS
SELECT n, 'register|' || row AS feature FROM work.known_people
UNION
SELECT n, key || '|office|' || title || '|' || coalesce(organization, '') FROM work.person_offices
WHERE (sole OR title_words >= 4 OR (placed AND NOT vietnamese)) AND NOT personal AND NOT local
UNION
SELECT n, key || '|seat|' || title FROM work.person_offices WHERE named AND title_words >= 5 AND NOT personal
UNION
SELECT n, key || '|high|' || office FROM work.person_offices WHERE office IS NOT NULL AND vietnamese
UNION
SELECT n, key || '|body|' || organization FROM work.person_offices
WHERE NOT local AND organization IS NOT NULL AND (rank IN ('head', 'deputy', 'standing_deputy') OR organization NOT IN ('r|Đảng Cộng sản Việt Nam', 'r|Ban Chấp hành Trung ương Đảng', 'r|Quốc hội', 'r|Chính phủ'))
UNION
SELECT n, key || '|local|' || title || '|' || province FROM work.person_offices JOIN work.document_provinces USING (document_id) WHERE local
UNION
SELECT n, key || '|general|' || title FROM work.person_offices WHERE military AND syllables >= 3 AND title LIKE '% tướng'
UNION
SELECT n, key || '|foreign' FROM work.person_nodes WHERE NOT vietnamese AND syllables >= 2;

-- A misprint one letter away in the same one-holder office, or under one title on the same day at the same body's event.
CREATE OR REPLACE TABLE work.person_misprints AS
WITH seats AS (
    SELECT DISTINCT min(n) OVER (PARTITION BY seat, key) AS n, seat, key, syllables FROM (
        SELECT n, key, syllables, title || '|' || coalesce(organization, '') AS seat FROM work.person_offices
        WHERE rank = 'head' AND NOT personal AND NOT local AND (organization IS NOT NULL OR title_words >= 4)
        UNION ALL
        SELECT e.n, e.key, o.syllables, e.date || '|' || e.body || '|' || o.title FROM work.person_events e JOIN work.person_offices o USING (n)
        WHERE e.body IS NOT NULL AND NOT o.personal)),
-- Names that differ in one word meet under what is left without it.
holes AS (
    SELECT c.n, c.seat, c.key, p.document_id, k, p.parts[k] AS word, p.plain[k] AS plain,
           array_to_string(list_filter(p.parts, lambda w, i: i <> k), ' ') AS rest
    FROM seats c JOIN work.person_nodes p USING (n), range(1, 6) AS r(k) WHERE k <= len(p.parts) AND p.syllables >= 3 AND len(p.plain) = len(p.parts)),
crowds AS (SELECT * FROM holes QUALIFY count(*) OVER (PARTITION BY seat, k, rest) BETWEEN 2 AND 20)
SELECT DISTINCT x.n AS a, y.n AS b, x.key AS key_a, y.key AS key_b
FROM crowds x JOIN crowds y ON x.seat = y.seat AND x.k = y.k AND x.rest = y.rest AND x.key < y.key
WHERE x.document_id <> y.document_id AND damerau_levenshtein(x.plain, y.plain) <= 1;

-- Two that one article tells apart are two.
CREATE OR REPLACE TABLE work.person_pairs_told AS
SELECT DISTINCT m.key_a, m.key_b FROM work.person_misprints m
JOIN work.person_nodes u ON u.key = m.key_a JOIN work.person_nodes v ON v.key = m.key_b AND v.document_id = u.document_id;

CREATE OR REPLACE TABLE work.person_edges AS
SELECT DISTINCT n AS a, min(n) OVER (PARTITION BY feature) AS b FROM work.person_features QUALIFY a <> b
UNION SELECT a, b FROM work.person_misprints WHERE (key_a, key_b) NOT IN (SELECT (key_a, key_b) FROM work.person_pairs_told);
