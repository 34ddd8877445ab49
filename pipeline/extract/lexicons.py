"""Every lexicon that reading needs, compiled once from the registers and handed in as one argument."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.dates import lexicon as dates
from pipeline.extract.directives import lexicon as directives
from pipeline.extract.events import lexicon as events
from pipeline.extract.organizations import lexicon as organizations
from pipeline.extract.people import lexicon as people
from pipeline.extract.places import lexicon as places
from pipeline.extract.registers import Registers
from pipeline.extract.statements import lexicon as statements


@dataclass(frozen=True, slots=True)
class Lexicons:
    """One compiled lexicon a folder of ``extract``."""

    dates: dates.DateLexicon
    places: places.PlaceLexicon
    organizations: organizations.OrganizationLexicon
    directives: directives.DirectiveLexicon
    people: people.PeopleLexicon
    events: events.EventLexicon
    statements: statements.StatementLexicon


def build_lexicons(registers: Registers) -> Lexicons:
    """Compile all lexicons. Takes a moment: call it once a process."""
    return Lexicons(
        dates=dates.build_lexicon(registers),
        places=places.build_lexicon(registers),
        organizations=organizations.build_lexicon(registers),
        directives=directives.build_lexicon(registers),
        people=people.build_lexicon(registers),
        events=events.build_lexicon(registers),
        statements=statements.build_lexicon(registers),
    )
