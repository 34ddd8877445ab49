-- People. A feature is evidence that is enough by itself, together with the name: the same office, the same body, the
-- same event. Nodes that share a feature are linked through the feature's least node, so the work grows with the nodes
-- and not with their pairs.
CREATE OR REPLACE TABLE work.person_nodes AS
SELECT row_number() OVER (ORDER BY p.document_id, p.i) AS n, p.document_id, p.i, p.name, p.public, f.key, f.vietnamese,
       len(string_split(f.key, ' ')) AS syllables, t.earliest, t.latest
FROM work.l_people p JOIN work.name_forms f ON f.name = p.name LEFT JOIN work.document_times t USING (document_id);

CREATE OR REPLACE TABLE work.person_offices AS
SELECT n.n, n.key, f.title AS title, o.c AS organization, s.status, r.takes_organisation = 'alone' AND r.kind IN ('party', 'state', 'legislature') AS sole,
       r.kind IN ('honorific', 'academic', 'military') AS personal
FROM work.l_positions s
JOIN work.person_nodes n ON n.document_id = s.document_id AND n.i = s.person
JOIN work.name_forms f ON f.name = s.title
LEFT JOIN work.organization_link o ON o.document_id = s.document_id AND o.i = s.organization
LEFT JOIN (SELECT f.title, min(r.takes_organisation) AS takes_organisation, min(r.kind) AS kind
           FROM reg.positions r JOIN work.name_forms f ON f.name = r.title_vi GROUP BY f.title) r ON r.title = f.title;

CREATE OR REPLACE TABLE work.person_features AS
SELECT n, key || '|office|' || title || '|' || coalesce(organization, '') AS feature FROM work.person_offices
WHERE (sole OR len(string_split(title, ' ')) >= 4) AND NOT coalesce(personal, false) AND coalesce(organization, '') NOT LIKE 'd|%'
UNION
SELECT n, key || '|body|' || organization FROM work.person_offices
WHERE organization NOT LIKE 'd|%' AND organization NOT IN ('r|Đảng Cộng sản Việt Nam', 'r|Ban Chấp hành Trung ương Đảng', 'r|Quốc hội', 'r|Chính phủ')
UNION
SELECT n, key || '|foreign' FROM work.person_nodes WHERE NOT vietnamese AND syllables >= 2;

CREATE OR REPLACE TABLE work.person_edges AS
SELECT DISTINCT n AS a, min(n) OVER (PARTITION BY feature) AS b FROM work.person_features QUALIFY a <> b;
