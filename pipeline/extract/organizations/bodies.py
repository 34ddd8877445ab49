"""From names to bodies: which names of one article mean one body, and what the body is called.

Names mean one body when the register says so, when they are equal once abbreviations are written out and places are
made one ("UBND TPHN", "UBND thành phố Hà Nội"), when the shorter is the longer without its place or parent, or when
one has its fields as initials ("Sở QHKT", "Sở Quy hoạch Kiến trúc").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.model import Organization
from pipeline.extract.organizations.names import Named
from pipeline.extract.organizations.scene import Scene
from pipeline.extract.organizations.words import BRACKETED, ENDINGS, SMALL_WORDS, SPELLED_OUT
from pipeline.extract.parts import Bodies, BodyMention
from pipeline.text.fold import key
from pipeline.text.spans import Span

# So many longer names are looked at for a short one.
_FEW = 20
# "Bộ Văn hóa" and "Bộ Văn hóa, Thể thao và Du lịch" may be two; "Hội Luật gia" and "Hội Luật gia Việt Nam" are one.
_FIELD_HEADS = frozenset(["bộ", "sở", "ban", "ngân", "tổng", "công", "đảng", "đại"])
# An article that names so few Vietnamese places speaks of other countries' bodies.
_PASSING = 1
_COMMITTEE = "ủy ban "
_PARLIAMENT_KINDS = frozenset(["legislature", "foreign"])
_VIET = ("Việt - ", "Việt-", "Việt – ")
_OWN_KIND = frozenset(["union_of_associations", "press", "company", "embassy", "international"])


@dataclass(frozen=True, slots=True)
class _Form:
    """A name with its words as ``tokens`` (joined by spaces) and the ``identity`` they or the register give it."""

    named: Named
    tokens: str
    identity: str


def number(scene: Scene, found: Sequence[Named]) -> Bodies:
    """One ``Organization`` for all names that mean one body, and a mention for each name."""
    forms = [_form(scene, n) for n in found]
    same = _same_bodies(scene, forms)
    members: dict[str, list[Named]] = {}
    for named in found:
        members.setdefault(same[named.span], []).append(named)
    passing = {identity for identity, names in members.items() if all(_is_of_a_committee(scene, n) for n in names)}
    found = [n for n in found if same[n.span] not in passing]
    members = {identity: names for identity, names in members.items() if identity not in passing}
    order = {identity: at for at, identity in enumerate(members)}
    ends_with = {n.inside: order[same[n.span]] for n in found if n.inside}
    mentions = [BodyMention(n.span, order[same[n.span]], n.rule) for n in found]
    bodies = [
        _body(scene, names, next((ends_with[n.span] for n in names if n.span in ends_with), None))
        for names in members.values()
    ]
    return Bodies(tuple(bodies), tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))))


def _is_of_a_committee(scene: Scene, named: Named) -> bool:
    """True for a parliament named in its committee's name: without another word of it, it is not listed."""
    return (
        named.inside is not None
        and named.kind in _PARLIAMENT_KINDS
        and scene.folded.startswith(_COMMITTEE, named.inside.start)
    )


def _form(scene: Scene, named: Named) -> _Form:
    tokens = " ".join(_tokens(scene, named.span))
    return _Form(named, tokens, f"={named.registered.key}" if named.registered else tokens)


def _tokens(scene: Scene, span: Span) -> list[str]:
    """The words of a name, abbreviations written out, each place made ``@name``, small words left out."""
    parts: list[str] = []
    at = span.start
    within = BRACKETED.search(scene.text, *span)
    while at < span.end:
        if within and at == within.start():
            at = within.end()
        place = scene.places.get(at)
        if place and place.span.end <= span.end:
            parts.append(f"@{key(place.value).replace(' ', '_')}")
            at = place.span.end
            continue
        length = len(scene.word(at))
        if length:
            word = scene.folded[at : at + length]
            parts.append(SPELLED_OUT.get(word, word))
        at += length or 1
    first, *others = " ".join(parts).split() or [""]
    tokens = [first, *(t for t in others if t not in SMALL_WORDS)]
    if tokens[:4] == ["tổng", "lãnh", "sự", "quán"] or tokens[:3] == ["trường", "đại", "học"]:
        return tokens[1:]
    return tokens[2:] if tokens[:4] == ["ủy", "ban", "mặt", "trận"] else tokens


def _same_bodies(scene: Scene, forms: Sequence[_Form]) -> dict[Span, str]:
    """Each name's span -> the identity of the body it means."""
    full = _FullForms([f for f in forms if not f.named.refers])
    same = {f.named.span: full.identity(f) for f in forms}
    _follow(forms, same)
    same |= _heads_before_abbreviations(scene, forms, same)
    same |= _foreign_for_bare(scene, forms, same)
    _follow(forms, same)
    return same


def _follow(forms: Sequence[_Form], same: dict[Span, str]) -> None:
    """Let each short form be the body that its full name is."""
    for form in forms:
        if form.named.refers:
            same[form.named.span] = same[form.named.refers]


class _FullForms:
    """The names of an article, looked up by what they begin with and by their initials."""

    def __init__(self, forms: Sequence[_Form]) -> None:
        registered = {form.tokens: form.identity for form in reversed(forms) if form.named.registered}
        self.first = {form.tokens: form.identity for form in reversed(forms)} | registered
        self.sorted = sorted(self.first)
        self.initials = {_initials(form.tokens): form.identity for form in reversed(forms)}

    def identity(self, form: _Form) -> str:
        """The identity of the name that ``form`` is short for, or its own."""
        if form.named.registered:
            return form.identity
        spelled = self.initials.get(_plain(form.tokens), form.tokens) if " " in form.tokens else form.tokens
        alone = form.named.head_end == form.named.span.end and form.named.rule == "grammar"
        return spelled if spelled.startswith("=") else self._longest(spelled, alone)

    def _longest(self, tokens: str, alone: bool) -> str:
        """The identity of the first longer name that ``tokens`` begin; of any such where they are a head ``alone``."""
        at = bisect_right(self.sorted, f"{tokens} ")
        for longer in self.sorted[at : at + _FEW]:
            if not longer.startswith(f"{tokens} "):
                break
            rest = longer[len(tokens) + 1 :]
            known = self.first[longer].startswith("=") and tokens.split()[0] not in _FIELD_HEADS
            if alone or known or rest.startswith("@") or rest.split()[0] in ENDINGS:
                return self.first[longer]
        return self.first.get(tokens, tokens)


def _initials(tokens: str) -> str:
    """ "sở qhkt" of "sở quy hoạch kiến trúc @hà_nội"."""
    head, _, rest = tokens.partition(" ")
    return f"{head} {''.join(word[0] for word in rest.split() if not word.startswith('@'))}"


def _plain(tokens: str) -> str:
    """ "sở tnmt" of "sở tn & mt @hà_nội"."""
    head, _, rest = tokens.partition(" ")
    words = rest.replace("-", "").replace("&", "").split()
    spelled = "".join(word for word in words if not word.startswith("@"))
    return f"{head} {spelled}" if spelled else head


def _heads_before_abbreviations(scene: Scene, forms: Sequence[_Form], same: dict[Span, str]) -> dict[Span, str]:
    """ "Cty UDIC" and "Trung tâm báo chí IMC" are UDIC and IMC, where those are defined."""
    known = {f.named.span.of(scene.text): same[f.named.span] for f in forms if f.named.rule == "abbreviation"}
    found: dict[Span, str] = {}
    for form in forms:
        *before, last = form.named.span.of(scene.text).split()
        alone = form.named.kind == "company" and form.named.head_end + 1 + len(last) == form.named.span.end
        if last in known and before and not form.named.registered:
            prefix = form.tokens.rpartition(" ")[0]
            if alone or known[last].startswith(prefix):
                found[form.named.span] = known[last]
    return found


def _foreign_for_bare(scene: Scene, forms: Sequence[_Form], same: dict[Span, str]) -> dict[Span, str]:
    """ "Quốc hội" alone, in an article that does not speak of Viet Nam, is the foreign one named in full."""
    if sum(p.country == "VN" for p in scene.places.values()) > _PASSING:
        return {}
    foreign = {f.tokens.rsplit(" @", 1)[0]: same[f.named.span] for f in reversed(forms) if _is_foreign(f)}
    return {f.named.span: foreign[f.tokens] for f in forms if _is_bare(f) and f.tokens in foreign}


def _is_foreign(form: _Form) -> bool:
    known = form.named.registered
    return " @" in form.tokens and (known is None or known.country != "VN")


def _is_bare(form: _Form) -> bool:
    known = form.named.registered
    return known is not None and known.country == "VN" and "@" not in form.tokens


def _body(scene: Scene, names: Sequence[Named], parent: int | None) -> Organization:
    known = next((n.registered for n in names if n.registered), None)
    quotes = [BRACKETED.sub("", n.span.of(scene.text)) for n in names]
    name = max(quotes, key=lambda q: (len(q.split()), len(q)))
    country = known.country if known else _country(scene, names)
    kind = names[0].kind
    if country not in (None, "VN") and kind not in _OWN_KIND:
        kind = "foreign"
    short = next((q for q in quotes if q.isupper() and " " not in q and q != name), None)
    return Organization(name, known.key if known else None, short, kind, country, parent)


def _country(scene: Scene, names: Sequence[Named]) -> str | None:
    """The country that a name gives first: "Hội hữu nghị Việt - Nhật" is Vietnamese, "Nhật - Việt" Japanese."""
    for named in names:
        for at in range(named.head_end, named.span.end):
            place = scene.places.get(at)
            if place and place.country:
                return place.country
            if scene.text.startswith(_VIET, at):
                return "VN"
    return None
