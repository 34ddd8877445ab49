"""From checked tables to an immutable, described, comparable release folder; reading and withdrawing releases."""
