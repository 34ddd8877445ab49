"""Official documents that one article names: symbols, numbers, names, issuers, dates of issue, short forms."""
