"""The demands that a document reports: numbered items, what follows đề nghị or yêu cầu, and what goes on demanding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.model import Instruction
from pipeline.extract.page import Actor, Page, Sentence, inside
from pipeline.extract.parts import StatementMention
from pipeline.text.spans import Span, Spread

_SUMMARY = 160
_COUNTING = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
_ORDERING = "nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
_ITEM = re.compile(rf"(?:(?P<card>{_COUNTING}) là|thứ (?P<ord>{_ORDERING}))(?=[\s,:])|(?P<num>[1-9])\.(?=\s|$)")
_ORDINALS = {w: n for words in (_COUNTING, _ORDERING) for n, w in enumerate(words.split("|"), 1)}
_WHOLE = re.compile(r"(?:tỉnh|thành phố|huyện|hội|liên hiệp|(?:hai|các) (?:tổ chức|hội)) (?:cũng |đã )?$")
_SPLIT = re.compile(r"[;,]\s*(?:đồng thời|và)?\s*(?:cũng )?$")


@dataclass(frozen=True, slots=True)
class _Demand:
    """A demand before it is numbered. ``start`` to ``end``: from its trigger to its end."""

    start: int
    end: int
    ordinal: int | None
    trigger: str | None
    addressee: str | None
    speaker: int | None


def find_instructions(page: Page) -> tuple[tuple[Instruction, ...], tuple[StatementMention, ...]]:
    """The instructions of lead and body, in text order, each with its mention (the whole of it)."""
    told = [s for s in page.sentences if s.order >= 0]
    numbered = _numbered(page, told)
    asked = _asked(page, told, Spread(Span(d.start, d.end) for d in numbered))
    demands = sorted([*numbered, *asked], key=lambda d: d.start)
    event = 0 if any(e.primary for e in page.parts.events.events) else None
    rows = tuple(_row(page, i, d, event) for i, d in enumerate(demands))
    rules = ["numbered_item" if d.ordinal else "demand" if d.trigger else "demand_goes_on" for d in demands]
    return rows, tuple(StatementMention(Span(d.start, d.end), i, rules[i]) for i, d in enumerate(demands))


def _row(page: Page, index: int, demand: _Demand, event: int | None) -> Instruction:
    cited = [m for m in page.parts.directives.mentions if demand.start <= m.span.start < demand.end]
    return Instruction(
        mention=index,
        event=event,
        speaker=demand.speaker,
        addressee=demand.addressee,
        ordinal=demand.ordinal,
        start=demand.start,
        end=demand.end,
        summary=page.text[demand.start : min(demand.end, demand.start + _SUMMARY)],
        trigger=demand.trigger,
        directive=cited[0].directive if cited else None,
    )


def _numbered(page: Page, told: Sequence[Sentence]) -> list[_Demand]:
    """ "Một là ..., Hai là ...": each to the next item, the last to its paragraph's end; not lists of reasons."""
    found: list[_Demand] = []
    marks = [m for s in told for m in _ITEM.finditer(page.folded, *s.span) if _opens(page, s, m.start())]
    expected = 1
    speaker: int | None = None
    for number, mark in enumerate(marks):
        ordinal = int(mark["num"]) if mark["num"] else _ORDINALS[mark["card"] or mark["ord"]]
        if ordinal == 1:
            speaker = _speaker_before(page, mark.start())
            demanded = not mark["num"] or page.cue("demand", max(0, mark.start() - 120), mark.start()) is not None
            expected = 1 if demanded and not _gives_reasons(page, mark.start()) else 0
        if expected == 0 or ordinal != expected:
            continue
        expected += 1
        following = marks[number + 1].start() if number + 1 < len(marks) else len(page.text)
        end = _item_end(page, mark.end(), following)
        found.append(_Demand(mark.start(), end, ordinal, page.text[mark.start() : mark.end()], None, speaker))
    return found if len(found) > 1 else []


def _opens(page: Page, sentence: Sentence, at: int) -> bool:
    return at == sentence.span.start or page.text[max(0, at - 2) : at].strip()[-1:] in (":", ";", "-", ",", "–")


def _gives_reasons(page: Page, at: int) -> bool:
    return page.cue("reasons", max(0, at - 120), at) is not None and page.cue("demand", max(0, at - 120), at) is None


def _item_end(page: Page, start: int, following: int) -> int:
    line = page.text.find("\n", start)
    return _trimmed(page, min(following, line if line >= 0 else len(page.text)))


def _trimmed(page: Page, end: int) -> int:
    """An end moved back over the marks that close a sentence."""
    while end > 0 and (page.text[end - 1].isspace() or page.text[end - 1] in ".;,:/"):
        end -= 1
    return end


def _speaker_before(page: Page, at: int) -> int | None:
    """Who speaks at a place: the last one before it who says or demands something, else the last one named."""
    before = [a for a in page.actors if a.name.end <= at]
    for actor in reversed(before[-12:]):
        sentence = page.sentence_at(actor.name.start)
        if sentence is not None and sentence.zone != "caption" and _says(page, actor, sentence):
            return actor.person
    return _only_speaker(page)


def _only_speaker(page: Page) -> int | None:
    """The one who speaks where only one does: whoever gave the speech that the document prints."""
    speakers = {p.person for p in page.parts.events.participations if p.event == 0 and p.role == "speaker"}
    return speakers.pop() if len(speakers) == 1 else None


def _says(page: Page, actor: Actor, sentence: Sentence) -> bool:
    limit = min(sentence.span.end, actor.name.end + 120)
    return any(page.cue(cue, actor.name.end, limit) for cue in ("speech", "demand"))


def _asked(page: Page, told: Sequence[Sentence], taken: Spread) -> list[_Demand]:
    """Demands with a trigger, and the sentences after one that go on demanding."""
    found: list[_Demand] = []
    speaker: int | None = None
    going_on = False
    for sentence in told:
        free = not taken.overlaps(sentence.span)
        opened = _triggered(page, sentence) if free else []
        if opened:
            found += opened
            speaker, going_on = opened[-1].speaker, True
        elif free and going_on:
            more = _goes_on(page, sentence, speaker)
            found += more
            going_on = bool(more)
        else:
            going_on = False
    return found


def _triggered(page: Page, sentence: Sentence) -> list[_Demand]:
    marks = [m for m in page.cues["demand"].finditer(page.folded, *sentence.span) if _demands(page, sentence, m)]
    found: list[_Demand] = []
    for number, mark in enumerate(marks):
        if found and not _SPLIT.search(page.folded[found[-1].start : mark.start()]):
            continue
        later = [m.start() for m in marks[number + 1 :] if _SPLIT.search(page.folded[mark.start() : m.start()])]
        end = _before_joiner(page, mark.end(), later[0]) if later else sentence.span.end
        speaker = _speaker_of(page, sentence, mark.start())
        addressee = _addressee(page, mark.end(), end)
        found.append(_Demand(mark.start(), _trimmed(page, end), None, mark[0], addressee, speaker))
    return found


def _before_joiner(page: Page, start: int, end: int) -> int:
    tail = _SPLIT.search(page.folded, start, end)
    return tail.start() if tail else end


def _demands(page: Page, sentence: Sentence, mark: re.Match[str]) -> bool:
    """True where a trigger is the verb of someone who stands before it, with something demanded after it."""
    near = max(sentence.span.start, mark.start() - 24)
    if page.ends_with("no_demand", near, mark.start()) or page.folded.startswith(" của", mark.end()):
        return False
    if mark[0] == "giao" and not _to_someone(page, mark.end()):
        return False
    if page.quoted(mark.start()) or mark.end() >= sentence.span.end - 20:
        return False
    actors = inside(page.actors, Span(sentence.span.start, mark.start()))
    continued = _SPLIT.search(page.folded, sentence.span.start, mark.start()) is not None
    opens = mark.start() - sentence.span.start < 40
    by_body = not page.cues["demand_of_person"].fullmatch(mark[0])
    whole = _WHOLE.match(page.folded, sentence.span.start, mark.start()) is not None
    has_subject = bool(whole or actors or (by_body and inside(page.bodies, Span(sentence.span.start, mark.start()))))
    return (has_subject or (opens and continued)) and page.cue("act", mark.end(), sentence.span.end) is not None


def _to_someone(page: Page, at: int) -> bool:
    """True where someone stands right after giao: a body's word or a capital (not giao lưu, giao thông)."""
    after = at + 1
    return page.text[after : after + 1].isupper() or page.cues["body_word"].match(page.folded, after) is not None


def _speaker_of(page: Page, sentence: Sentence, at: int) -> int | None:
    before = inside(page.actors, Span(sentence.span.start, at))
    return before[-1].person if before else None


def _first_act(page: Page, start: int, end: int) -> re.Match[str] | None:
    """The first word of what is asked: must, should, continue; else any verb of doing (tổ chức is a noun as well)."""
    return page.cue("modal", start, end) or page.cue("act", start, end)


def _addressee(page: Page, start: int, end: int) -> str | None:
    """Who is asked: the words between the trigger and the first verb of what is asked."""
    act = _first_act(page, start, min(end, start + 140))
    if act is None:
        return None
    text = " ".join(page.text[start : act.start()].split()).strip(" ,:")
    plain = text and page.text[start : start + 1] != ","
    return text if plain and (page.cues["body_word"].match(text.lower()) or text[0].isupper()) else None


def _past_comma(page: Page, at: int) -> int:
    while at < len(page.text) and page.text[at] in " ,":
        at += 1
    return at


def _goes_on(page: Page, sentence: Sentence, speaker: int | None) -> list[_Demand]:
    """A sentence that demands without a trigger: it opens with what is to be done, or with who must do it."""
    start = sentence.span.start
    joiner = page.cues["joiner"].match(page.folded, start)
    at = _past_comma(page, joiner.end()) if joiner else start
    if page.cues["act"].match(page.folded, at):
        return [_Demand(start, _trimmed(page, sentence.span.end), None, None, None, speaker)]
    who = page.cues["body_word"].match(page.folded, at)
    act = _first_act(page, at, min(sentence.span.end, at + 90)) if who else None
    spoken = page.cue("speech", at, min(sentence.span.end, at + 120)) or inside(page.actors, sentence.span)
    if act is None or spoken:
        return []
    addressee = " ".join(page.text[at : act.start()].split()).strip(" ,")
    trigger = page.text[act.start() : act.end()] if act[0] in ("phải", "cần", "cần phải") else None
    return [_Demand(start, _trimmed(page, sentence.span.end), None, trigger, addressee, speaker)]
