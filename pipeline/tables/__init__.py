"""From resolved entities to the published tables: the connection that runs the SQL, the checks, the files.

Belongs here: everything that holds a DuckDB connection. Does not: rules of language or identity, publication.
"""
