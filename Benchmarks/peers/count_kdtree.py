"""Rows 20 and 21: how many are within, by two counts in a k-d tree; pyproj decides between them only.

    count_kdtree.py POSITIONS CENTRES

A chord is no longer than its geodesic, and a geodesic no longer than the arc over the chord of the
smallest radius of curvature: what lies between the two bounds, each a centimetre wider, is measured.
Making the tree does not count. The answer is the number of positions for each centre.
"""

import sys

import numpy as np
from scipy.spatial import cKDTree

import measured
from positions import centres, distances, earth_centred, positions

CURVATURE = 6_335_439
places = positions(sys.argv[1])
tree = cKDTree(earth_centred(places))
middles, radii = centres(sys.argv[2])


def search():
    points = earth_centred(middles)
    outer = radii + 0.01
    inner = 2 * CURVATURE * np.sin(radii / 2 / CURVATURE) - 0.01
    certain = tree.query_ball_point(points, inner, return_length=True)
    possible = tree.query_ball_point(points, outer, return_length=True)
    for row in np.flatnonzero(certain != possible):
        near = np.array(tree.query_ball_point(points[row], outer[row]), dtype=int)
        certain[row] = np.count_nonzero(distances(middles[row], places[near]) <= radii[row])
    return certain


seconds, counts = measured.cpu(search)
answer = measured.checksum(f"{count};" for count in counts)
measured.tell(seconds, len(middles), answer)
