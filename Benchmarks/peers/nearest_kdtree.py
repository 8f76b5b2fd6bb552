"""Row 22: the ten nearest, in one call for all centres, in a k-d tree of earth-centred coordinates.

    nearest_kdtree.py POSITIONS CENTRES          pyproj measures them and puts them in order
    nearest_kdtree.py POSITIONS CENTRES chord    in the order of their chords, without distances

Making the tree does not count. The answer is the numbers of the positions, in the order of their
geodesics: those of chords are put in it outside the clock, for millimetres may change it.
"""

import sys

import numpy as np
from scipy.spatial import cKDTree

import measured
from positions import GEOD, centres, earth_centred, positions

places = positions(sys.argv[1])
tree = cKDTree(earth_centred(places))
middles, _ = centres(sys.argv[2])
count = min(10, len(places))


def by_chord():
    return tree.query(earth_centred(middles), k=count)[1]


def by_geodesic(found):
    near = places[found.ravel()]
    of = np.repeat(middles, count, axis=0)
    lengths = GEOD.inv(of[:, 1], of[:, 0], near[:, 1], near[:, 0])[2].reshape(found.shape)
    order = np.lexsort([found, lengths])
    return np.take_along_axis(found, order, axis=1), np.take_along_axis(lengths, order, axis=1)


if "chord" in sys.argv:
    seconds, found = measured.cpu(by_chord)
    found = by_geodesic(found)[0]
else:
    seconds, (found, _) = measured.cpu(lambda: by_geodesic(by_chord()))
answer = measured.checksum("".join(f"{number} " for number in one) + ";" for one in found)
measured.tell(seconds, len(middles), answer)
