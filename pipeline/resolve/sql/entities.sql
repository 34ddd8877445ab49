-- What is published as an entity: whoever and whatever has a mention, and is no private person; with its register row.
CREATE OR REPLACE TABLE work.entities AS
SELECT * FROM (
    SELECT 'per' AS kind, 'person' AS mention_kind, l.document_id, l.i, l.c FROM work.person_link l
    JOIN work.person_nodes n USING (n) WHERE n.public
    UNION ALL SELECT 'org', 'organization', document_id, i, c FROM work.organization_link
    UNION ALL SELECT 'dir', 'directive', document_id, i, c FROM work.directive_link
    UNION ALL SELECT 'evt', 'event', document_id, i, c FROM work.event_link) e
WHERE (e.mention_kind, e.document_id, e.i) IN (SELECT (kind, document_id, ref) FROM work.mentions WHERE ref IS NOT NULL);

CREATE OR REPLACE TABLE work.register_relations AS
WITH said AS (
    SELECT c, register_row, symbol, term, unnest(string_split(relation, ';')) AS part FROM work.register_directives WHERE relation IS NOT NULL),
verbs AS (
    SELECT c, register_row, part, verb,
           CASE verb WHEN 'follows' THEN 'follows' WHEN 'continues' THEN 'follows' WHEN 'followed by' THEN 'follows' WHEN 'continued by' THEN 'follows'
                     WHEN 'implements' THEN 'implements' WHEN 'implemented by' THEN 'implements' WHEN 'institutionalises' THEN 'implements'
                     WHEN 'institutionalised by' THEN 'implements' WHEN 'replaces' THEN 'replaces' WHEN 'replaced by' THEN 'replaces'
                     WHEN 'amends' THEN 'amends' WHEN 'supplements' THEN 'amends' END AS relation,
           regexp_matches(verb, ' by$') AS turned
    FROM (SELECT *, regexp_extract(trim(part), '^(follows|continues|followed by|continued by|implements|implemented by|institutionalises|institutionalised by|replaces|replaced by|amends|supplements)\b', 1) AS verb FROM said)),
named AS (
    SELECT c, register_row, relation, turned,
           unnest(regexp_extract_all(split_part(part, '(', 1), '[0-9]+[0-9/]*-[A-ZĐ]+/[A-ZĐ]+|[0-9]+/[0-9]{4}/[A-ZĐ-]+[0-9]*|[0-9]+/[A-ZĐ]+-[A-ZĐa-z]+')) AS symbol,
           nullif(regexp_extract(part, '\b((?:19|20)[0-9]{2})\b', 1), '') AS year, part
    FROM verbs WHERE relation IS NOT NULL)
SELECT DISTINCT CASE WHEN turned THEN t.c ELSE n.c END AS c, n.relation, CASE WHEN turned THEN n.c ELSE t.c END AS target, n.register_row
FROM named n JOIN LATERAL (
    SELECT r.c FROM work.register_directives r WHERE r.symbol = n.symbol AND r.c <> n.c AND (n.year IS NULL OR NOT contains(n.part, n.symbol || ' of ' || n.year) OR year(r.issued_earliest)::VARCHAR = n.year)
) t ON true
QUALIFY count(*) OVER (PARTITION BY n.c, n.relation, n.turned, n.symbol) = 1;

-- Register rows come in where a mention reaches them: itself, the documents before and after it in its chain, those it
-- carries out, the bodies that issued them and the bodies above.
CREATE OR REPLACE TABLE work.reached_directives AS
WITH RECURSIVE chain(c) AS (
    SELECT DISTINCT c FROM work.entities WHERE kind = 'dir' AND c LIKE 'r|%'
    UNION SELECT CASE WHEN r.c = k.c THEN r.target ELSE r.c END FROM chain k JOIN work.register_relations r ON r.c = k.c OR r.target = k.c
    WHERE r.relation IN ('follows', 'replaces', 'amends'))
SELECT c FROM chain
UNION SELECT r.target FROM work.entities e JOIN work.register_relations r ON r.c = e.c WHERE e.kind = 'dir';

CREATE OR REPLACE TABLE work.issuers AS
SELECT d.c, min('r|' || a.name_vi) AS issuer FROM work.register_directives d
JOIN work.name_forms f ON f.name = d.issuer_vi JOIN work.register_aliases a ON a.key = f.body GROUP BY d.c;

CREATE OR REPLACE TABLE work.reached_organizations AS
WITH RECURSIVE up(c) AS (
    (SELECT c FROM work.entities WHERE kind = 'org' AND c LIKE 'r|%'
     UNION SELECT i.issuer FROM work.issuers i JOIN work.reached_directives USING (c))
    UNION SELECT 'r|' || p.name_vi FROM up JOIN reg.organizations o ON 'r|' || o.name_vi = up.c
    JOIN reg.organizations p ON p.name_vi = o.parent_vi)
SELECT c FROM up;

CREATE OR REPLACE TABLE work.register_organizations AS
SELECT *, 'r|' || name_vi AS c, 'reg-organizations-' || slug(name_vi) AS register_row
FROM reg.organizations QUALIFY row = min(row) OVER (PARTITION BY name_vi);

CREATE OR REPLACE TABLE work.register_people AS
SELECT c, row, r.name_vi, r.aliases, r.wikidata_id, 'reg-people-' || slug(r.name_vi) AS register_row
FROM (SELECT l.c, min(k.row) AS row FROM work.known_people k JOIN work.person_link l USING (n) JOIN work.person_nodes n USING (n) WHERE n.public GROUP BY l.c) k
JOIN reg.people r USING (row)
WHERE k.c IN (SELECT c FROM work.entities WHERE kind = 'per') QUALIFY c = min(c) OVER (PARTITION BY row);

CREATE OR REPLACE TABLE work.register_entities AS
SELECT 'dir' AS kind, c, register_row FROM work.register_directives JOIN work.reached_directives USING (c)
UNION ALL SELECT 'org', c, register_row FROM work.register_organizations JOIN work.reached_organizations USING (c)
UNION ALL SELECT 'per', c, register_row FROM work.register_people;
