"""The rows of the parts that measure distances, look inside polygons and read features."""

import measuring
from bench import MEGABYTE, compared, size


def within(bench, row, incidents, count, goal):
    """Which of many positions are within 1 to 25 km of each centre."""
    job = f"{row} which of {size(incidents)} positions are within 1 to 25 km"
    positions, centres = bench.positions(incidents), bench.centres(count)
    pyproj = bench.package("pyproj")
    peers = [
        ("cKDTree + pyproj", pyproj and bench.package("scipy"),
         lambda: bench.peer("within_kdtree.py", positions, centres)),
        ("STRtree + pyproj", pyproj and bench.package("shapely"),
         lambda: bench.peer("within_strtree.py", positions, centres)),
    ]
    ours = lambda: bench.job("within", positions, centres)
    yield from compared(bench, job, ours, peers, {name: goal for name, _, _ in peers})


def count_within(bench, row, incidents, count, goal):
    """How many of them; one of the peers is told what ours knows of chords."""
    job = f"{row} how many of {size(incidents)} positions are within 1 to 25 km"
    positions, centres = bench.positions(incidents), bench.centres(count)
    version = bench.package("pyproj") and bench.package("scipy")
    peers = [
        ("cKDTree + pyproj", version,
         lambda: bench.peer("within_kdtree.py", positions, centres, "count")),
        ("cKDTree with bounds of chords", version,
         lambda: bench.peer("count_kdtree.py", positions, centres)),
    ]
    ours = lambda: bench.job("count", positions, centres)
    yield from compared(bench, job, ours, peers, {"cKDTree + pyproj": goal})


def nearest(bench, incidents, count, goal):
    """The order by chord is easier to have, and nearly always the same; it gives no distances."""
    job = f"22 the 10 nearest of {size(incidents)} positions, with distances"
    positions, centres = bench.positions(incidents), bench.centres(count)
    scipy = bench.package("scipy")
    peers = [
        ("cKDTree + pyproj", scipy and bench.package("pyproj"),
         lambda: bench.peer("nearest_kdtree.py", positions, centres)),
        ("cKDTree by chord only", scipy and bench.package("pyproj"),
         lambda: bench.peer("nearest_kdtree.py", positions, centres, "chord")),
    ]
    ours = lambda: bench.job("nearest", positions, centres)
    yield from compared(bench, job, ours, peers, {"cKDTree + pyproj": goal})


def along(bench, incidents, vertices, goal):
    """The peer's set is that of the plane: it may differ by what the map's scale does, and a little."""
    job = f"23 within 5 km of a line of {vertices} vertices, {size(incidents)} positions"
    positions = bench.positions(incidents)
    line = bench.input(f"line-{vertices}.geojson", "line", vertices)
    version = bench.package("pyproj") and bench.package("shapely")
    peers = [("STRtree in UTM", version, lambda: bench.peer("along_strtree.py", positions, line))]
    ours = lambda: bench.job("along", positions, line)
    similar = lambda one, other: abs(int(one) - int(other)) <= 2 + int(other) // 200
    yield from compared(
        bench, job, ours, peers, {"STRtree in UTM": goal}, unit=(1, "/s"), same=similar)


def inside(bench, incidents, areas, goal):
    job = f"24 {size(incidents)} positions in {size(areas)} polygons"
    positions = bench.positions(incidents)
    polygons = bench.input(f"polygons-{areas}.geojson", "polygons", areas)
    version = bench.package("shapely")
    peers = [("shapely STRtree", version, lambda: bench.peer("inside_strtree.py", positions, polygons))]
    ours = lambda: bench.job("inside", positions, polygons)
    yield from compared(
        bench, job, ours, peers, {"shapely STRtree": goal}, unit=(MEGABYTE, "M/s"))


def inverse(bench, incidents):
    job = "25 geodesic inverse"
    positions = bench.positions(incidents)
    program, version = bench.compiled("inverse_libproj.c", "proj")
    peers = [
        ("libproj from C", version, lambda: measuring.run([program, positions])),
        ("pyproj", bench.package("pyproj"), lambda: bench.peer("inverse_pyproj.py", positions)),
    ]
    ours = lambda: bench.job("inverse", positions)
    yield from compared(
        bench, job, ours, peers, {"libproj from C": 0.95}, unit=(MEGABYTE, "M/s"))


def reading(bench, features, goal):
    job = f"28 read {size(features)} features of GeoJSON"
    path = bench.input(f"features-{features}.geojson", "geojson", features)
    version = bench.package("orjson")
    peers = [("orjson", version, lambda: bench.peer("read_geojson.py", path))]
    ours = lambda: bench.job("read-geojson", path)
    yield from compared(
        bench, job, ours, peers, {"orjson": goal}, unit=(MEGABYTE, "M/s"), limit=30 * MEGABYTE)
