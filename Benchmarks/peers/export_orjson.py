"""Row 6: sqlite3 reads a GeoPackage, orjson writes a feature a line.

    export_orjson.py STORE FEATURES ID COLUMN...

The columns become properties; latitude and longitude have columns of their own in the store.
"""

import sqlite3
import sys

import orjson

store, path, name, *columns = sys.argv[1:]
database = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
listed = ", ".join(f'"{column}"' for column in columns)
rows = database.execute(f'select longitude, latitude, "{name}", {listed} from incidents order by fid')
with open(path, "wb", buffering=1 << 20) as file:
    file.write(b'{"type":"FeatureCollection","name":"incidents","features":[\n')
    between = b""
    for longitude, latitude, incident, *values in rows:
        feature = {
            "type": "Feature",
            "id": incident,
            "geometry": longitude is not None
            and {"type": "Point", "coordinates": [longitude, latitude]} or None,
            "properties": dict(zip(columns, values)),
        }
        file.write(between + orjson.dumps(feature))
        between = b",\n"
    file.write(b"\n]}\n")
