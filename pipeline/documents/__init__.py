"""From the bytes of one input to one ``Document``: its text, its zones, and what it says of itself.

Belongs here: input formats (txt, html, jsonl, parquet, folders, archives), zones (title, caption, furniture ...),
title, by-line, agency and publication date. Parsers are pure; only ``inputs`` opens files.
Does not: finding facts in the text.
"""
