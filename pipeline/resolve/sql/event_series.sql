-- Series: events of one kind, one organiser and one subject, told apart by the year or the number in their names, on
-- different days ("tổng kết công tác đối ngoại nhân dân năm 2015", "… năm 2019").
CREATE OR REPLACE TABLE work.event_series AS
WITH named AS (
    SELECT l.c, d.family, list_min(d.bodies) AS body, array_to_string(d.topic, ',') AS subject,
           array_to_string(list_sort(list_distinct(regexp_extract_all(d.name_ascii, 'tong ket|so ket|ky niem|khai mac|be mac|dai hoi|giao ban|thuong nien|phien hop|ky hop|doan chu tich|ban thuong vu'))), ',') AS marks,
           coalesce(d.ordinal::VARCHAR || coalesce(d.term, ''), array_to_string(list_sort(d.years), ' ')) AS turn
    FROM work.event_dated d JOIN work.event_link l USING (n)
    WHERE len(d.bodies) > 0 AND (len(d.years) > 0 OR d.ordinal IS NOT NULL)),
keyed AS (SELECT c, turn, concat_ws('|', family, body, marks, subject) AS k FROM named WHERE subject <> '' OR (marks <> '' AND family IN ('congress', 'conference'))),
recurring AS (SELECT k, count(DISTINCT c) AS size FROM keyed GROUP BY k HAVING count(DISTINCT c) > 1 AND count(DISTINCT turn) > 1),
placed AS (SELECT DISTINCT c, k, size FROM keyed JOIN recurring USING (k) QUALIFY row_number() OVER (PARTITION BY c ORDER BY size DESC, k) = 1)
SELECT c, 'ser-' || short_hash(k) AS series_id FROM placed QUALIFY count(*) OVER (PARTITION BY k) > 1;
