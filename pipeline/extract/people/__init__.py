"""People that one article names, the titles it gives them, and the short forms that lead back to them."""
