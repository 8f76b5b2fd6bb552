"""Folding as Python offers it: case, then what Unicode decomposes; enough for the invented names."""

import unicodedata


def fold(name):
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
