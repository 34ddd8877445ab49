"""What is true of any Vietnamese text: decoding, folding, EDTF, sentences, capitalised runs, phrase look-up.

Belongs here: pure functions over strings that know no register, no document and no kind of fact.
Does not: anything that reads a file, or that knows what a mention is.
"""
