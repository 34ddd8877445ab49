"""One pandera model a published table, and the vocabularies: the only place where a column is declared.

Arrow schemas, DuckDB DDL, the codebook and the descriptors are rendered from these models. Imports nothing of
``pipeline``.
"""
