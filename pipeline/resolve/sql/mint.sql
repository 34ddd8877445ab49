-- New identifiers out of each cluster's first anchor; one that was ever given, or is given twice here, is drawn again.
CREATE OR REPLACE TABLE work.minted AS
SELECT kind, c, anchor, attempt, kind || '-' || substr(sha256(kind || ' ' || anchor || ' ' || attempt), 1, 12) AS id FROM work.unnamed;
CREATE OR REPLACE TABLE work.unnamed AS
SELECT kind, c, anchor, attempt + (id IN (SELECT id FROM work.age) OR row_number() OVER (PARTITION BY id ORDER BY anchor) > 1)::INT AS attempt
FROM work.minted;
