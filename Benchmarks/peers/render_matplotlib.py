"""Rows 7 to 9: matplotlib draws areas, and incidents as circles coloured by type, as SVG.

    render_matplotlib.py AREAS POINTS SVG PROJECTION WIDTH HEIGHT WEST SOUTH EAST NORTH [hexagons]

The corners are in the units of the projection, the size is in pixels. pyproj projects. A line of
markers a type takes a third of the time of one collection with a colour a point. With "hexagons" the
points are only counted in hexagons, whatever their type.
"""

import json
import sys

import matplotlib
import numpy as np
import pyproj
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

COLORS = {
    "Protests": "#0072b2",
    "Riots": "#e69f00",
    "Battles": "#d55e00",
    "Explosions/Remote violence": "#882255",
    "Violence against civilians": "#cc79a7",
    "Strategic developments": "#56b4e9",
}

areas, points, path, projection = sys.argv[1:5]
width, height, west, south, east, north = map(float, sys.argv[5:11])
project = pyproj.Transformer.from_crs(4326, projection, always_xy=True).transform

table = np.loadtxt(points, delimiter=",", skiprows=1, dtype="f8,f8,U26")
x, y = project(table["f0"], table["f1"])
inside = (x >= west) & (x <= east) & (y >= south) & (y <= north)
x, y, types = x[inside], y[inside], table["f2"][inside]

with open(areas, "rb") as file:
    features = json.load(file)["features"]
rings = [np.array(feature["geometry"]["coordinates"][0]) for feature in features]
corners = np.concatenate(rings)
projected = np.column_stack(project(corners[:, 0], corners[:, 1]))
rings = np.split(projected, np.cumsum([len(ring) for ring in rings])[:-1])

# An inch of matplotlib's SVG has 72 pixels. Without a date, and with ids that do not vary.
matplotlib.rcParams["svg.hashsalt"] = "incidents"
figure = Figure(figsize=(width / 72, height / 72))
FigureCanvasSVG(figure)
axes = figure.add_axes((0, 0, 1, 1), xlim=(west, east), ylim=(south, north))
axes.set_axis_off()
axes.add_collection(
    PolyCollection(rings, facecolor="#efece5", edgecolor="#857b6d", linewidth=0.5), autolim=False)
if sys.argv[11:] == ["hexagons"]:
    axes.hexbin(x, y, gridsize=50, mincnt=1, extent=(west, east, south, north))
else:
    for kind, color in COLORS.items():
        one = types == kind
        axes.plot(
            x[one], y[one], "o", color=color, markersize=5, markeredgecolor="#333333",
            markeredgewidth=0.5, scalex=False, scaley=False)
figure.savefig(path, metadata={"Date": None})
