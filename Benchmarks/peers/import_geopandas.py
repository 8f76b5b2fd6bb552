"""Row 5: pandas reads the spreadsheet, geopandas writes a GeoPackage with an R-tree through pyogrio.

    import_geopandas.py TABLE STORE
"""

import sys

import geopandas
import pandas

rows = pandas.read_csv(sys.argv[1])
points = geopandas.points_from_xy(rows["longitude"], rows["latitude"], crs=4326)
frame = geopandas.GeoDataFrame(rows, geometry=points)
frame.to_file(sys.argv[2], layer="incidents", driver="GPKG", engine="pyogrio")
