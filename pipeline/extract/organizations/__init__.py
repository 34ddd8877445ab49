"""Bodies that one article names: by the register, by grammar, by abbreviations it defines."""
