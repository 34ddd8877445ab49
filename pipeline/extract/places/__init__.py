"""Places that one article names: countries, provinces, cities, venues; normalised, with their country."""
