"""The registers as tables of the build's connection, under the schema ``reg``, all columns text.

Belongs here: which columns each step relies on. Does not: reading files (``pipeline.registers``).
"""

from __future__ import annotations

import pyarrow as pa

from pipeline.extract.registers import Registers
from pipeline.tables.build_engine import Connection, put_rows

COLUMNS = {
    "organizations": "name_vi aliases name_en abbreviation_en kind parent_vi valid_from valid_to source_url country "
    "wikidata_id notes",
    "organization_validity": "name_vi field value source_url notes",
    "directives": "symbol type_vi type_en issuer_vi term issued_on title_vi relation source_url notes",
    "document_types": "record abbreviation type_vi type_en system body_vi",
    "party_terms": "body_vi khoa ordinal congress_or_election_start congress_or_election_end term_start term_end place",
    "positions": "title_vi variants title_en kind takes_organisation",
    "people": "name_vi aliases wikidata_id source_url",
    "places": "name_vi aliases country kind",
    "provinces": "name_vi aliases valid_from valid_to",
    "countries": "code name_vi aliases name_en",
}
"""register -> the columns that linking reads of it; a register or a column that is missing is empty."""


def load_registers_into(con: Connection, registers: Registers) -> None:
    """Make ``reg.<name>`` of every register that linking reads, with its rows numbered from 1 in file order."""
    con.execute("CREATE SCHEMA IF NOT EXISTS reg")
    for name, columns in COLUMNS.items():
        names = columns.split()
        fields = [pa.field("row", pa.int64()), *(pa.field(c, pa.string()) for c in names)]
        rows = [(n, *(row.get(c) or None for c in names)) for n, row in enumerate(registers.rows(name), 1)]
        put_rows(con, f"reg.{name}", pa.schema(fields), rows)
