-- An edge where the score is high and each end is the other's best in its article.
CREATE OR REPLACE TABLE work.event_edges AS
SELECT a, b, score FROM work.event_scores WHERE score >= 7
QUALIFY score = max(score) OVER (PARTITION BY a, doc_b) AND score = max(score) OVER (PARTITION BY b, doc_a);
