"""Row 13: names looked up in the full-text index of import.sql, an object of JSON each.

    resolve.py DATABASE < NAMES
"""

import sqlite3
import sys

import orjson

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
question = """
select geonameid, place.name, latitude, longitude, code, population
from place_text join place on place.geonameid = place_text.rowid
where place_text match ? and length(place_text.name) < ? limit 20
"""
for line in sys.stdin:
    name = line.rstrip("\n")
    words = len(name.split())
    rows = database.execute(question, (f'"{name}"', 2 * len(name))).fetchall()
    # A phrase is found within longer names too.
    rows = [row for row in rows if len(row[1].split()) == words]
    candidates = [
        {"id": row[0], "name": row[1], "latitude": row[2], "longitude": row[3], "kind": row[4]}
        for row in rows
    ]
    sys.stdout.buffer.write(orjson.dumps({"name": name, "candidates": candidates}) + b"\n")
