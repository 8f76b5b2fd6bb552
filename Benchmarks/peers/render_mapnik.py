"""Rows 7 to 9: mapnik draws a map of its own description as SVG, through cairo.

    render_mapnik.py DESCRIPTION SVG WIDTH HEIGHT WEST SOUTH EAST NORTH

The corners are in the units of the map's projection, the size is in pixels.
"""

import sys

import mapnik

description, path = sys.argv[1:3]
sheet = mapnik.Map(int(sys.argv[3]), int(sys.argv[4]))
mapnik.load_map(sheet, description)
sheet.zoom_to_box(mapnik.Box2d(*map(float, sys.argv[5:9])))
mapnik.render_to_file(sheet, path, "svg")
