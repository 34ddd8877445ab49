-- Nodes that may be one event meet in blocks, each node with the block's fullest ones; a pair is scored once. What
-- cannot be one event (two of one article, two days, two ordinals, two years under review) bars the pair.
CREATE OR REPLACE TABLE work.event_dated AS
SELECT n.*, coalesce(y.told, []) AS told, d.value, d.earliest, d.latest, d.completed,
       CASE WHEN starts_with(d.value, '[') THEN substr(d.value, 7, 5)
            ELSE nullif(substr(regexp_extract(d.value, '^[0-9X]{4}-[0-9]{2}-[0-9]{2}'), 6, 5), '') END AS mmdd,
       r.row AS register_row, coalesce(n.place_value, n.place) AS locality
FROM work.event_nodes n JOIN work.event_days d USING (n) LEFT JOIN work.event_register r USING (n)
LEFT JOIN (SELECT document_id, list(DISTINCT regexp_extract(value, '[0-9]{4}')) AS told FROM work.mentions
           WHERE kind = 'date' AND regexp_matches(value, '^\[?[0-9]{4}') GROUP BY document_id) y ON y.document_id = n.document_id;

CREATE OR REPLACE TABLE work.event_blocks AS
WITH dated AS (SELECT * FROM work.event_dated WHERE mmdd IS NOT NULL),
keys AS (
    SELECT n, mmdd || '|b|' || unnest(bodies) AS k FROM dated
    UNION SELECT n, mmdd || '|p|' || unnest(people) FROM dated
    UNION SELECT n, mmdd || '|d|' || unnest(papers) FROM dated
    UNION SELECT n, mmdd || '|n|' || unnest(topic) FROM dated
    UNION SELECT n, mmdd || '|l|' || family || '|' || locality FROM dated WHERE locality IS NOT NULL
    UNION SELECT n, 'r|' || register_row FROM work.event_dated WHERE register_row IS NOT NULL
    UNION SELECT n, 'o|' || ordinal || '|' || unnest(bodies) FROM work.event_dated WHERE ordinal IS NOT NULL
    UNION SELECT n, 'o|' || ordinal || '|' || array_to_string(topic, ',') FROM work.event_dated WHERE ordinal IS NOT NULL AND len(topic) > 0
    UNION SELECT n, 'y|' || family || '|' || array_to_string(list_sort(years), ',') || '|' || array_to_string(topic, ',') FROM work.event_dated WHERE len(years) > 0 AND len(topic) > 0)
SELECT n, k, row_number() OVER (PARTITION BY k ORDER BY len(bodies) + len(people) + len(papers) + len(topic) DESC, n) AS place
FROM keys JOIN work.event_dated USING (n);

CREATE OR REPLACE TABLE work.event_pairs AS
SELECT DISTINCT least(x.n, y.n) AS a, greatest(x.n, y.n) AS b
FROM work.event_blocks x JOIN work.event_blocks y ON x.k = y.k AND x.n <> y.n AND y.place <= 40;

CREATE OR REPLACE TABLE work.event_evidence AS
SELECT p.a, p.b, x.document_id AS doc_a, y.document_id AS doc_b,
    len(x.topic) = 0 AS bare_a, len(y.topic) = 0 AS bare_b, x.event_type = y.event_type AS same_type, x.family = y.family AS same_family, x.family AS x_family,
    coalesce(x.register_row = y.register_row, false) AS same_register, coalesce(x.register_row <> y.register_row, false) AS other_register,
    coalesce(x.mmdd = y.mmdd, false) AS same_mmdd,
    contains(x.value, 'X') AND contains(y.value, 'X') AND len(x.told) > 0 AND len(y.told) > 0 AND len(list_intersect(x.told, y.told)) = 0 AS other_times,
    coalesce(x.value = y.value AND NOT contains(x.value, 'X'), false) AS same_value,
    coalesce(x.mmdd <> y.mmdd AND NOT contains(x.value, '/') AND NOT contains(y.value, '/'), false) AS other_day,
    coalesce(x.earliest > y.latest OR y.earliest > x.latest, false) AS apart,
    coalesce(x.earliest <= y.latest AND y.earliest <= x.latest AND greatest(x.latest - x.earliest, y.latest - y.earliest) <= 31, false) AS near,
    len(list_intersect(x.bodies, y.bodies)) AS bodies_shared, len(x.bodies) > 0 AND len(y.bodies) > 0 AS bodies_known,
    len(list_intersect(x.people, y.people)) AS people_shared, least(len(x.people), len(y.people)) AS people_least,
    len(list_intersect(list_concat(x.people, x.others), list_concat(y.people, y.others))) AS named_shared,
    len(x.guests) > 0 AND len(y.guests) > 0 AND len(list_intersect(x.guests, y.guests)) = 0 AS other_guests,
    len(x.lands) > 0 AND len(y.lands) > 0 AND len(list_intersect(x.lands, y.lands)) = 0 AS other_lands,
    len(list_intersect(x.papers, y.papers)) AS papers_shared,
    least(len(x.topic), len(y.topic)) AS topic_least, overlap(x.topic, y.topic) AS topic_like,
    coalesce(x.ordinal <> y.ordinal, false) AS other_ordinal, coalesce(x.ordinal = y.ordinal, false) AS same_ordinal,
    coalesce(x.term = y.term, false) AS same_term,
    coalesce(x.term <> y.term, false) OR coalesce(x.term_years <> y.term_years, false) AS other_term,
    len(x.years) > 0 AND len(y.years) > 0 AND len(list_intersect(x.years, y.years)) = 0 AS other_years,
    len(x.years) > 0 AND list_sort(x.years) = list_sort(y.years) AS same_years,
    coalesce(x.time_of_day <> y.time_of_day, false) AS other_time,
    coalesce(x.locality = y.locality, false) AS same_place, coalesce(x.locality <> y.locality, false) AS other_place
FROM work.event_pairs p JOIN work.event_dated x ON x.n = p.a JOIN work.event_dated y ON y.n = p.b;

CREATE OR REPLACE TABLE work.event_bars AS
SELECT a, b FROM work.event_evidence
WHERE doc_a = doc_b OR other_register
   OR (other_time AND NOT (topic_least > 0 AND topic_like >= 0.75 AND bodies_shared > 0 AND x_family <> 'reception'))
   OR other_time::INT + other_guests::INT + other_lands::INT + (topic_least > 0 AND topic_like < 0.3)::INT + (bodies_known AND bodies_shared = 0)::INT >= 2
   OR (NOT same_register AND (other_day OR apart OR other_ordinal OR other_term OR other_years));

CREATE OR REPLACE TABLE work.event_scores AS
SELECT *, CASE WHEN same_register THEN 20 ELSE
      CASE WHEN same_type THEN 2 WHEN same_family THEN 1 ELSE -2 END
    + CASE WHEN same_value AND same_mmdd THEN 4 WHEN same_mmdd THEN 2.5 WHEN near THEN 1.5 ELSE 0 END
    + CASE WHEN bodies_shared > 0 THEN 2 WHEN bodies_known THEN -2 ELSE 0 END
    + least(people_shared, 3) + 0.5 * least(named_shared - people_shared, 2) - CASE WHEN people_shared = 0 AND people_least >= 1 THEN 1 ELSE 0 END
    - CASE WHEN people_least >= 3 AND people_shared < 2 THEN 2 ELSE 0 END
    + least(papers_shared, 2)
    + CASE WHEN topic_least = 0 THEN 0 WHEN topic_like >= 0.75 THEN 3 WHEN topic_like >= 0.5 THEN 2 WHEN topic_like >= 0.3 THEN 0.5 ELSE -2.5 END
    + CASE WHEN topic_least >= 3 AND topic_like >= 0.75 THEN 1 ELSE 0 END
    + 2 * same_ordinal::INT + 2 * (same_term AND same_ordinal)::INT + 2 * same_years::INT - 4 * other_time::INT - 2 * coalesce(other_times, false)::INT - 3 * other_guests::INT - 3 * other_lands::INT
    + same_place::INT - other_place::INT END AS score
FROM work.event_evidence
WHERE (a, b) NOT IN (SELECT (a, b) FROM work.event_bars)
  AND (same_register OR same_mmdd OR near OR same_ordinal OR same_years)
  AND (same_register OR bodies_shared > 0 OR people_shared > 0 OR papers_shared > 0 OR (topic_least > 0 AND topic_like >= 0.5));
