"""What the peers of distance share: positions, centres, earth-centred coordinates."""

import csv

import numpy as np
import pyproj

GEOD = pyproj.Geod(ellps="WGS84")


def positions(path):
    """Pairs of latitude and longitude."""
    return np.fromfile(path, dtype="<f8").reshape(-1, 2)


def centres(path):
    """Pairs of latitude and longitude, and radii in metres, of a batch."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    places = [[float(part) for part in row["place"].split(",")] for row in rows]
    radii = [1000 * float(row["within"].removesuffix("km")) for row in rows]
    return np.array(places), np.array(radii)


def earth_centred(places):
    """X, Y, Z in metres on the ellipsoid: no chord is longer than its geodesic."""
    latitude, longitude = np.radians(places[:, 0]), np.radians(places[:, 1])
    flattening = 1 / 298.257223563
    squared = flattening * (2 - flattening)
    radius = 6378137 / np.sqrt(1 - squared * np.sin(latitude) ** 2)
    return np.column_stack([
        radius * np.cos(latitude) * np.cos(longitude),
        radius * np.cos(latitude) * np.sin(longitude),
        radius * (1 - squared) * np.sin(latitude),
    ])


def distances(centre, places):
    """Geodesics from one position to many, in metres."""
    latitudes, longitudes = np.full(len(places), centre[0]), np.full(len(places), centre[1])
    return GEOD.inv(longitudes, latitudes, places[:, 1], places[:, 0])[2]
