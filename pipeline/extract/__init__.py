"""From one ``Document`` to one ``Reading``: every mention with its span, and what the article says with it.

Belongs here: pure rules of how Vietnamese political prose is written, one folder a kind of fact, and the tables
of words they use. Does not: files, clocks, network, Arrow, SQL; anything that needs a second document.
"""
