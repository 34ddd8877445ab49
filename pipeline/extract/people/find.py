"""Find the people that a document names, the titles it gives them, and what stands for them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.model import Person
from pipeline.extract.parts import Bodies, People, PersonMention, PersonReference, PlaceMention
from pipeline.extract.people.attach import attach, title_words
from pipeline.extract.people.groups import grouped
from pipeline.extract.people.lexicon import PeopleLexicon
from pipeline.extract.people.link import Circle, Found, link
from pipeline.extract.people.names import find_names
from pipeline.extract.people.positions import build_positions
from pipeline.extract.people.predicates import predicated
from pipeline.extract.people.references import Reference, refer
from pipeline.extract.people.scene import Scene, build_scene
from pipeline.extract.people.speech import spoken
from pipeline.extract.people.stage import Held, Stage, build_stage
from pipeline.extract.people.titles import find_titles
from pipeline.text.spans import Span


def find_people(
    document: Document,
    lexicon: PeopleLexicon,
    bodies: Bodies,
    places: Sequence[PlaceMention],
    avoid: Sequence[Span],
) -> People:
    """Every individual named outside furniture and by-lines, once each under the fullest form.

    ``avoid``: spans of dates and official documents, where no name stands."""
    scene = build_scene(document, lexicon, bodies, places, avoid)
    circle = link(scene, find_names(scene))
    titles = find_titles(scene, {f.start: f.end for f in circle.found})
    stage = build_stage(scene, circle.found, titles)
    held, references = give(stage)
    unnamed = private(stage, held)
    names = fullest(document, scene, circle)
    return People(
        people=tuple(Person(name, i not in unnamed) for i, name in enumerate(names)),
        mentions=tuple(PersonMention(scene.span(f.start, f.end), f.who, f.rule) for f in circle.found),
        positions=build_positions(document, stage, bodies, held),
        references=tuple(PersonReference(scene.span(r.start, r.end), circle.found[r.mention].who) for r in references),
    )


def give(stage: Stage) -> tuple[list[Held], list[Reference]]:
    """Titles by names, then what stands for people, then titles that verbs and references give."""
    held = attach(stage)
    references = sorted([*refer(stage, held), *spoken(stage)], key=lambda r: (r.start, r.end))
    pronouns = {r.end - 1: r.mention for r in references if r.title is None}
    held = [*held, *grouped(stage, frozenset(h.title for h in held))]
    held = [*held, *predicated(stage, held, pronouns)]
    given = {h.title for h in held}
    fuller = [Held(r.title, r.mention, "reference") for r in references if r.title is not None and r.more]
    return [*held, *(h for h in _settled(stage, fuller) if h.title not in given)], references


def _settled(stage: Stage, fuller: list[Held]) -> list[Held]:
    """Where every title that says more of somebody's office says the same."""
    said: dict[tuple[int, str], set[tuple[str, ...]]] = {}
    offices = [(stage.found[h.mention].who, stage.titles[h.title].head) for h in fuller]
    for office, h in zip(offices, fuller, strict=True):
        said.setdefault(office, set()).add(title_words(stage, h.title))
    return [h for office, h in zip(offices, fuller, strict=True) if len(said[office]) == 1]


def private(stage: Stage, held: list[Held]) -> set[int]:
    """The people whom nothing but misfortune or an accusation names, and those named with an initial alone."""
    values, keys = stage.scene.lexicon.honorific_values, stage.scene.keys
    found: set[int] = set()
    for f in stage.found:
        called = [values.get(" ".join(keys[f.start - n : f.start])) for n in (1, 2, 3)]
        if any(c and c.private for c in called) or (len(keys[f.end - 1].rstrip(".")) == 1 and f.end > f.start + 1):
            found.add(f.who)
    return found - {stage.found[h.mention].who for h in held if stage.titles[h.title].kind != "occupation"}


def fullest(document: Document, scene: Scene, circle: Circle) -> list[str]:
    """The longest form under which each person is named, capitals and glued words made regular."""
    best: dict[int, Found] = {}
    for f in sorted(circle.found, key=lambda f: (f.start - f.end, scene.tokens[f.start].kind == "upper", f.start)):
        best.setdefault(f.who, f)
    return [spelt(document, scene, best[i].start, best[i].end) for i in range(len(circle.people))]


def spelt(document: Document, scene: Scene, start: int, end: int) -> str:
    """A name as one writes it: "NguyễnVăn Hoàng" with a space, "TRẦN VĨNH TUYẾN" in small letters."""
    parts = [_regular(scene.tokens[start].text)]
    for i in range(start + 1, end):
        token, before = scene.tokens[i], scene.tokens[i - 1]
        gap = document.text[before.end : token.start]
        glued = not gap and "mark" not in (token.kind, before.kind) and before.kind != "initial"
        is_numeral = set(token.text) <= set("IVX") and before.kind != "upper"
        parts += [" " if glued or gap else "", token.text if is_numeral else _regular(token.text)]
    return "".join(parts)


def _regular(word: str) -> str:
    return word.capitalize() if len(word) > 1 and word.isupper() and "." not in word else word
