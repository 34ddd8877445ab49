"""The line from bytes to release: text -> documents -> extract -> resolve -> tables -> release.

Imports go one way, from the right of that line to its left; ``orchestration`` and ``cli`` stand above all.
Importing a folder loads nothing that the folder does not need: no dagster, duckdb, pandera, polars or pyarrow
below ``batch``. ``tests/architecture`` reads the imports and fails on an arrow the wrong way.
"""
