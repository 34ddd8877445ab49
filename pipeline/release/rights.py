"""Who may do what with a release, and how it is cited: the licence notice, CITATION.cff, schema.org JSON-LD.

Belongs here: rights and citation. Does not: what the columns mean (``codebook``).
"""

from __future__ import annotations

from typing import Any

from pipeline.release.draft import ABOUT_EN, ABOUT_VI, KEYWORDS, TITLE_EN, TITLE_VI, Draft
from pipeline.release.manifest import sha256_file

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
PUBLISHER = "The Huunghi contributors"
NOTICE = f"""# Quyền sử dụng / Rights

Dữ liệu: [CC BY 4.0]({LICENCE["path"]}). Ghi nguồn: Huunghi, kèm số phiên bản.
Các đoạn trích (cột `quote`, `summary`, tối đa 160 ký tự) và tiêu đề bài viết là lời của các báo, được trích dẫn làm
bằng chứng; giấy phép này không bao gồm chúng. Toàn văn bài viết không được công bố.

The data: [CC BY 4.0]({LICENCE["path"]}). Credit Huunghi, with the version.
Quotes (columns `quote` and `summary`, 160 characters at most) and titles of articles are the newspapers' words, cited
as evidence; this licence does not cover them. No article's body is published.
"""


def write_notice(draft: Draft) -> None:
    """Write ``LICENSE-DATA.md``, the rights of this release."""
    draft.write("LICENSE-DATA.md", NOTICE)


def write_citation(draft: Draft) -> None:
    """Write ``CITATION.cff`` (Citation File Format 1.2.0) of this release."""
    draft.write("CITATION.cff", citation(draft.version, draft.release_date))


def citation(version: str, released: str) -> str:
    """The text of a CITATION.cff for a version of the data."""
    lines = [
        "cff-version: 1.2.0",
        'message: "Nếu bạn dùng dữ liệu này, xin ghi nguồn. If you use these data, please cite them."',
        "type: dataset",
        f'title: "{TITLE_EN}"',
        f'abstract: "{ABOUT_EN}"',
        "authors:",
        f'  - name: "{PUBLISHER}"',
        f'version: "{version}"',
        f"date-released: {released}",
        f"license: {LICENCE['name']}",
        "keywords:",
        *(f'  - "{word}"' for word in KEYWORDS),
    ]
    return "\n".join(lines) + "\n"


def write_linked(draft: Draft) -> None:
    """Write ``dataset.jsonld``: the release as a schema.org Dataset, which search engines read."""
    draft.write_json("dataset.jsonld", linked(draft))


def linked(draft: Draft) -> dict[str, Any]:
    """The schema.org description of a release."""
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": TITLE_EN,
        "alternateName": TITLE_VI,
        "description": f"{ABOUT_EN} {ABOUT_VI}",
        "version": draft.version,
        "datePublished": draft.release_date,
        "license": LICENCE["path"],
        "inLanguage": ["vi", "en"],
        "isAccessibleForFree": True,
        "keywords": list(KEYWORDS),
        "creator": {"@type": "Organization", "name": PUBLISHER},
        "spatialCoverage": {"@type": "Place", "name": "Viet Nam"},
        "distribution": [_download(draft, table) for table in draft.tables],
    }


def _download(draft: Draft, table: str) -> dict[str, Any]:
    path = f"{table}.parquet"
    return {
        "@type": "DataDownload",
        "name": table,
        "contentUrl": path,
        "encodingFormat": "application/vnd.apache.parquet",
        "sha256": sha256_file(draft.folder / path),
    }
