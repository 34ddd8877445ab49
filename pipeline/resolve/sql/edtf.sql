-- Every EDTF value that articles and registers give, once; its bounds are computed beside it (work.edtf).
SELECT DISTINCT value FROM (
    SELECT value FROM work.mentions WHERE kind = 'date'
    UNION ALL SELECT published FROM work.docs
    UNION ALL SELECT date FROM work.l_events UNION ALL SELECT term_years FROM work.l_events
    UNION ALL SELECT issued FROM work.l_directives UNION ALL SELECT period FROM work.l_figures
    UNION ALL SELECT issued_on FROM reg.directives
    UNION ALL SELECT valid_from FROM reg.organizations UNION ALL SELECT valid_to FROM reg.organizations
    UNION ALL SELECT value FROM reg.organization_validity
    UNION ALL SELECT valid_from FROM reg.provinces UNION ALL SELECT valid_to FROM reg.provinces
    UNION ALL SELECT CASE WHEN congress_or_election_start = congress_or_election_end OR congress_or_election_end IS NULL THEN congress_or_election_start
                          ELSE congress_or_election_start || '/' || congress_or_election_end END FROM reg.party_terms
) WHERE value IS NOT NULL AND value <> '' ORDER BY value
