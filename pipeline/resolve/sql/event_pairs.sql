-- Nodes that may be one event meet in blocks; each pair is scored once.
CREATE OR REPLACE TABLE work.event_dated AS
SELECT n.*, d.value, d.earliest, d.latest, d.completed,
       CASE WHEN starts_with(d.value, '[') THEN substr(d.value, 7, 5) ELSE nullif(substr(regexp_extract(d.value, '^[0-9X]{4}-[0-9]{2}-[0-9]{2}'), 6, 5), '') END AS mmdd,
       r.row AS register_row
FROM work.event_nodes n JOIN work.event_days d USING (n) LEFT JOIN work.event_register r USING (n);

CREATE OR REPLACE TABLE work.event_blocks AS
WITH keys AS (
    SELECT n, mmdd || '|b|' || unnest(bodies) AS k FROM work.event_dated WHERE mmdd IS NOT NULL
    UNION SELECT n, mmdd || '|p|' || unnest(people) FROM work.event_dated WHERE mmdd IS NOT NULL
    UNION SELECT n, mmdd || '|d|' || unnest(papers) FROM work.event_dated WHERE mmdd IS NOT NULL
    UNION SELECT n, mmdd || '|n|' || family || '|' || array_to_string(list_sort(tokens), ' ') FROM work.event_dated WHERE mmdd IS NOT NULL
    UNION SELECT n, mmdd || '|l|' || family || '|' || coalesce(place_value, place) FROM work.event_dated WHERE mmdd IS NOT NULL AND coalesce(place_value, place) IS NOT NULL
    UNION SELECT n, 'r|' || register_row FROM work.event_dated WHERE register_row IS NOT NULL
    UNION SELECT n, 'o|' || family || '|' || ordinal || '|' || unnest(bodies) FROM work.event_dated WHERE ordinal IS NOT NULL
    UNION SELECT n, 'n|' || name_key FROM work.event_dated WHERE len(tokens) >= 6)
SELECT n, k FROM keys QUALIFY count(*) OVER (PARTITION BY k) BETWEEN 2 AND 400;

CREATE OR REPLACE TABLE work.event_pairs AS
SELECT DISTINCT least(x.n, y.n) AS a, greatest(x.n, y.n) AS b
FROM work.event_blocks x JOIN work.event_blocks y ON x.k = y.k AND x.n < y.n;

CREATE OR REPLACE TABLE work.event_scores AS
WITH pairs AS (
    SELECT p.a, p.b, x.document_id AS doc_a, y.document_id AS doc_b,
        x.event_type = y.event_type AS same_type, x.family = y.family AS same_family,
        x.register_row IS NOT NULL AND x.register_row = y.register_row AS same_register,
        x.mmdd IS NOT NULL AND x.mmdd = y.mmdd AS same_mmdd,
        x.value IS NOT NULL AND x.value = y.value AND NOT contains(x.value, 'X') AS same_value,
        coalesce(x.mmdd <> y.mmdd AND length(x.value) <= 10 AND length(y.value) <= 10, false) AS other_day,
        coalesce(x.earliest > y.latest OR y.earliest > x.latest, false) AS apart,
        len(list_intersect(x.bodies, y.bodies)) AS bodies_shared, len(x.bodies) > 0 AND len(y.bodies) > 0 AS bodies_known,
        len(list_intersect(x.people, y.people)) AS people_shared, least(len(x.people), len(y.people)) AS people_least,
        len(list_intersect(x.papers, y.papers)) AS papers_shared,
        jaccard(x.tokens, y.tokens) AS name_like, overlap(x.tokens, y.tokens) AS name_within, least(len(x.tokens), len(y.tokens)) AS name_least,
        coalesce(x.ordinal <> y.ordinal, false) AS other_ordinal, coalesce(x.ordinal = y.ordinal, false) AS same_ordinal,
        coalesce(x.term <> y.term, false) OR coalesce(x.term_years <> y.term_years, false) AS other_term,
        len(x.years) > 0 AND len(y.years) > 0 AND len(list_intersect(x.years, y.years)) = 0 AS other_years,
        coalesce(x.time_of_day <> y.time_of_day, false) AS other_time,
        coalesce(coalesce(x.place_value, x.place) = coalesce(y.place_value, y.place), false) AS same_place,
        coalesce(coalesce(x.place_value, x.place) <> coalesce(y.place_value, y.place), false) AS other_place
    FROM work.event_pairs p JOIN work.event_dated x ON x.n = p.a JOIN work.event_dated y ON y.n = p.b)
SELECT *, CASE WHEN same_register THEN 20 ELSE
      CASE WHEN same_type THEN 2 WHEN same_family THEN 1 ELSE -2 END
    + CASE WHEN same_value AND same_mmdd THEN 4 WHEN same_mmdd THEN 2.5 WHEN same_value THEN 1 ELSE 0 END
    + CASE WHEN bodies_shared > 0 THEN 2 WHEN bodies_known THEN -2 ELSE 0 END
    + least(people_shared, 3) + CASE WHEN people_shared = 0 AND people_least >= 1 THEN -1 ELSE 0 END
    + CASE WHEN people_least >= 3 AND people_shared < 2 THEN -2 ELSE 0 END
    + least(papers_shared, 2)
    + CASE WHEN name_least >= 4 THEN 5 * greatest(name_like, name_within - 0.3) - 1 ELSE 2 * name_like END
    + CASE WHEN name_least >= 5 AND name_within < 0.35 THEN -2 ELSE 0 END
    + 2 * same_ordinal::INT - 3 * other_time::INT + same_place::INT - other_place::INT END AS score
FROM pairs
WHERE same_register OR NOT (other_day OR apart OR other_ordinal OR other_term OR other_years OR doc_a = doc_b);
