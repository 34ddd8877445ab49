-- Series: events of one kind, one organiser and one name but for its years and numbers, on different days.
CREATE OR REPLACE TABLE work.event_series AS
WITH named AS (
    SELECT l.c, d.family, list_min(d.bodies) AS body,
           array_to_string(list_sort(list_filter(d.tokens, lambda w: NOT regexp_matches(w, '[0-9]') AND NOT regexp_full_match(w, '[ivxl]+')
               AND w NOT IN ('va', 'nam', 'lan', 'thu', 'khoa', 'nhiem', 'ky', 'cua', 'tai', 'o', 'cac', 'ngay', 'thang'))), ' ') AS words,
           coalesce(d.mmdd || substr(d.value, 1, 4), d.ordinal::VARCHAR, array_to_string(d.years, ' ')) AS turn
    FROM work.event_dated d JOIN work.event_link l USING (n)
    WHERE len(d.bodies) > 0 AND (len(d.years) > 0 OR d.ordinal IS NOT NULL)),
keyed AS (SELECT *, family || '|' || body || '|' || words AS k FROM named WHERE len(string_split(words, ' ')) >= 3),
recurring AS (SELECT k FROM keyed GROUP BY k HAVING count(DISTINCT c) > 1)
SELECT c, 'ser-' || short_hash(min(k)) AS series_id FROM keyed WHERE k IN (SELECT k FROM recurring) GROUP BY c;
