"""``entities.ftm.json``: the release as FollowTheMoney entities, one JSON object a line, for tools of investigation.

An export, not the storage: uncertain dates and evidence do not fit the model and stay in the tables. A date is given
where it is a year, a month, a day, or an interval of such. Belongs here: the mapping. Does not: the library, which
only the tests need.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from pipeline.release.draft import Draft
from pipeline.tables.findings import Connection, rows

FILE = "entities.ftm.json"
_PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_LONGEST_NAME = 384
_SCHEMATA = {
    **dict.fromkeys(("party", "state", "legislature", "front", "military", "embassy"), "PublicBody"),
    "company": "Company",
}
_OTHER_NAMES = (
    "(SELECT list(DISTINCT name ORDER BY name) FROM names n WHERE n.entity_id = t.{key} AND n.name <> t.name"
    " AND n.kind <> 'misspelling')"
)
Entity = dict[str, Any]


def write_ftm(draft: Draft) -> None:
    """Write ``entities.ftm.json``, sorted by schema and identifier."""
    found = {(e["schema"], e["id"]): e for e in entities(draft.con)}
    lines = [json.dumps(found[k], ensure_ascii=False, sort_keys=True) + "\n" for k in sorted(found)]
    draft.write(FILE, "".join(lines))


def entities(con: Connection) -> Iterator[Entity]:
    """The entities: Person, PublicBody, Organization, Company, Position, Occupancy, Event, Document, Article."""
    for make in (_people, _organizations, _offices, _directives, _events, _articles):
        yield from make(con)


def entity(schema: str, identifier: str, **properties: Any) -> Entity:
    """An entity; a property is a value, a list of values, or left out where it is null. Names are cut at 384."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in properties.items() if value}
    texts = {name: [str(v) for v in values] for name, values in lists.items()}
    names = {name: [v[:_LONGEST_NAME] for v in texts[name]] for name in ("name", "alias") if name in texts}
    return {"id": identifier, "schema": schema, "properties": texts | names}


def plain_dates(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last date of an EDTF value as FollowTheMoney takes them; None where it has no such form."""
    first, _, last = (edtf or "").partition("/")
    ends = [end if _PLAIN.fullmatch(end) else None for end in (first, last or first)]
    return ends[0], ends[1]


def _people(con: Connection) -> Iterator[Entity]:
    for r in rows(con, f"SELECT *, {_OTHER_NAMES.format(key='person_id')} AS others FROM people t"):
        known = {"alias": r["others"], "wikidataId": r["wikidata_id"]}
        yield entity(
            "Person", r["person_id"], name=r["name"], lastName=r["family_name"], firstName=r["given_name"], **known
        )


def _organizations(con: Connection) -> Iterator[Entity]:
    for r in rows(con, f"SELECT *, {_OTHER_NAMES.format(key='organization_id')} AS others FROM organizations t"):
        yield entity(
            _SCHEMATA.get(r["kind"], "Organization"),
            r["organization_id"],
            name=r["name"],
            alias=[*(r["others"] or []), *filter(None, [r["name_en"]])],
            abbreviation=r["abbreviation"],
            country=(r["country"] or "").lower(),
            parent=r["parent_id"],
            wikidataId=r["wikidata_id"],
        )


def _offices(con: Connection) -> Iterator[Entity]:
    """Each office once, and who held it."""
    for r in rows(con, "SELECT * FROM memberships"):
        key = f"{r['title']}|{r['organization_id'] or ''}"
        office = f"pst-{hashlib.sha256(key.encode()).hexdigest()[:16]}"
        yield entity("Position", office, name=r["title"], organization=r["organization_id"])
        yield entity(
            "Occupancy",
            r["membership_id"],
            holder=r["person_id"],
            post=office,
            startDate=plain_dates(r["from_edtf"])[0],
            endDate=plain_dates(r["to_edtf"])[1],
        )


def _directives(con: Connection) -> Iterator[Entity]:
    query = (
        "SELECT d.*, o.name AS issuer FROM directives d LEFT JOIN organizations o ON o.organization_id = d.issuer_id"
    )
    for r in rows(con, query):
        name = " ".join(filter(None, [r["type_vi"], r["symbol"] or r["number"] or r["title"]]))
        known = {"title": r["title"], "publisher": r["issuer"], "publishedAt": plain_dates(r["issued_edtf"])[0]}
        yield entity("Document", r["directive_id"], fileName=name, name=name, **known)


def _events(con: Connection) -> Iterator[Entity]:
    taking_part = "SELECT list(DISTINCT {0} ORDER BY {0}) FROM {1} x WHERE x.event_id = t.event_id"
    people = taking_part.format("person_id", "participations")
    bodies = taking_part.format("organization_id", "event_organizations") + " AND role = 'organizer'"
    for r in rows(con, f"SELECT *, ({people}) AS people, ({bodies}) AS bodies FROM events t"):
        start, end = plain_dates(r["date_edtf"])
        when = {"date": start} if start == end else {"startDate": start, "endDate": end}
        known = {"involved": r["people"], "organizer": r["bodies"], "keywords": r["event_type"]}
        yield entity("Event", r["event_id"], name=r["name"], location=r["place"], **when, **known)


def _articles(con: Connection) -> Iterator[Entity]:
    for r in rows(con, "SELECT * FROM documents"):
        known = {"publisher": r["publisher"], "sourceUrl": r["url"], "author": r["byline"]}
        published = plain_dates((r["published_edtf"] or "").split("T")[0])[0]
        yield entity(
            "Article",
            r["document_id"],
            fileName=r["source_path"],
            title=r["title"],
            publishedAt=published,
            **known,
        )
