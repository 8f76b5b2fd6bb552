"""Row 25: geodesics from each position to the next, by pyproj, as arrays.

    inverse_pyproj.py POSITIONS
"""

import sys

import numpy as np

import measured
from positions import GEOD, positions

places = positions(sys.argv[1])
to = np.roll(places, -1, axis=0)
columns = [np.ascontiguousarray(column) for column in (*places.T, *to.T)]
seconds, (_, _, lengths) = measured.cpu(
    lambda: GEOD.inv(columns[1], columns[0], columns[3], columns[2])
)
measured.tell(seconds, len(places), f"{lengths.sum() / 1000:.0f} km")
