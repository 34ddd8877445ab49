-- Every name that linking compares, once; its keys are computed beside it (work.name_forms).
SELECT DISTINCT name FROM (
    SELECT name FROM work.l_people UNION ALL SELECT name FROM work.l_organizations
    UNION ALL SELECT abbreviation FROM work.l_organizations
    UNION ALL SELECT title FROM work.l_positions UNION ALL SELECT name FROM work.l_events
    UNION ALL SELECT place_value FROM work.l_events UNION ALL SELECT place FROM work.l_events
    UNION ALL SELECT title FROM work.l_directives UNION ALL SELECT type_vi FROM work.l_directives
    UNION ALL SELECT issuer_text FROM work.l_directives
    UNION ALL SELECT quote FROM work.mentions WHERE kind IN ('person', 'organization', 'place')
    UNION ALL SELECT value FROM work.mentions WHERE kind = 'place'
    UNION ALL SELECT name_vi FROM reg.organizations
    UNION ALL SELECT trim(unnest(string_split(aliases, '|'))) FROM reg.organizations
    UNION ALL SELECT name_vi FROM reg.people UNION ALL SELECT trim(unnest(string_split(aliases, '|'))) FROM reg.people
    UNION ALL SELECT abbreviation_en FROM reg.organizations
    UNION ALL SELECT name_en FROM reg.organizations
    UNION ALL SELECT title_vi FROM reg.directives UNION ALL SELECT type_vi FROM reg.directives
    UNION ALL SELECT issuer_vi FROM reg.directives UNION ALL SELECT title_vi FROM reg.positions
    UNION ALL SELECT name_vi FROM reg.places UNION ALL SELECT name_vi FROM reg.provinces UNION ALL SELECT name_vi FROM reg.countries
) WHERE name IS NOT NULL AND name <> ''
ORDER BY name
