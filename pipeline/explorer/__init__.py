"""The page of a release, ``index.html``: one file that shows the tables and their evidence in a browser."""
