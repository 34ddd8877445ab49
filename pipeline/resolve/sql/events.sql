-- Events: nodes with what tells them apart, blocks of nodes that may be one, a score a pair, an edge where it is high.
CREATE OR REPLACE TABLE work.event_nodes AS
WITH owned AS (
    SELECT e.document_id, e.i AS event, o.c FROM work.l_events e
    JOIN work.mentions m ON m.document_id = e.document_id AND m.i = e.mention
    JOIN work.mentions b ON b.document_id = e.document_id AND b.kind = 'organization' AND b.char_start >= m.char_start AND b.char_end <= m.char_end
    JOIN work.docs d ON d.document_id = e.document_id AND lower(substr(d.text, b.char_start - 3, 4)) = 'của '
    JOIN work.organization_link o ON o.document_id = e.document_id AND o.i = b.ref
    WHERE e.event_type = 'congress'),
bodies AS (
    SELECT document_id, event, list(DISTINCT c) AS cs FROM (
        SELECT x.document_id, x.event, o.c FROM work.l_event_organizations x
        JOIN work.organization_link o ON o.document_id = x.document_id AND o.i = x.organization
        WHERE x.role IN ('organizer', 'host')
        UNION ALL SELECT * FROM owned) GROUP BY ALL),
people AS (
    SELECT x.document_id, x.event, list(DISTINCT p.c) AS cs FROM work.l_participations x
    JOIN work.person_link p ON p.document_id = x.document_id AND p.i = x.person GROUP BY ALL),
papers AS (
    SELECT x.document_id, x.event, list(DISTINCT d.c) AS cs FROM work.l_event_directives x
    JOIN work.directive_link d ON d.document_id = x.document_id AND d.i = x.directive GROUP BY ALL),
guests AS (
    SELECT x.document_id, x.event, list(DISTINCT p.c) AS cs FROM work.l_participations x
    JOIN work.person_link p ON p.document_id = x.document_id AND p.i = x.person WHERE x.role = 'guest' GROUP BY ALL),
others AS (
    SELECT e.document_id, e.i AS event, list(DISTINCT p.c) AS cs FROM work.l_events e
    JOIN work.person_link p USING (document_id) WHERE e."primary" AND (e.document_id, e.i, p.i) NOT IN (SELECT (document_id, event, person) FROM work.l_participations)
    GROUP BY ALL),
lands AS (
    SELECT document_id, event, list(DISTINCT country) AS cs FROM work.l_event_countries WHERE country <> 'VN' GROUP BY ALL)
SELECT row_number() OVER (ORDER BY e.document_id, e.i) AS n, e.* EXCLUDE (ordinal), coalesce(e.ordinal, t.ordinal) AS ordinal, f.key AS name_key, f.ascii AS name_ascii,
       list_filter(words(e.name), lambda w: len(w) > 1) AS tokens,
       list_distinct(regexp_extract_all(e.name, '\b(?:19|20)\d\d\b')) AS years,
       CASE e.event_type WHEN 'session' THEN 'conference' WHEN 'seminar' THEN 'conference' WHEN 'forum' THEN 'conference'
            WHEN 'talks' THEN 'reception' WHEN 'visit' THEN 'reception' ELSE e.event_type END AS family,
       coalesce(b.cs, []) AS bodies, coalesce(p.cs, []) AS people, coalesce(d.cs, []) AS papers,
       coalesce(g.cs, []) AS guests, coalesce(c.cs, []) AS lands, coalesce(q.cs, []) AS others, t.topic
FROM work.l_events e
JOIN work.name_forms f ON f.name = e.name
JOIN work.event_topics t ON t.name = e.name
LEFT JOIN guests g ON g.document_id = e.document_id AND g.event = e.i
LEFT JOIN others q ON q.document_id = e.document_id AND q.event = e.i
LEFT JOIN lands c ON c.document_id = e.document_id AND c.event = e.i
LEFT JOIN bodies b ON b.document_id = e.document_id AND b.event = e.i
LEFT JOIN people p ON p.document_id = e.document_id AND p.event = e.i
LEFT JOIN papers d ON d.document_id = e.document_id AND d.event = e.i;
