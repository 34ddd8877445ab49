"""Find the people that a document names, the titles it gives them, and what stands for them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.model import Document
from pipeline.extract.model import Person
from pipeline.extract.parts import Bodies, People, PersonMention, PlaceMention
from pipeline.extract.people.attach import attach, build_stage
from pipeline.extract.people.lexicon import PeopleLexicon
from pipeline.extract.people.link import Circle, link
from pipeline.extract.people.names import find_names
from pipeline.extract.people.positions import build_positions
from pipeline.extract.people.scene import Scene, build_scene
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
    return People(
        people=tuple(Person(fullest(document, scene, circle, who)) for who in range(len(circle.people))),
        mentions=tuple(PersonMention(scene.span(f.start, f.end), f.who, f.rule) for f in circle.found),
        positions=build_positions(document, scene, circle.found, titles, attach(stage)),
    )


def fullest(document: Document, scene: Scene, circle: Circle, who: int) -> str:
    """The longest form under which a person is named, capitals and glued words made regular."""
    forms = [f for f in circle.found if f.who == who]
    best = min(forms, key=lambda f: (f.start - f.end, scene.tokens[f.start].kind == "upper", f.start))
    return spelt(document, scene, best.start, best.end)


def spelt(document: Document, scene: Scene, start: int, end: int) -> str:
    """A name as one writes it: "NguyễnVăn Hoàng" with a space, "TRẦN VĨNH TUYẾN" in small letters."""
    parts: list[str] = []
    for i in range(start, end):
        token, before = scene.tokens[i], scene.tokens[i - 1]
        glued = i > start and before.end == token.start and "mark" not in (token.kind, before.kind)
        space = (
            " " if glued and before.kind != "initial" else document.text[before.end : token.start] if i > start else ""
        )
        parts += [
            " " if space.strip() == "" and space else space,
            token.text.capitalize() if _shouts(token.text) else token.text,
        ]
    return "".join(parts)


def _shouts(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word
