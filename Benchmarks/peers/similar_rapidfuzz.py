"""Row 19: rapidfuzz goes over all names; so slow that only some of the queries are asked.

    similar_rapidfuzz.py DUMP QUERIES EDITS
"""

import sys

from rapidfuzz import process
from rapidfuzz.distance import OSA

import measured

edits = int(sys.argv[3])
names = [name.decode() for name in measured.column(sys.argv[1], 2)]
queries = measured.lines(sys.argv[2])
seconds, found = measured.cpu(
    lambda: [
        process.extract(query, names, scorer=OSA.distance, score_cutoff=edits, limit=None)
        for query in queries
    ]
)
answer = measured.checksum(
    ",".join(sorted(f"{distance} {name}" for name, distance, _ in one)) + ";" for one in found
)
measured.tell(seconds, len(queries), answer)
