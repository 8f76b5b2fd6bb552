"""Row 4: a k-d tree of earth-centred coordinates finds by chord, pyproj decides and measures.

    near_batch_kdtree.py POSITIONS CENTRES > HITS

It gets its positions as the processor has them, which no store could give it faster, and makes ids of
their numbers. The nearest come first.
"""

import sys

import numpy as np
from scipy.spatial import cKDTree

from positions import centres, distances, earth_centred, positions

places = positions(sys.argv[1])
tree = cKDTree(earth_centred(places), balanced_tree=False, compact_nodes=False)
middles, radii = centres(sys.argv[2])
write = sys.stdout.write
write("id,incident_id,distance_m\n")
for row, (middle, point, radius) in enumerate(zip(middles, earth_centred(middles), radii), 1):
    near = np.array(tree.query_ball_point(point, radius + 0.001), dtype=int)
    lengths = distances(middle, places[near])
    order = np.lexsort([near, lengths])
    order = order[lengths[order] <= radius]
    write("".join(
        "%d,INV%08d,%.3f\n" % (row, number, length)
        for number, length in zip((near[order] + 1).tolist(), lengths[order].tolist())
    ))
