"""``README.md`` of a release: what stands in the folder, how to open it, how to cite it, in Vietnamese and English.

Belongs here: the guide to the files. Does not: what the columns mean (``codebook``).
"""

from __future__ import annotations

from pipeline.release.draft import ABOUT_EN, ABOUT_VI, TITLE_EN, TITLE_VI, Draft

_FILES = (
    ("index.html", "trang xem và tìm, mở bằng trình duyệt", "a page to browse and search, opens in a browser"),
    ("*.parquet", "mỗi bảng một tệp", "one file a table"),
    ("huunghi.duckdb", "mọi bảng, có khóa (DuckDB 1.1 trở lên)", "all tables, with keys (DuckDB 1.1 and later)"),
    ("huunghi-v1.0.duckdb", "mọi bảng, không khóa, cho DuckDB 1.0", "all tables, without keys, for DuckDB 1.0"),
    ("csv/", "mỗi bảng một tệp, mở được bằng Excel", "one file a table, opens in Excel"),
    ("huunghi.xlsx", "các bảng trong một sổ Excel", "the tables in one workbook"),
    ("entities.ftm.json", "thực thể FollowTheMoney", "FollowTheMoney entities"),
    ("codebook.md, diagram.svg", "nghĩa của từng bảng, cột, mã", "what each table, column and code means"),
    ("CHANGELOG.md, diff/", "thay đổi so với bản trước", "what changed from the release before"),
    ("quality.json", "mức đầy đủ và chính xác", "how complete and how right it is"),
    ("datapackage.json, croissant.json, dataset.jsonld", "mô tả cho máy đọc", "descriptions for machines"),
    ("CITATION.cff, LICENSE-DATA.md", "cách trích dẫn, quyền sử dụng", "how to cite, and rights"),
    ("identifiers/", "sổ mã định danh", "the register of identifiers"),
    ("manifest.json, SHA256SUMS", "để kiểm tra", "to verify with"),
)
_QUERY = "SELECT date_edtf, name, place FROM events ORDER BY date_earliest"


def write_guide(draft: Draft) -> None:
    """Write ``README.md``."""
    lines = [f"# {TITLE_VI} / {TITLE_EN}", "", f"{draft.version} ({draft.release_date})", "", ABOUT_VI, "", ABOUT_EN]
    lines += ["", "| tệp / file | nội dung | content |", "|---|---|---|"]
    lines += [f"| `{name}` | {vi} | {en} |" for name, vi, en in _FILES]
    lines += ["", "```sh", f'duckdb huunghi.duckdb "{_QUERY}"', "sha256sum --check SHA256SUMS", "```", ""]
    lines += ["```python", "import polars", 'events = polars.read_parquet("events.parquet")', "```"]
    draft.write("README.md", "\n".join(lines) + "\n")
