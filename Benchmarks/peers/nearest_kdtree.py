"""Row 22: the ten nearest by chord in a k-d tree, all centres in one call; making it does not count.

    nearest_kdtree.py POSITIONS CENTRES

A chord orders as the geodesic does but for millimetres. The answer is the positions' numbers; those
of each centre are put into the exact order outside the clock.
"""

import sys

from scipy.spatial import cKDTree

import measured
from positions import centres, distances, earth_centred, positions

places = positions(sys.argv[1])
tree = cKDTree(earth_centred(places))
middles, _ = centres(sys.argv[2])
points = earth_centred(middles)
seconds, (_, found) = measured.cpu(lambda: tree.query(points, k=min(10, len(places))))
ordered = [
    [number for _, number in sorted(zip(distances(middle, places[near]), near))]
    for middle, near in zip(middles, found)
]
answer = measured.checksum("".join(f"{number} " for number in one) + ";" for one in ordered)
measured.tell(seconds, len(middles), answer)
