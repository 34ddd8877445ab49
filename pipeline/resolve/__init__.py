"""From the readings of all documents to entities: who is who, which document, the same event, which day.

Belongs here: pure functions over values, and SQL text; the identifier register. Does not: a connection (``tables``),
reading prose (``extract``).

How things are linked: what is enough by itself (an office, a body, a register row) is a feature, and nodes that share
one meet at its least node; what is only likely (events, names without an office, documents that share a number) is
scored in blocks. Both grow with the nodes, not with their pairs. A trained record-linkage model (splink) is not used:
it weighs fields that mostly agree or not, while here one office or one ordinal decides, and no labelled pairs are at
hand to estimate its weights; ``tests/golden/bundles`` measures what the rules reach.
"""
