"""Rows 10 and 11: ahocorasick_rs finds names, orjson reads the reports and writes the names found.

    extract.py DUMP < REPORTS

Names only: nothing is folded, resolved, dated or counted. Names within words are dropped.
"""

import sys

import orjson
from ahocorasick_rs import AhoCorasick, MatchKind

import measured

names = [name.decode() for name in measured.column(sys.argv[1], 1)]
automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
for line in sys.stdin.buffer:
    report = orjson.loads(line)
    text = report["text"]
    end = len(text)
    mentions = [
        {"name": names[name], "start": start, "end": stop}
        for name, start, stop in automaton.find_matches_as_indexes(text)
        if not (start and text[start - 1].isalnum()) and not (stop < end and text[stop].isalnum())
    ]
    sys.stdout.buffer.write(orjson.dumps({"id": report["id"], "mentions": mentions}) + b"\n")
