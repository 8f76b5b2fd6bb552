"""Rows 18 and 19: symspellpy, all names within some edits; making its dictionary does not count.

    similar_symspell.py DUMP QUERIES EDITS
"""

import sys

from symspellpy import SymSpell, Verbosity

import measured

edits = int(sys.argv[3])
dictionary = SymSpell(max_dictionary_edit_distance=edits, prefix_length=7)
for name in measured.column(sys.argv[1], 2):
    dictionary.create_dictionary_entry(name.decode(), 1)
queries = measured.lines(sys.argv[2])
seconds, found = measured.cpu(
    lambda: [dictionary.lookup(query, Verbosity.ALL, max_edit_distance=edits) for query in queries]
)
answer = measured.checksum(
    ",".join(sorted(f"{one.distance} {one.term}" for one in all_found)) + ";"
    for all_found in found
)
measured.tell(seconds, len(queries), answer)
