CREATE OR REPLACE TABLE work.out_redirects AS
SELECT old_id, new_id, kind, since, CASE kind
    WHEN 'merged' THEN 'its evidence now belongs to the older identifier'
    WHEN 'split' THEN 'part of its evidence became an entity of its own'
    WHEN 'moved' THEN 'part of its evidence belongs to another entity'
    ELSE 'no evidence of it is left in the inputs' END AS reason
FROM work.redirects;
