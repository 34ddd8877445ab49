-- How long a body existed, on whose word: each register row's, and their hull where they differ.
CREATE OR REPLACE TABLE work.validity_claims AS
SELECT DISTINCT 'r|' || name_vi AS c, field, value, register_row FROM (
    SELECT name_vi, 'valid_from' AS field, valid_from AS value, 'reg-organizations-' || slug(name_vi) AS register_row FROM reg.organizations
    UNION ALL SELECT name_vi, 'valid_to', valid_to, 'reg-organizations-' || slug(name_vi) FROM reg.organizations
    UNION ALL SELECT name_vi, field, value, 'reg-organization-validity-' || slug(name_vi || ' ' || field || ' ' || value) FROM reg.organization_validity)
WHERE value IS NOT NULL;

CREATE OR REPLACE TABLE work.validity AS
SELECT v.c, v.field, min(b.earliest) AS earliest, max(b.latest) AS latest,
       CASE WHEN count(DISTINCT v.value) = 1 THEN min(v.value) ELSE min(b.earliest) || '/' || max(b.latest) END AS value
FROM work.validity_claims v JOIN work.edtf b ON b.value = v.value GROUP BY ALL;
