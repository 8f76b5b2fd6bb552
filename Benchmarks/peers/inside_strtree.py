"""Row 24: which of many polygons each position is in, by shapely's STR-tree of the polygons.

    inside_strtree.py POSITIONS POLYGONS

Making points, polygons and the tree does not count. The answer is every pair of numbers.
"""

import json
import sys

import numpy as np
import shapely

import measured
from positions import positions

places = shapely.points(positions(sys.argv[1])[:, ::-1])
with open(sys.argv[2], encoding="utf-8") as file:
    features = json.load(file)["features"]
polygons = np.array([shapely.geometry.shape(feature["geometry"]) for feature in features])
tree = shapely.STRtree(polygons)
seconds, (points, areas) = measured.cpu(lambda: tree.query(places, predicate="intersects"))
order = np.lexsort([areas, points])
answer = measured.checksum(f"{point} {area};" for point, area in zip(points[order], areas[order]))
measured.tell(seconds, len(places), answer)
