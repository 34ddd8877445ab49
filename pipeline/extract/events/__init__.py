"""Happenings that one article reports or mentions: type, name, date, place, organisers, participants and roles."""
