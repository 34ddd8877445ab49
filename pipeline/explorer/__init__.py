"""The page of a release, ``index.html``: one file that shows the tables and their evidence in a browser.

Belongs here: the page's data, markup, style and script. Does not: what stands in a release (``pipeline.release``).
"""
