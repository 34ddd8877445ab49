-- Small functions that more than one step uses.
CREATE OR REPLACE MACRO short_hash(value) AS substr(sha256(value), 1, 16);
CREATE OR REPLACE MACRO ascii(value) AS lower(translate(strip_accents(nfc_normalize(value)), 'ĐđÐð', 'DdDd'));
CREATE OR REPLACE MACRO words(value) AS list_distinct(regexp_extract_all(ascii(value), '[a-z0-9]+'));
CREATE OR REPLACE MACRO overlap(a, b) AS len(list_intersect(a, b)) / greatest(1, least(len(a), len(b)));
CREATE OR REPLACE MACRO jaccard(a, b) AS len(list_intersect(a, b)) / greatest(1, len(list_distinct(list_concat(a, b))));
CREATE OR REPLACE MACRO full_day(value) AS regexp_full_match(value, '[0-9]{4}-[0-9]{2}-[0-9]{2}');
-- At most 160 characters of an article's own words: whole words, no bracket left open.
CREATE OR REPLACE MACRO shorten(value) AS CASE WHEN length(value) <= 160 THEN value ELSE regexp_replace(regexp_replace(substr(value, 1, 161), '[\s,;:–-]*\s\S*$', ''), '\s*\([^()]*$', '') END;
CREATE OR REPLACE MACRO ascii_name(value) AS trim(regexp_replace(translate(strip_accents(nfc_normalize(value)), 'ĐđÐð', 'DdDd'), '\s+', ' ', 'g'));
CREATE OR REPLACE MACRO slug(value) AS trim(regexp_replace(ascii(value), '[^a-z0-9]+', '-', 'g'), '-');
CREATE OR REPLACE MACRO tag(value) AS substr(md5(lower(regexp_replace(value, '\s+', ' ', 'g'))), 1, 12);
CREATE OR REPLACE MACRO quote_cap(kind, long_cap, date_cap, name_cap) AS
    CASE WHEN kind IN ('event', 'instruction', 'figure') THEN long_cap WHEN kind IN ('date', 'place') THEN date_cap ELSE name_cap END;
