"""``datapackage.json`` (Data Package v2) and ``croissant.json`` (Croissant 1.1), from the declarations.

Belongs here: the two descriptors. Does not: the declarations (``schemas``), rights (``rights``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.release.draft import ABOUT_EN, ABOUT_VI, KEYWORDS, TITLE_EN, Draft
from pipeline.release.manifest import sha256_file
from pipeline.release.rights import LICENCE, PUBLISHER
from schemas import Column, columns, info, keys, resource_schema

PARQUET = "application/vnd.apache.parquet"
_CROISSANT_TYPES = {
    "text": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}


def write_package(draft: Draft) -> None:
    """Write ``datapackage.json``: one resource a table, its CSV file, with the Parquet file beside it."""
    draft.write_json(
        "datapackage.json",
        {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "huunghi",
            "title": TITLE_EN,
            "description": f"{ABOUT_EN} {ABOUT_VI}",
            "version": draft.version,
            "created": f"{draft.release_date}T00:00:00Z",
            "keywords": list(KEYWORDS),
            "licenses": [LICENCE],
            "contributors": [{"title": PUBLISHER, "roles": ["creator"]}],
            "resources": [_resource(draft, table) for table in draft.tables],
        },
    )


def _resource(draft: Draft, table: str) -> dict[str, Any]:
    path, parquet = f"csv/{table}.csv", f"{table}.parquet"
    file = draft.folder / path
    return {
        "name": table,
        "type": "table",
        "description": f"{info(table).vi} / {info(table).en}",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": _hash(file),
        "rowCount": draft.tables[table].rows,
        "schema": resource_schema(table),
        "alternates": [
            {"path": parquet, "mediatype": PARQUET, "hash": f"sha256:{sha256_file(draft.folder / parquet)}"}
        ],
    }


def _hash(path: Path) -> str:
    return f"sha256:{sha256_file(path)}"


def write_croissant(draft: Draft) -> None:
    """Write ``croissant.json``: a file and a record set a table, on the Parquet files."""
    draft.write_json(
        "croissant.json",
        {
            "@context": _CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.1",
            "name": "huunghi",
            "description": f"{ABOUT_EN} {ABOUT_VI}",
            "version": draft.version,
            "datePublished": draft.release_date,
            "license": LICENCE["path"],
            "citeAs": f"{PUBLISHER}. {TITLE_EN}, {draft.version}.",
            "creator": {"@type": "sc:Organization", "name": PUBLISHER},
            "inLanguage": ["vi", "en"],
            "keywords": list(KEYWORDS),
            "distribution": [_file_object(draft, table) for table in draft.tables],
            "recordSet": [_record_set(table) for table in draft.tables],
        },
    )


def _file_object(draft: Draft, table: str) -> dict[str, Any]:
    path = f"{table}.parquet"
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "encodingFormat": "application/x-parquet",
        "contentSize": f"{(draft.folder / path).stat().st_size} B",
        "sha256": sha256_file(draft.folder / path),
    }


def _record_set(table: str) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table,
        "name": table,
        "description": f"{info(table).vi} / {info(table).en}",
        "key": [{"@id": f"{table}/{name}"} for name in keys(table)],
        "field": [_croissant_field(table, c) for c in columns(table)],
    }


def _croissant_field(table: str, column: Column) -> dict[str, Any]:
    """A field; references stand in ``datapackage.json`` alone, since Croissant's may not run in a circle."""
    return {
        "@type": "cr:Field",
        "@id": f"{table}/{column.name}",
        "name": column.name,
        "description": f"{column.vi} / {column.en}",
        "dataType": _CROISSANT_TYPES[column.type],
        "source": {"fileObject": {"@id": f"{table}.parquet"}, "extract": {"column": column.name}},
    }


_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
    "value": "cr:value",
}
