"""From the readings of all documents to entities: who is who, which document, the same event, which day.

Belongs here: pure functions over values, and SQL text; the identifier register. Does not: a connection (``tables``),
reading prose (``extract``).
"""
