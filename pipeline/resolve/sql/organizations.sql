-- Bodies: the register's row first, then the normalised name. A body named only by its kind ("Sở Ngoại vụ", "Tỉnh ủy")
-- is another in every province, so it stays its own document's.
CREATE OR REPLACE TABLE work.organization_nodes AS
SELECT row_number() OVER (ORDER BY o.document_id, o.i) AS n, o.*, f.body AS key,
       regexp_matches(f.ascii, '^(so|tinh uy|thanh uy|huyen uy|quan uy|dang uy|uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|cong an (tinh|thanh pho|huyen|quan|xa|phuong)|ban thuong vu|bo chi huy|van phong|ban giam doc|ban chap hanh|ban to chuc|ban tuyen giao|ban dan van|phong|truong|benh vien|doan dai bieu quoc hoi|lien hiep cac to chuc huu nghi (tinh|thanh pho))\b')
         AND (regexp_matches(o.name, '\s\p{Ll}[^\s]*$') OR length(f.ascii) - length(replace(f.ascii, ' ', '')) < 2) AS generic
FROM work.l_organizations o JOIN work.name_forms f ON f.name = o.name;

CREATE OR REPLACE TABLE work.register_aliases AS
SELECT f.body AS key, min(r.name_vi) AS name_vi
FROM (SELECT name_vi, name_vi AS form FROM reg.organizations
      UNION SELECT name_vi, trim(unnest(string_split(aliases, '|'))) FROM reg.organizations) r
JOIN work.name_forms f ON f.name = r.form
WHERE r.name_vi NOT LIKE '%{%' AND r.form NOT LIKE '%{%'
GROUP BY f.body HAVING count(DISTINCT r.name_vi) = 1;

CREATE OR REPLACE TABLE work.organization_groups AS
SELECT n.n, n.document_id, n.i, n.key, n.name, n.abbreviation,
       CASE WHEN r.name_vi IS NOT NULL THEN 'r|' || r.name_vi
            WHEN n.generic THEN 'd|' || n.document_id || '|' || n.key
            ELSE 'n|' || n.key || coalesce('|' || c.country, '') END AS c
FROM work.organization_nodes n
LEFT JOIN (SELECT DISTINCT name_vi FROM reg.organizations) r0 ON r0.name_vi = n.register_key
LEFT JOIN work.register_aliases a ON a.key = n.key AND n.register_key IS NULL AND NOT n.generic
LEFT JOIN LATERAL (SELECT coalesce(r0.name_vi, a.name_vi) AS name_vi) r ON true
LEFT JOIN LATERAL (SELECT CASE WHEN n.country NOT IN ('VN') THEN n.country END AS country) c ON true;

-- A body known in one article only by an abbreviation is the one body that other articles abbreviate so.
CREATE OR REPLACE TABLE work.organization_short AS
SELECT f.body AS key, min(g.c) AS c FROM work.organization_groups g JOIN work.name_forms f ON f.name = g.abbreviation
WHERE g.c NOT LIKE 'd|%' AND g.key <> f.body
GROUP BY f.body HAVING count(DISTINCT g.c) = 1;

CREATE OR REPLACE TABLE work.organization_link AS
SELECT g.n, g.document_id, g.i, coalesce(s.c, g.c) AS c
FROM work.organization_groups g
LEFT JOIN work.organization_short s ON s.key = g.key AND g.c LIKE 'n|%' AND regexp_full_match(g.name, '[\p{Lu}\d&-]{2,12}');
