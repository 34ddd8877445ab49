-- Where each entity is held fast: every mention of it (its file's hash, its span, the hashes of its quote and of the words
-- before and after it), and its register row. An old anchor finds its entity by the exact span, else by the span in the same file
-- that it overlaps most, else (its file is gone) by the same words before or after it in a file
-- that is new: an article that was mended, or parted into two, keeps its people.
CREATE OR REPLACE TABLE work.anchors AS
WITH spots AS (
    SELECT m.kind AS mention_kind, m.ref, d.document_id, d.sha256, m.char_start, m.char_end,
           tag(m.quote) AS quote_hash,
           tag(substr(d.text, greatest(1, m.char_start - 23), m.char_end - greatest(0, m.char_start - 24))) AS before,
           tag(substr(d.text, m.char_start + 1, m.char_end - m.char_start + 24)) AS after
    FROM work.mentions m JOIN work.docs d USING (document_id)
    WHERE m.kind IN ('person', 'organization', 'directive', 'event') AND m.ref IS NOT NULL)
SELECT DISTINCT ON (kind, anchor) * FROM (
    SELECT e.kind, e.c, s.sha256 || ':' || s.char_start || '-' || s.char_end || ':' || s.quote_hash || ':' || s.before || ':' || s.after AS anchor,
           s.sha256, s.char_start, s.char_end, s.before, s.after
    FROM spots s JOIN work.entities e ON e.mention_kind = s.mention_kind AND e.document_id = s.document_id AND e.i = s.ref
    UNION ALL
    SELECT r.kind, r.c, r.register_row, NULL, NULL, NULL, NULL, NULL FROM work.register_entities r)
ORDER BY kind, anchor, c;

-- Who holds each old anchor: the last row of the register that names it.
CREATE OR REPLACE TABLE work.held AS
SELECT row, id, kind, anchor, parts[1] AS sha256, split_part(parts[2], '-', 1)::BIGINT AS char_start,
       split_part(parts[2], '-', 2)::BIGINT AS char_end, parts[4] AS before, parts[5] AS after
FROM (SELECT *, CASE WHEN len(string_split(anchor, ':')) = 5 THEN string_split(anchor, ':') END AS parts FROM work.identifiers
      WHERE NOT regexp_matches(anchor, '^(merged|split|moved|withdrawn|revived)(:|$)'))
QUALIFY row = max(row) OVER (PARTITION BY kind, anchor);

CREATE OR REPLACE TABLE work.found AS
WITH exact AS (SELECT h.row, a.c FROM work.held h JOIN work.anchors a USING (kind, anchor)),
near AS (
    SELECT h.row, a.c, least(h.char_end, a.char_end) - greatest(h.char_start, a.char_start) AS shared, a.char_start, a.char_end
    FROM work.held h JOIN work.anchors a ON a.kind = h.kind AND a.sha256 = h.sha256
         AND a.char_start < h.char_end AND h.char_start < a.char_end
    WHERE h.row NOT IN (SELECT row FROM exact)
    QUALIFY row_number() OVER (PARTITION BY h.row ORDER BY shared DESC, a.char_end - a.char_start, a.char_start, a.c) = 1),
moved AS (
    SELECT h.* FROM work.held h WHERE h.sha256 NOT IN (SELECT sha256 FROM work.docs)),
arrived AS (
    SELECT a.* FROM work.anchors a WHERE a.sha256 NOT IN (SELECT sha256 FROM work.held WHERE sha256 IS NOT NULL)),
again AS (
    SELECT row, c FROM (
        SELECT h.row, a.c, a.sha256, a.char_start, a.char_end FROM moved h JOIN arrived a ON a.kind = h.kind AND a.before = h.before
        UNION ALL
        SELECT h.row, a.c, a.sha256, a.char_start, a.char_end FROM moved h JOIN arrived a ON a.kind = h.kind AND a.after = h.after)
    GROUP BY row, c, sha256, char_start, char_end
    QUALIFY row_number() OVER (PARTITION BY row ORDER BY count(*) DESC, sha256, char_start, char_end, c) = 1)
SELECT h.row, h.id, h.kind, h.anchor, f.c
FROM (SELECT row, c FROM exact UNION ALL SELECT row, c FROM near UNION ALL SELECT row, c FROM again) f JOIN work.held h USING (row);
