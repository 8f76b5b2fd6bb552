"""Row 14: hyperscan, all names of each report within word bounds; compiling does not count.

    find_names_hyperscan.py DUMP REPORTS
"""

import re
import sys

import hyperscan

import measured

names = measured.column(sys.argv[1], 1)
texts = measured.reports(sys.argv[2])
database = hyperscan.Database()
database.compile(
    expressions=[rb"\b" + re.escape(name) + rb"\b" for name in names],
    ids=list(range(len(names))),
    elements=len(names),
    flags=hyperscan.HS_FLAG_SINGLEMATCH,
)
found = 0


def note(*_):
    global found
    found += 1


def search():
    for text in texts:
        database.scan(text, match_event_handler=note)


seconds, _ = measured.cpu(search)
measured.tell(seconds, sum(map(len, texts)) + len(texts), f"{found} names")
