SELECT DISTINCT value FROM (SELECT date_edtf AS value FROM work.out_events UNION ALL SELECT substr(published, 1, 10) FROM work.docs)
WHERE value IS NOT NULL ORDER BY value
