"""Calendar expressions of one document, as EDTF.

Belongs here: finding them, and giving them the year that their own article gives. Does not: what needs a register
of documents or another article (``resolve``).
"""
