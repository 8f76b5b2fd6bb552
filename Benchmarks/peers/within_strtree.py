"""Rows 20 and 21: shapely's STR-tree finds by box, pyproj decides.

    within_strtree.py POSITIONS CENTRES

Making the tree does not count. The answer is the numbers of all positions found, ascending.
"""

import sys

import numpy as np
import shapely

import measured
from positions import centres, distances, positions

places = positions(sys.argv[1])
tree = shapely.STRtree(shapely.points(places[:, ::-1]))
middles, radii = centres(sys.argv[2])


def search():
    # A degree is nowhere shorter than 110.5 km northwards; the centres are far from the poles.
    high = radii / 110_500
    wide = high / np.cos(np.radians(np.abs(middles[:, 0]) + high))
    boxes = shapely.box(
        middles[:, 1] - wide, middles[:, 0] - high, middles[:, 1] + wide, middles[:, 0] + high)
    found = []
    for middle, box, radius in zip(middles, boxes, radii):
        near = tree.query(box)
        found.append(near[distances(middle, places[near]) <= radius])
    return found


seconds, found = measured.cpu(search)
answer = measured.checksum("".join(f"{number} " for number in sorted(one)) + ";" for one in found)
measured.tell(seconds, len(middles), answer)
