-- One row an input, one row a distinct document, and each nested list of the readings as a table of its own.
-- Local keys are (document_id, i): i is the index that the reading itself uses.
CREATE OR REPLACE TABLE work.inputs AS
SELECT *, 'doc-' || substr(sha256, 1, 16) AS document_id,
       status = 'read' AND source_path > min(source_path) FILTER (status = 'read') OVER (PARTITION BY sha256) AS again
FROM work.shards;

CREATE OR REPLACE TABLE work.docs AS
SELECT document_id, source_path, sha256, text, sha256(text) AS text_sha256, length(text) AS n_chars,
       coalesce(language, 'vi') AS language, title, publisher, agency, byline, url, published
FROM work.inputs WHERE status = 'read' AND NOT again;

CREATE OR REPLACE VIEW work.readings AS SELECT * FROM work.inputs WHERE status = 'read' AND NOT again;

CREATE OR REPLACE TABLE work.zones AS
SELECT document_id, z.start AS char_start, z."end" AS char_end, z.kind
FROM (SELECT document_id, unnest(zones) AS z FROM work.readings);

CREATE OR REPLACE TABLE work.mentions AS
SELECT document_id, i, m.kind, m.start AS char_start, m."end" AS char_end, m.ref, m.value, m.rule,
       substr(text, m.start + 1, m."end" - m.start) AS quote
FROM (SELECT document_id, text, unnest(range(len(mentions))) AS i, unnest(mentions) AS m FROM work.readings);

CREATE OR REPLACE TABLE work.l_people AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(people))) AS i, unnest(people) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_positions AS
SELECT document_id, i, r.person, r.title, r.organization, r.status, r.mention, r.start AS char_start, r."end" AS char_end
FROM (SELECT document_id, unnest(range(len(positions))) AS i, unnest(positions) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_organizations AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(organizations))) AS i, unnest(organizations) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_directives AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(directives))) AS i, unnest(directives) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_events AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(events))) AS i, unnest(events) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_participations AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(participations))) AS i, unnest(participations) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_event_organizations AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(event_organizations))) AS i, unnest(event_organizations) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_event_countries AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(event_countries))) AS i, unnest(event_countries) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_event_directives AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(event_directives))) AS i, unnest(event_directives) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_directive_relations AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(directive_relations))) AS i, unnest(directive_relations) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_figures AS
SELECT document_id, i, r.* FROM (SELECT document_id, unnest(range(len(figures))) AS i, unnest(figures) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_instructions AS
SELECT document_id, i, r.mention, r.event, r.speaker, r.addressee, r.ordinal, r.start AS char_start, r."end" AS char_end, r.summary, r.trigger, r.directive
FROM (SELECT document_id, unnest(range(len(instructions))) AS i, unnest(instructions) AS r FROM work.readings);
CREATE OR REPLACE TABLE work.l_issues AS
SELECT document_id, source_path, r.code, r.severity, r.start AS char_start, r."end" AS char_end, r.message
FROM (SELECT document_id, source_path, unnest(issues) AS r FROM work.readings);

DROP VIEW work.readings;

CREATE OR REPLACE TABLE work.mention_ids AS
SELECT document_id, i, 'men-' || short_hash(concat_ws('|', document_id, kind, char_start, char_end,
           row_number() OVER (PARTITION BY document_id, kind, char_start, char_end ORDER BY i))) AS mention_id
FROM work.mentions;
