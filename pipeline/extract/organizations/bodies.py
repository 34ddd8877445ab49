"""From names to bodies: which names of one article mean one body, and what the body is called.

Names mean one body when the register says so, when they are equal once abbreviations are written out and places are
made one ("UBND TPHN", "UBND thành phố Hà Nội"), or when the shorter is the longer without its place or parent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.model import Organization
from pipeline.extract.organizations.names import Named
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.parts import Bodies, BodyMention
from pipeline.text.fold import key

_SPELLED_OUT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "mttq": "mặt trận tổ quốc",
    "đh": "đại học",
    "cty": "công ty",
    "ctcp": "công ty cổ phần",
    "cp": "cổ phần",
    "ct": "công ty",
    "đsq": "đại sứ quán",
    "tw": "trung ương",
    "tư": "trung ương",
    "t.ư": "trung ương",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubkt": "ủy ban kiểm tra",
    "csgt": "cảnh sát giao thông",
    "csđt": "cảnh sát điều tra",
    "tp": "thành phố",
    "tp.": "thành phố",
    "gtvt": "giao thông vận tải",
    "vn": "việt nam",
}
_DROPPED = frozenset(["của", "nước", "và", "tỉnh", "thành", "phố", "các"])
_TOKEN = re.compile(r"@\w+|[\w.&]+")


def number(scene: Scene, found: Sequence[Named]) -> Bodies:
    """One ``Organization`` for all names that mean one body, and a mention for each name."""
    keys = [_identity(scene, n) for n in found]
    longest = _lengthened(keys)
    members: dict[str, list[Named]] = {}
    for named, identity in zip(found, keys, strict=True):
        members.setdefault(longest.get(identity, identity), []).append(named)
    order = list(members)
    mentions = [BodyMention(n.span, order.index(longest.get(k, k)), n.rule) for n, k in zip(found, keys, strict=True)]
    bodies = [_body(scene, names) for names in members.values()]
    return Bodies(tuple(bodies), tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))))


def _identity(scene: Scene, named: Named) -> str:
    if named.registered:
        return f"={named.registered.key}"
    return " ".join(_tokens(scene, named))


def _tokens(scene: Scene, named: Named) -> list[str]:
    """The words of a name, abbreviations written out, each place made ``@name``, small words left out."""
    parts: list[str] = []
    at = named.span.start
    while at < named.span.end:
        place = scene.places.get(at)
        if place and place.span.end <= named.span.end:
            parts.append(f"@{key(place.value).replace(' ', '_')}")
            at = place.span.end
            continue
        word = scene.word(at)
        if word:
            parts.append(_SPELLED_OUT.get(key(word), key(word)))
        at += max(1, len(word))
    return [t for t in " ".join(parts).split() if t not in _DROPPED]


def _lengthened(keys: Sequence[str]) -> dict[str, str]:
    """For each key that begins another, longer by a place or a body, that other; where two do, the nearest before."""
    grown: dict[str, str] = {}
    unique = list(dict.fromkeys(k for k in keys if not k.startswith("=")))
    for short in unique:
        longer = [k for k in unique if k.startswith(f"{short} ") and _is_place_or_body(k[len(short) + 1 :])]
        if longer:
            grown[short] = longer[0]
    return grown


def _is_place_or_body(rest: str) -> bool:
    return rest.startswith("@") or rest.split()[0] in ("quốc", "chính", "hội", "công", "thượng", "hạ", "bộ")


def _body(scene: Scene, names: Sequence[Named]) -> Organization:
    known = next((n.registered for n in names if n.registered), None)
    quotes = [n.span.of(scene.text) for n in names]
    name = max(quotes, key=lambda q: (len(q.split()), len(q)))
    country = known.country if known else _country(scene, names)
    kind = names[0].kind
    if country not in (None, "VN") and kind not in ("press", "company", "embassy", "international"):
        kind = "foreign"
    short = next((q for q in quotes if q.isupper() and " " not in q and q != name), None)
    return Organization(name, known.key if known else None, short, kind, country)


def _country(scene: Scene, names: Sequence[Named]) -> str | None:
    for named in names:
        for at in range(named.head_end, named.span.end):
            place = scene.places.get(at)
            if place and place.country:
                return place.country
    return None
