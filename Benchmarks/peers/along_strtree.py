"""Row 23: what lies within 5 km of a line, by shapely's STR-tree in UTM.

    along_strtree.py POSITIONS LINE

In the plane: the map of the zone lengthens or shortens by up to a thousandth, so its set is not quite
that of the ellipsoid. Projecting the positions and making the tree do not count.
"""

import sys

import numpy as np
import pyproj
import shapely

import measured
from positions import positions

places = positions(sys.argv[1])
projected = pyproj.Transformer.from_crs(4326, 32634, always_xy=True).transform
x, y = projected(places[:, 1], places[:, 0])
# What is on the other side of the earth has no place on this map.
seen = np.isfinite(x) & np.isfinite(y)
tree = shapely.STRtree(shapely.points(x[seen], y[seen]))
with open(sys.argv[2], encoding="utf-8") as file:
    line = shapely.from_geojson(file.read())
line = shapely.transform(line, lambda pairs: np.column_stack(projected(pairs[:, 0], pairs[:, 1])))
ROUNDS = 20
seconds, found = measured.cpu(
    lambda: [tree.query(line, predicate="dwithin", distance=5000) for _ in range(ROUNDS)]
)
measured.tell(seconds, ROUNDS, len(found[0]))
