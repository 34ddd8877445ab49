"""What a document says of itself: title, agency, by-line, source, url, publication date, language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.documents.model import Given, Zone
from pipeline.documents.stamps import Stamp, read_stamp
from pipeline.documents.wording import AGENCIES
from pipeline.text.fold import fold
from pipeline.text.names import words

_URL = re.compile(r"https?://[^\s<>\"'()\[\]]{4,500}")
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?")
_BRACKETS = re.compile(r"\s*[-–/,]?\s*[(\[][^()\[\]]{0,90}[)\]]")
_BESIDE_AGENCY = re.compile(r"\(([\w ]{2,20})/([\w+. ]{2,30})\)\s*$")
_VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]")

_SAMPLE = 2000
_VIETNAMESE_SHARE = 0.03
_ENGLISH = words("the of and to in for on with that by")
_ENGLISH_SHARE = 0.12


@dataclass(frozen=True, slots=True)
class Said:
    """The document's columns that its own text, or what was given with it, fills."""

    language: str
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None


def describe(text: str, zones: tuple[Zone, ...], given: Given) -> Said:
    """Read the zones of a text for what it says of itself; what was given beside it goes first."""
    bylines = [z.span.of(text) for z in zones if z.kind == "byline"]
    own_title = next((z.span.of(text) for z in zones if z.kind == "title"), None)
    return Said(
        language=language_of(text),
        title=own_title or (given.title or "").strip() or None,
        publisher=next(filter(None, map(_outlet, reversed(bylines))), None),
        agency=_agency(text, zones),
        byline=_signature(text, zones),
        url=given.url or _url(bylines),
        published=_given_day(given.published) or _stamped(text, zones),
    )


def language_of(text: str) -> str:
    """``vi`` by the share of Vietnamese letters, ``en`` by that of English function words, else ``und``."""
    sample = text[:_SAMPLE]
    if len(_VIETNAMESE.findall(sample)) > _VIETNAMESE_SHARE * len(sample):
        return "vi"
    spoken = sample.lower().split()
    return "en" if sum(word in _ENGLISH for word in spoken) > _ENGLISH_SHARE * len(spoken) else "und"


def _given_day(published: str | None) -> str | None:
    if not published:
        return None
    iso = _ISO.match(published.strip())
    stamp = read_stamp(iso[1] + (" " + iso[2] if iso[2] else "")) if iso else read_stamp(published.strip())
    return stamp.value if stamp else None


def _stamped(text: str, zones: tuple[Zone, ...]) -> str | None:
    stamps = [s for z in zones if z.kind == "byline" if (s := read_stamp(z.span.of(text)))]
    first = [s for s in stamps if not s.updated] or stamps
    return _only(first)


def _only(stamps: list[Stamp]) -> str | None:
    days = {s.value[:10] for s in stamps}
    return max((s.value for s in stamps), key=len) if len(days) == 1 else None


def _agency(text: str, zones: tuple[Zone, ...]) -> str | None:
    """The agency of a dateline or of the signature; a picture's credit says nothing of the report."""
    for zone in zones:
        if zone.kind == "byline" and not fold(zone.span.of(text)).lstrip("([ -").startswith(
            ("ảnh", "nguồn", "hình", "video")
        ):
            named = zone.span.of(text)
            found = next((a for a in AGENCIES if re.search(rf"(?<!\w){re.escape(a)}(?!\w)", named)), None)
            if found:
                return found
    return None


def _outlet(line: str) -> str | None:
    """The outlet named beside its agency in a signature: ``Đinh Thùy Dung (TTXVN/Vietnam+)``."""
    match = _BESIDE_AGENCY.search(line)
    return match[2].strip() if match and match[1] in AGENCIES else None


def _signature(text: str, zones: tuple[Zone, ...]) -> str | None:
    for zone in reversed(zones):
        if zone.kind == "byline":
            line = zone.span.of(text)
            if not _credits_or_source(line) and not read_stamp(line):
                return _BRACKETS.sub("", line).strip(" ./-–") or None
    return None


def _credits_or_source(line: str) -> bool:
    return (
        fold(line)
        .lstrip("([ -–")
        .startswith(("ảnh", "nguồn", "hình", "video", "clip", "đồ h", "theo ", "photo", "tranh"))
    )


def _url(lines: list[str]) -> str | None:
    return next((m[0].rstrip(".,;") for line in lines if (m := _URL.search(line))), None)
