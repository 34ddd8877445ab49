"""Writing ``index.html``: markup, style, script and packed data in one file that opens from the disk, offline.

Belongs here: putting the parts together. Does not: which rows are shown (``data``), how (``page.js``).
"""

from __future__ import annotations

import base64
import gzip
import json
from html import escape
from pathlib import Path
from typing import Any

from pipeline.explorer.data import evidence, vocabularies, workbook
from pipeline.release.draft import ABOUT_EN, ABOUT_VI, TITLE_EN, TITLE_VI, Draft
from pipeline.release.rights import linked

PAGE = "index.html"
_FOLDER = Path(__file__).parent
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"


def write_page(draft: Draft) -> None:
    """Write ``index.html`` of a release; the same tables give the same bytes."""
    parts = {
        "policy": _POLICY,
        "title": f"{TITLE_VI} · {draft.version}",
        "description": escape(f"{ABOUT_VI} {ABOUT_EN}", quote=True),
        "heading_vi": TITLE_VI,
        "heading_en": TITLE_EN,
        "about_vi": ABOUT_VI,
        "about_en": ABOUT_EN,
        "version": draft.version,
        "date": draft.release_date,
        "linked": json.dumps(linked(draft), ensure_ascii=False, sort_keys=True).replace("<", "\\u003c"),
        "style": _read("page.css"),
        "script": _read("page.js"),
        "data": packed({"tables": workbook(draft.con), "codes": vocabularies()}),
        "evidence": packed(evidence(draft.con)),
    }
    draft.write(PAGE, filled(_read("page.html"), parts))


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def filled(template: str, parts: dict[str, str]) -> str:
    """The template with each ``{{name}}`` replaced once, by its part as it is; parts are not searched again."""
    pieces = template.split("{{")
    texts = [pieces[0]]
    for piece in pieces[1:]:
        name, _, rest = piece.partition("}}")
        texts += [parts[name], rest]
    return "".join(texts)


def packed(value: Any) -> str:
    """A value as JSON, gzip and base64, so that it stands in a page without escaping; no clock in the gzip header."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode()
