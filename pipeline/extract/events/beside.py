"""What is told beside the main happening and counts as reported too: meetings on a visit, signings, a second event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.events.candidates import FAINT, GATHERED, Candidate
from pipeline.extract.events.edtf import DAY, is_day
from pipeline.extract.events.happening import (
    Happening,
    another_meeting,
    is_local,
    joined,
    planned,
    same_visitor,
    shares_days,
    to_come,
)
from pipeline.extract.events.scene import Scene
from pipeline.extract.page import inside
from pipeline.text.spans import Span

_LEAST_BESIDE = 3.4
_LAST_ORDER = 6
_LAST_BESIDE = 14
_LAST_SIGNED = 10
_LAST_WELCOME = 3
_LAST_ANNOUNCED = 4
_WHERE_TO = 60
_MEETINGS = frozenset({"talks", "reception", "signing", "ceremony", "call", "appointment"})
_TWO_SIDED = frozenset({"talks", "reception", "call"})
_PROGRAMMED = frozenset({"conference", "congress", "session"})
_FRAMED = frozenset({"talks", "reception", "signing", "ceremony", "session", "conference", "press"})
_LED = re.compile(r"\bdo\b.*\b(?:dẫn đầu|trưởng đoàn)\b[\s,]*(?:đang|sang|đến|nhân|hiện|có)*(?: có| ở)* ?$")
_LISTED = re.compile(r"\bhoạt động\b[^.;:]{0,30}:")
_DECISION = re.compile(r"\b(?:quyết định|công tác cán bộ|công tác tổ chức cán bộ)\b")
_RECEIVED = re.compile(r" (?:nhận|tết|năm mới|xuân|bằng|huân chương|danh hiệu|tiếp nhận)\b")
_ELECTS = re.compile(r"\b(?:đại hội|hội nghị)\b.{0,60}$")
_CALLED_OFF = re.compile(r"\bbị (?:hủy|hoãn|dời)\b")
_BOTH = re.compile(
    r"\b(?:hai|các) (?:bên|nhà|thủ tướng|bộ trưởng|chủ tịch|tổng thống|tổng bí thư|đoàn|vị|ngoại trưởng)\b"
)
_DELEGATION = re.compile(r"\bđoàn(?: công tác| đại biểu)?(?: đã| cũng)*(?: có| đến| tới)? $")


def stands_beside(scene: Scene, group: Sequence[Candidate], main: Happening, ranged: bool) -> bool:
    """True where a group tells something reported beside the main happening. ``ranged``: told to last until a day."""
    first = group[0]
    if main.event_type == "press" and _announced(group, main):
        return True
    if first.sentence is main.best.sentence and joined(first) and main.best.hit.value.kind == "noun":
        return True
    if _elected_at(first, main) or _a_day_of(first, main):
        return True
    if is_local(first):
        return any(_same_occasion(scene, c, main) for c in group if not c.aside and c.sentence.order >= 0)
    if first.event_type == "visit":
        return _visit_beside(scene, group, main, (ranged and first.sentence.order <= _LAST_ORDER) or _ranged(group))
    if _announced_in_title(group) or _welcomed(group, main):
        return True
    if first.hit.value.needs in FAINT or (first.event_type == main.event_type and not _of_another(group, main)):
        return False
    if _titled(group, main):
        return True
    if first.event_type == "press" and _told_later(first, main):
        return True
    if first.event_type not in _MEETINGS or (first.event_type == "appointment" and main.event_type not in GATHERED):
        return False
    told = [c for c in group if not c.aside and c.sentence.order >= 0]
    return any(_same_occasion(scene, c, main) for c in told)


def of_the_led(candidate: Candidate) -> bool:
    """True for the visit that only says who the delegation is: "Đoàn ... do A dẫn đầu, đang thăm Lào"."""
    return candidate.event_type == "visit" and _LED.search(candidate.lead_in) is not None


def _is_the_act(group: Sequence[Candidate], main: Happening) -> bool:
    """True for an appointment whose decision the main ceremony hands over, the minutes signed at a handing over of
    office: the ceremony is that act."""
    act = group[0].event_type == "appointment" and main.event_type in ("ceremony", "conference")
    handed = act and _DECISION.search(main.best.lead_out[:120]) is not None
    return handed or (group[0].event_type == "signing" and "biên bản bàn giao" in group[0].lead_out[:40])


def _elected_at(candidate: Candidate, main: Happening) -> bool:
    """The congress at which the one appointed was elected, named in the first sentences."""
    at = candidate.event_type == "congress" and main.event_type == "appointment" and not candidate.aside
    return at and candidate.sentence.order in (0, 1)


def _a_day_of(candidate: Candidate, main: Happening) -> bool:
    """The sitting of one day that the lead tells of a session of several days."""
    if candidate.event_type != "session" or main.event_type != "session" or candidate.sentence.order != 0:
        return False
    if candidate.date is None or main.date is None or candidate.aside:
        return False
    several = "/" in main.date.value and is_day(candidate.date.value)
    return several and shares_days(candidate.date.value, main.date.value)


def _told_later(candidate: Candidate, main: Happening) -> bool:
    """A press conference named with its own day, where what it was about is the main happening."""
    dated = candidate.date is not None and is_day(candidate.date.value)
    if main.event_type == "other":
        return False
    return dated and not candidate.aside and candidate.hit.value.kind == "noun" and 0 <= candidate.sentence.order <= 6


def _titled(group: Sequence[Candidate], main: Happening) -> bool:
    """Told in the title and again in the first sentences, on no other day than the main happening."""
    if _is_the_act(group, main):
        return False
    days = [c.date.value for c in group if c.date is not None and not c.aside]
    if main.date is not None and main.event_type != "press" and days and not shares_days(days[0], main.date.value):
        return False
    in_title = any(c.sentence.zone == "title" and not c.aside and not _CALLED_OFF.search(c.lead_out) for c in group)
    acts = main.event_type == "session" and group[0].event_type in ("appointment", "other")
    return in_title and (acts or bool(days) or any(0 <= c.sentence.order <= 3 and not c.aside for c in group))


def _of_another(group: Sequence[Candidate], main: Happening) -> bool:
    told = [c for c in group if not c.aside and c.event_type == "reception"]
    return any(another_meeting(main.candidates, c) for c in told)


def _welcomed(group: Sequence[Candidate], main: Happening) -> bool:
    """The welcoming ceremony of a visit, told early, even in passing ("Ngay sau lễ đón, hai bên hội đàm")."""
    if group[0].event_type != "ceremony" or main.event_type not in ("visit", "talks", "reception"):
        return False
    return is_welcome(group[0]) and any(0 <= c.sentence.order <= _LAST_WELCOME and not planned(c) for c in group)


def is_welcome(candidate: Candidate) -> bool:
    """True for a ceremony that welcomes a guest ("lễ đón chính thức"), not one that receives an award."""
    return candidate.hit.value.needs == "welcome" and _RECEIVED.match(candidate.lead_out) is None


def _announced_in_title(group: Sequence[Candidate]) -> bool:
    """What the title announces, told again in the first sentences with a day still to come."""
    if group[0].event_type == "appointment":
        return False
    in_title = any(c.sentence.zone == "title" for c in group)
    ahead = [c for c in group if 0 <= c.sentence.order <= 3 and c.date is not None and DAY.search(c.date.value)]
    return in_title and any(to_come(c) for c in group) and bool(ahead)


def _visit_beside(scene: Scene, group: Sequence[Candidate], main: Happening, ranged: bool) -> bool:
    """A visit told beside the main happening: that of another, or the one in whose frame it stands."""
    first = group[0]
    if of_the_led(first) and (first.sentence is main.best.sentence or not _ranged(group)):
        return False
    early = not first.aside and 0 <= first.sentence.order <= _LAST_BESIDE
    if first.sentence is main.best.sentence and first.span.start > main.best.span.start and not ranged:
        return False
    if main.event_type == "visit" and not is_local(main.best):
        another = not _visits_already(first, main) or _goes_elsewhere(scene, first, main)
        return early and first.date is not None and first.score >= 6 and another
    framed = main.event_type in _FRAMED or is_local(main.best)
    return early and framed and (ranged or _framing_visit(group))


def _goes_elsewhere(scene: Scene, candidate: Candidate, main: Happening) -> bool:
    """True for a visit to another country than the main one's, each told with its own days."""
    there, here = (_destination(scene, c) for c in (candidate, main.best))
    return main.best.date is not None and bool(there and here) and there != here


def _destination(scene: Scene, candidate: Candidate) -> str | None:
    end = candidate.span.end
    return next((p.country for p in inside(scene.places, Span(end, end + _WHERE_TO))), None)


def _visits_already(candidate: Candidate, main: Happening) -> bool:
    """True where the main visit's own telling names the same visitor ("Tổng thống A sẽ thăm từ ngày 8 đến 9")."""
    told = [c for c in main.candidates if c.hit.value.kind == "verb" and c.date is not None and not c.aside]
    return any(same_visitor(candidate, c) for c in told or [main.best])


def _announced(group: Sequence[Candidate], main: Happening) -> bool:
    """A press conference about something that has a date of its own, told as a happening: both are reported."""
    first = group[0]
    told = first.date is not None and first.hit.value.kind == "noun" and first.score >= 5.5 and not first.aside
    if not told or main.date is None or first.date is None:
        return False
    early = 0 <= first.sentence.order <= _LAST_ANNOUNCED and any(c.hit.value.kind == "noun" for c in main.candidates)
    return "/" in first.date.value or (early and to_come(first) and DAY.search(first.date.value) is not None)


def _framing_visit(group: Sequence[Candidate]) -> bool:
    """A visit in whose frame the main happening stands counts where it is told in the lead, or as under way."""
    told = any(c.hit.value.kind == "verb" and c.sentence.order in (0, 1) and not c.aside for c in group)
    under_way = any("đang" in c.lead_in.split()[-4:] for c in group)
    return told or under_way


def _ranged(group: Sequence[Candidate]) -> bool:
    return any(c.date is not None and "/" in c.date.value and not c.aside for c in group)


def _same_occasion(scene: Scene, candidate: Candidate, main: Happening) -> bool:
    """Told with the main happening's day; or without a day, following it, or in the first sentences."""
    if _is_the_act([candidate], main) or _summed_up(scene, candidate, main):
        return False
    people = len({a.person for a in (*candidate.subjects, *candidate.objects)})
    if _LISTED.search(candidate.lead_in) or (main.event_type == "visit" and planned(candidate)):
        return False
    if candidate.date is not None:
        near = main.date is not None and shares_days(candidate.date.value, main.date.value)
        sided = people >= 2 or _DELEGATION.search(candidate.lead_in) is not None
        return near and candidate.score >= _LEAST_BESIDE and (sided or candidate.event_type not in _TWO_SIDED)
    if candidate.event_type == "appointment":
        return _elects(candidate, main) and not to_come(candidate)
    if main.event_type in _PROGRAMMED and candidate.event_type not in _TWO_SIDED and candidate.sentence.order > 3:
        return False
    if candidate.hit.value.kind == "noun" and candidate.lead_in.endswith("tại ") and people < 2:
        return False
    if _follows(scene, candidate):
        return people >= 1 or (candidate.event_type == "signing" and _BOTH.search(candidate.lead_in) is not None)
    if (candidate.event_type in _TWO_SIDED and people < 2) or planned(candidate):
        return False
    last = _LAST_SIGNED if candidate.event_type == "signing" else _LAST_ORDER
    early = candidate.sentence.order <= 3 or (people >= 2 and candidate.sentence.order <= last)
    return early and candidate.score >= (1.0 if people >= 2 else _LEAST_BESIDE)


def _elects(candidate: Candidate, main: Happening) -> bool:
    """ "Đại hội đã bầu ...": the election is the congress's own act; elsewhere only what the lead tells."""
    if main.event_type == "congress":
        own = _ELECTS.search(candidate.lead_in) is not None
        return own or (candidate.sentence.order <= 3 and candidate.score >= _LEAST_BESIDE)
    return candidate.sentence.order <= 2 and candidate.score >= _LEAST_BESIDE


def _summed_up(scene: Scene, candidate: Candidate, main: Happening) -> bool:
    """True for what a report of a visit sums up without days: "Trong thời gian ở thăm, A đã hội đàm ..., gặp ..."."""
    start = candidate.sentence.span.start
    summary = scene.cue("summary", start, start + 30)
    return main.event_type == "visit" and candidate.date is None and summary is not None


def _follows(scene: Scene, candidate: Candidate) -> bool:
    start, end = candidate.sentence.span
    return scene.cue("follows", start, min(end, start + 60)) is not None
