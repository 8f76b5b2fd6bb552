"""The rows of `render`: polygons and incidents as SVG, beside what other programs draw of them."""

import csv
import re

import measuring
from bench import size, whole, written
from measuring import WrongAnswer
from pictures import MapnikPicture, MatplotlibPicture, OurPicture, Picture

# Where the polygons are, and nine of ten incidents: west, south, east, north.
AREA = "13,37,29,49"
CIRCLE = (
    'width="5" height="5" stroke="#333333" stroke-width="0.5" allow-overlap="true" '
    'ignore-placement="true"')
# The frame is told to a thousandth of a pixel: what lies at its edge may be in or out.
AT_THE_EDGE = 1e-5


def render(bench, row, incidents, polygons, goal, longest=None):
    """Draws a map of one region; its file may have `longest` bytes, or half of mapnik's."""
    job = f"{row} render {size(polygons)} polygons, {size(incidents)} incidents"
    areas = bench.input(f"polygons-{polygons}.geojson", "polygons", polygons)
    points, store = points_of(bench, incidents), bench.store(incidents)
    files = {side: bench.folder / f"map.{side}.svg" for side in ("ours", "mapnik", "circles", "bins")}
    for file in files.values():
        file.unlink(missing_ok=True)
    command = ["render", files["ours"], "--store", store, "--area", AREA, "--basemap", areas]
    ours = written(files["ours"], lambda: bench.ours(*command))
    ours()
    crs, frame = framed(files["ours"])
    description = bench.script(
        "render_mapnik.xml", srs=crs, areas=areas, points=points, circle=CIRCLE)

    def mapnik():
        return bench.peer(
            "render_mapnik.py", description, files["mapnik"], *frame, python=bench.mapnik_python)

    def matplotlib(side, *options):
        return lambda: bench.peer(
            "render_matplotlib.py", areas, points, files[side], crs, *frame, *options)

    drawing = bench.package("pyproj") and bench.package("matplotlib")
    sides = [
        ("mapnik", bench.mapnik(), mapnik, "mapnik", MapnikPicture),
        ("matplotlib", drawing, matplotlib("circles"), "circles", MatplotlibPicture),
        # Easier: how many incidents are in each hexagon, whatever their type.
        ("matplotlib hexbin", drawing, matplotlib("bins", "hexagons"), "bins", Picture),
    ]
    present = []
    for _, version, run, side, kind in sides:
        if version is not None:
            run()
            present.append((files[side], kind))
    measuring.apart(lambda: same_maps(job, files["ours"], present, frame, incidents, polygons))
    if longest is None and bench.mapnik():
        longest = files["mapnik"].stat().st_size / 2
    peers = [(name, version, written(files[side], run)) for name, version, run, side, _ in sides]
    yield from whole(
        bench, job, ours, peers, {"mapnik": goal, "matplotlib": goal}, longest=longest)


def points_of(bench, incidents):
    """What the peers read: positions and types, as a table."""
    path = bench.folder / f"points-{incidents}.csv"
    if not path.exists():
        partial = path.with_suffix(".partial")
        columns = ["longitude", "latitude", "event_type"]
        with open(bench.incidents(incidents), newline="", encoding="utf-8") as table:
            with open(partial, "w", newline="", encoding="utf-8") as points:
                output = csv.DictWriter(points, columns, extrasaction="ignore")
                output.writeheader()
                output.writerows(csv.DictReader(table))
        partial.rename(path)
    return path


def framed(svg):
    """The projection that ours chose, and its frame: pixels across and down, and the corners."""
    with open(svg, encoding="utf-8") as file:
        element = re.search("<georeference[^>]*>", file.read(10_000))[0]
    told = dict(re.findall(r'(\w+)="([^"]*)"', element))
    left, top, right, bottom = map(float, told["window"].split())
    across, _, _, down, x, y = map(float, told["affine"].split())
    corners = (left - x) / across, (bottom - y) / down, (right - x) / across, (top - y) / down
    return told["crs"], (round(right - left), round(bottom - top), *corners)


def same_maps(job, ours, peers, frame, incidents, polygons):
    """Whether all show the polygons, and as many incidents inside the frame."""
    own = OurPicture(ours)
    if own.areas != polygons or own.incidents != own.told or own.total != incidents:
        raise WrongAnswer(
            f"{job}: {own.areas} polygons and {own.incidents} incidents are drawn, and told are "
            f"{own.told} of {own.total}")
    for path, kind in peers:
        picture = kind(path, *frame[:2])
        if kind is Picture:
            continue
        difference = abs(picture.incidents - own.incidents)
        if picture.areas != polygons or difference > AT_THE_EDGE * own.incidents:
            raise WrongAnswer(
                f"{job}: {path.name} has {picture.areas} polygons and {picture.incidents} "
                f"incidents, ours {own.areas} and {own.incidents}")
