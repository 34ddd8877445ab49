"""What a line of text says happened, and who had which part in it: one line a behaviour in tests/cases."""

from __future__ import annotations

import pytest

from pipeline.extract.lexicons import Lexicons, build_lexicons
from pipeline.registers import load_registers
from tests.told import reading, rows


@pytest.fixture(scope="module")
def lexicons() -> Lexicons:
    return build_lexicons(load_registers())


@pytest.mark.parametrize("case", rows("events/primary.tsv"), ids=lambda c: str(c[0])[:40])
def test_primary_event(case: list[str | None], lexicons: Lexicons) -> None:
    text, *expected = case
    events = [e for e in reading(text or "", lexicons).events if e.primary]
    told = [[e.event_type, e.date, e.time_of_day, e.place, e.name] for e in events] or [[None] * 5]
    assert told[0] == expected


@pytest.mark.parametrize("case", rows("events/beside.tsv"), ids=lambda c: str(c[0])[:40])
def test_what_is_reported_beside(case: list[str | None], lexicons: Lexicons) -> None:
    text, expected = case
    told = [f"{e.event_type} {e.date}" for e in reading(text or "", lexicons).events if e.primary]
    assert "; ".join(told) == expected


@pytest.mark.parametrize("case", rows("events/mentioned.tsv"), ids=lambda c: str(c[0])[-40:])
def test_event_that_is_only_mentioned(case: list[str | None], lexicons: Lexicons) -> None:
    text, *expected = case
    events = [e for e in reading(text or "", lexicons).events if not e.primary]
    told = [[e.event_type, e.date, e.name] for e in events] or [[None] * 3]
    assert told == [expected]


@pytest.mark.parametrize("case", rows("roles/roles.tsv"), ids=lambda c: f"{c[1]} {c[2]}")
def test_role(case: list[str | None], lexicons: Lexicons) -> None:
    text, name, role = case
    found = reading(text or "", lexicons)
    roles = {found.people[p.person].name: p.role for p in found.participations if p.event == 0}
    assert found.events[0].primary
    assert roles.get(name or "") == role


@pytest.mark.parametrize("case", rows("roles/organizers.tsv"), ids=lambda c: str(c[0])[:40])
def test_organizers(case: list[str | None], lexicons: Lexicons) -> None:
    text, expected = case
    found = reading(text or "", lexicons)
    held = [found.organizations[o.organization].name for o in found.event_organizations if o.event == 0]
    assert found.events[0].primary
    assert held == (expected.split("|") if expected else [])


@pytest.mark.parametrize("case", rows("figures/figures.tsv"), ids=lambda c: str(c[0])[:40])
def test_figure(case: list[str | None], lexicons: Lexicons) -> None:
    text, value, value_max, *expected = case
    figures = reading(text or "", lexicons).figures
    if value is None:
        assert figures == ()
        return
    figure = figures[0]
    assert figure.value == float(value)
    assert figure.value_max == (float(value_max) if value_max else None)
    assert [figure.qualifier, figure.unit_vi, figure.measure_vi, figure.period] == expected


@pytest.mark.parametrize("case", rows("instructions/instructions.tsv"), ids=lambda c: str(c[0])[:40])
def test_instruction(case: list[str | None], lexicons: Lexicons) -> None:
    text, trigger, ordinal, addressee, speaker, end = case
    found = reading(text or "", lexicons)
    if trigger is None:
        assert found.instructions == ()
        return
    one = found.instructions[0]
    name = found.people[one.speaker].name if one.speaker is not None else None
    whole = found.document.text[one.start : one.end]
    assert [one.trigger, one.ordinal, one.addressee, name] == [trigger, ordinal and int(ordinal), addressee, speaker]
    assert whole.endswith(end or "")
    assert one.summary == whole[:160]
