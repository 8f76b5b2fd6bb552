"""Rows 20 and 21: a k-d tree of earth-centred coordinates finds by chord, pyproj decides.

    within_kdtree.py POSITIONS CENTRES [count]

Making the tree does not count. The answer is the numbers of all positions found, ascending, or how
many they are.
"""

import sys

import numpy as np
from scipy.spatial import cKDTree

import measured
from positions import centres, distances, earth_centred, positions

places = positions(sys.argv[1])
tree = cKDTree(earth_centred(places))
middles, radii = centres(sys.argv[2])


def search():
    found = []
    for middle, point, radius in zip(middles, earth_centred(middles), radii):
        near = np.array(tree.query_ball_point(point, radius + 0.001), dtype=int)
        found.append(near[distances(middle, places[near]) <= radius])
    return found


seconds, found = measured.cpu(search)
if "count" in sys.argv:
    answer = measured.checksum(f"{len(one)};" for one in found)
else:
    answer = measured.checksum("".join(f"{number} " for number in sorted(one)) + ";" for one in found)
measured.tell(seconds, len(middles), answer)
