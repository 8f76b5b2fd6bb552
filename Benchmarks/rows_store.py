"""The rows of whole commands that ask, fill and write a store."""

import csv
import hashlib
import json
import sqlite3

import measuring
from bench import MEGABYTE, size, whole
from measuring import WrongAnswer

CENTRE = (43.1039, 20.8028)
# What a distance printed with three decimals may differ by from the exact one.
PRINTED = 0.00051


def starting(bench):
    ours = lambda: bench.ours("--help", stdout=bench.folder / "help.txt")
    peer = lambda: measuring.run(["ogrinfo", "--version"])
    yield from whole(
        bench, "1 --help", ours, [("ogrinfo --version", bench.gdal(), peer)],
        {"ogrinfo --version": 4})


def near(bench, row, incidents, kilometres, goal):
    """One question to a store, the program started for it; pages that were read stay in memory."""
    job = f"{row} near --within {kilometres}km, {size(incidents)} incidents"
    ours_out, peer_out = bench.folder / "near.json", bench.folder / "near.spatialite.json"
    place = ",".join(map(str, CENTRE))
    question = ["near", place, "--within", f"{kilometres}km", "--format", "json"]
    store = bench.store(incidents)
    ours = lambda: bench.ours(*question, "--store", store, stdout=ours_out)
    version = bench.spatialite()
    peers = [("SpatiaLite", version, None)]
    if version:
        database = spatialite_store(bench, incidents)
        script = bench.script(
            "near_spatialite.sql", latitude=CENTRE[0], longitude=CENTRE[1], radius=1000 * kilometres)
        command = ["sqlite3", "-batch", database]
        peers = [
            ("SpatiaLite", version, lambda: measuring.run(command, stdin=script, stdout=peer_out))]
        ours()
        peers[0][2]()
        measuring.apart(lambda: same_hits(job, *near_hits(ours_out, peer_out)))
    yield from whole(bench, job, ours, peers, {"SpatiaLite": goal})


def near_hits(ours, theirs):
    incidents = json.loads(ours.read_bytes())["incidents"]
    rows = json.loads(theirs.read_bytes() or b"[]")
    return (
        ((hit["incident_id"], hit["distance_m"]) for hit in incidents),
        ((row["event_id_cnty"], row["distance_m"]) for row in rows))


def spatialite_store(bench, incidents):
    path = bench.folder / f"incidents-{incidents}.sqlite"
    if not path.exists():
        partial = path.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        script = bench.script("store_spatialite.sql", csv=bench.incidents(incidents))
        measuring.run(["sqlite3", "-batch", partial], stdin=script)
        partial.rename(path)
    return path


def near_batch(bench, incidents, count, goal):
    job = f"4 near --batch, {size(count)} centres, {size(incidents)} incidents"
    centres, store = bench.centres(count), bench.store(incidents)
    ours_out, peer_out = bench.folder / "batch.csv", bench.folder / "batch.peer.csv"
    command = ["near", "--batch", centres, "--format", "csv", "--fields", "incident_id,distance_m"]
    ours = lambda: bench.ours(*command, "--store", store, stdout=ours_out)
    version = bench.package("scipy") and bench.package("pyproj")
    positions = bench.positions(incidents)
    peer = lambda: bench.peer("near_batch_kdtree.py", positions, centres, stdout=peer_out)
    if version:
        ours()
        peer()
        measuring.apart(lambda: same_hits(job, batch_hits(ours_out), batch_hits(peer_out)))
    peers = [("cKDTree + pyproj", version, peer)]
    yield from whole(bench, job, ours, peers, {"cKDTree + pyproj": goal})


def batch_hits(path):
    with open(path, newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        for centre, incident, distance in rows:
            yield (centre, incident), float(distance)


def same_hits(job, ours, theirs):
    """Whether both have found the same, in the same order, at the same distances."""
    for number, (one, other) in enumerate(pairs(ours, theirs), 1):
        if one is None or other is None or one[0] != other[0] or abs(one[1] - other[1]) > 2 * PRINTED:
            raise WrongAnswer(f"{job}: hit {number} is {one} and the peer's {other}")


def pairs(ours, theirs):
    """Both side by side, None where one has ended."""
    ours, theirs = iter(ours), iter(theirs)
    while True:
        one, other = next(ours, None), next(theirs, None)
        if one is None and other is None:
            return
        yield one, other


def importing(bench, incidents):
    job = f"5 import a table of {size(incidents)} incidents, with R-tree"
    table = bench.incidents(incidents)
    stores = {side: bench.folder / f"imported.{side}.gpkg" for side in ("ours", "pandas", "ogr")}

    def made(side, run):
        def make():
            stores[side].unlink(missing_ok=True)
            return run(stores[side])
        return make

    options = [
        "-nln", "incidents", "-a_srs", "EPSG:4326", "-oo", "X_POSSIBLE_NAMES=longitude",
        "-oo", "Y_POSSIBLE_NAMES=latitude", "-oo", "KEEP_GEOM_COLUMNS=YES",
        "-oo", "AUTODETECT_TYPE=YES", "--config", "OGR_SQLITE_CACHE", "512"]
    ours = made("ours", lambda store: bench.ours("import", table, "--store", store, "--quiet"))
    pandas = made("pandas", lambda store: bench.peer("import_geopandas.py", table, store))
    ogr = made(
        "ogr", lambda store: measuring.run(["ogr2ogr", "-f", "GPKG", store, table, *options]))
    peers = [
        ("geopandas + pyogrio", bench.package("geopandas") and bench.package("pyogrio"), pandas),
        ("ogr2ogr", bench.gdal(), ogr),
    ]
    ours()
    expected = content(stores["ours"])
    if expected[0] != incidents:
        raise WrongAnswer(f"{job}: {expected[0]} rows are in the store")
    for (_, version, run), side in zip(peers, ("pandas", "ogr")):
        if version is not None:
            run()
            if content(stores[side]) != expected:
                raise WrongAnswer(f"{job}: {side} has {content(stores[side])} and we {expected}")
    yield from whole(
        bench, job, ours, peers, {"geopandas + pyogrio": 2.5, "ogr2ogr": 4}, 300 * MEGABYTE)


def content(path):
    """How many rows a GeoPackage has, how many its R-tree, and sums of their positions."""
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    column = database.execute(
        "select column_name from gpkg_geometry_columns where table_name = 'incidents'").fetchone()[0]
    [check] = database.execute(f"select rtreecheck('rtree_incidents_{column}')").fetchone()
    if check != "ok":
        raise WrongAnswer(f"{path.name}: {check}")
    [boxes] = database.execute(f"select count(*) from rtree_incidents_{column}").fetchone()
    sums = "sum(cast(round(1e6 * latitude) as integer)), sum(cast(round(1e6 * longitude) as integer))"
    found = database.execute(f"select count(*), {sums} from incidents").fetchone()
    database.close()
    return *found, boxes


def exporting(bench, incidents):
    job = f"6 export {size(incidents)} incidents as GeoJSON"
    store = bench.store(incidents)
    outs = {side: bench.folder / f"exported.{side}.geojson" for side in ("ours", "python", "ogr", "sql")}
    ours = lambda: bench.ours("export", outs["ours"], "--store", store, "--force")
    ours()
    # The peers write the columns that we write.
    columns = list(next(features(outs["ours"]))["properties"])
    python = lambda: bench.peer(
        "export_orjson.py", store, outs["python"], "incident_id", *columns)

    def ogr():
        outs["ogr"].unlink(missing_ok=True)
        return measuring.run([
            "ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES", outs["ogr"], store, "incidents",
            "-select", ",".join(columns)])

    properties = ", ".join(f"'{column}', \"{column}\"" for column in columns)
    script = bench.script("export_json.sql", properties=properties)
    command = ["sqlite3", "-batch", "-readonly", store]
    sql = lambda: measuring.run(command, stdin=script, stdout=outs["sql"])
    peers = [
        ("sqlite3 + orjson", bench.package("orjson"), python), ("ogr2ogr", bench.gdal(), ogr),
        ("sqlite3, json_object", bench.sqlite(), sql)]
    for (_, version, run), side in zip(peers, ("python", "ogr", "sql")):
        if version is not None:
            run()
            measuring.apart(
                lambda: same_features(job, features(outs["ours"]), features(outs[side])))
    yield from whole(
        bench, job, ours, peers, {"sqlite3 + orjson": 2, "ogr2ogr": 4}, 100 * MEGABYTE)


def features(path):
    """The features of a collection that has one a line."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.lstrip(",").startswith(('{"type":"Feature",', '{ "type": "Feature",')):
                yield json.loads(line.strip().strip(","))


def same_features(job, ours, theirs):
    """Whether both have the same features, in any order."""
    one, other = content_of(ours), content_of(theirs)
    if one != other:
        raise WrongAnswer(f"{job}: {one[0]} features, the peer's {other[0]}, and they are not the same")


def content_of(features):
    """The number of features, and the sum of their checksums."""
    count = total = 0
    for feature in features:
        text = json.dumps(essence(feature), sort_keys=True)
        total += int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
        count += 1
    return count, total


def essence(feature):
    """What a feature says, whatever the form of its numbers and times."""
    geometry, properties = feature["geometry"], feature["properties"]
    position = geometry and [round(float(value), 6) for value in geometry["coordinates"]]
    return position, {name: plain(value) for name, value in properties.items()}


def plain(value):
    if isinstance(value, str):
        return value.removesuffix("Z").removesuffix(".000")
    return value if value is None else round(float(value), 6)
