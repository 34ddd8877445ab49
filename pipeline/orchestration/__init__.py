"""The pipeline as Dagster assets, checks, sensors and schedules.

Belongs here: everything that imports dagster, and nothing else. An asset loads, calls one function, stores, and
reports what it did as metadata.
"""
