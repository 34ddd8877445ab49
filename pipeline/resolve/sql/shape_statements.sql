-- figures and instructions.
CREATE OR REPLACE TABLE work.out_figures AS
SELECT g.id AS figure_id, f.document_id, m.mention_id, f.measure_vi, f.measure_en, f.value, f.value_max, f.qualifier, f.unit_vi, f.subject_vi,
       o.id AS organization_id, f.period AS period_edtf, b.earliest AS period_earliest, b.latest AS period_latest, w.id AS part_of
FROM work.l_figures f
JOIN work.figure_ids g USING (document_id, i)
JOIN work.mention_at m ON m.document_id = f.document_id AND m.i = f.mention
LEFT JOIN work.local_ids o ON o.kind = 'organization' AND o.document_id = f.document_id AND o.i = f.organization
LEFT JOIN work.figure_ids w ON w.document_id = f.document_id AND w.i = f.part_of
LEFT JOIN work.edtf b ON b.value = f.period;

CREATE OR REPLACE TABLE work.out_instructions AS
SELECT g.id AS instruction_id, s.document_id, m.mention_id, e.id AS event_id, p.id AS speaker_id, s.addressee, s.ordinal, s.char_start, s.char_end,
       substr(d.text, s.char_start + 1, least(s.char_end - s.char_start, q.long_cap)) AS summary, s.trigger, x.id AS directive_id
FROM work.l_instructions s
JOIN work.instruction_ids g USING (document_id, i)
JOIN work.docs d USING (document_id) JOIN work.quote_caps q USING (document_id)
JOIN work.mention_at m ON m.document_id = s.document_id AND m.i = s.mention
LEFT JOIN work.local_ids e ON e.kind = 'event' AND e.document_id = s.document_id AND e.i = s.event
LEFT JOIN work.local_ids p ON p.kind = 'person' AND p.document_id = s.document_id AND p.i = s.speaker
LEFT JOIN work.local_ids x ON x.kind = 'directive' AND x.document_id = s.document_id AND x.i = s.directive;
