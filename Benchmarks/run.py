#!/usr/bin/env python3
"""Measures the project's jobs against the best other programs, and writes RESULTS.md.

    Benchmarks/run.py [--quick] [--large] [--only TEXT] [--python PYTHON]

Answers are compared before times are read; a peer that is not installed is said to be so. A ratio a
fifth below the one committed ends with status 1, and RESULTS.md stays as it is. README.md says more.
"""

import argparse
import hashlib
import os
import pathlib
import subprocess
import sys

import measuring
import results
import rows_distance
import rows_maps
import rows_names
import rows_store
from bench import HERE, MEGABYTE, Bench

PARTS = {False: (10_000, 200_000, 2_000_000), True: (300, 600, 1_000)}


def groups(bench, is_large):
    """The jobs, by the numbers of their rows: each gives its rows when it is called."""
    yield from store_jobs(bench, is_large)
    yield from map_jobs(bench)
    yield from distance_jobs(bench, is_large)
    yield from name_jobs(bench, is_large)


def store_jobs(bench, is_large):
    """The jobs of whole commands on a store."""
    many, centres = (5_000, 20) if bench.is_quick else (1_000_000, 1_000)
    yield "help 1", lambda: rows_store.starting(bench)
    for incidents in (many, 10_000_000) if is_large else (many,):
        yield "near 2", lambda: rows_store.near(bench, 2, incidents, 2, 1.2)
        yield "near 3", lambda: rows_store.near(bench, 3, incidents, 25, 2)
        yield "batch 4", lambda: rows_store.near_batch(bench, incidents, centres, 2)
    yield "import 5", lambda: rows_store.importing(bench, many)
    yield "export 6", lambda: rows_store.exporting(bench, many)


def map_jobs(bench):
    """The jobs of drawing maps."""
    quick = bench.is_quick
    sizes = (300, 1_000, 5_000) if quick else (1_000, 100_000, 1_000_000)
    for row, incidents, goal, longest in zip(
            (7, 8, 9), sizes, (6, 20, 25), (None, 6 * MEGABYTE, 3 * MEGABYTE)):
        yield f"render {row}", lambda: rows_maps.render(
            bench, row, incidents, 20 if quick else 1_000, goal, longest)


def distance_jobs(bench, is_large):
    """The jobs of distances, areas and features, within one process."""
    few, many, centres = (1_000, 5_000, 50) if bench.is_quick else (10_000, 1_000_000, 10_000)
    areas, features = (20, 500) if bench.is_quick else (1_000, 200_000)
    sizes = [(20, many, centres, 40), (21, few, centres, 15)]
    if is_large:
        sizes.append((21, 10_000_000, 1_000, 100))
    for row, positions, asked, goal in sizes:
        yield f"within {row}", lambda: rows_distance.within(bench, row, positions, asked, goal)
        yield f"count {row}", lambda: rows_distance.count_within(bench, row, positions, asked, goal)
    yield "nearest 22", lambda: rows_distance.nearest(bench, many, centres, 1.2)
    yield "along 23", lambda: rows_distance.along(bench, many, 200, 8)
    yield "inside 24", lambda: rows_distance.inside(bench, many, areas, 20)
    yield "inverse 25", lambda: rows_distance.inverse(bench, many)
    yield "features 28", lambda: rows_distance.reading(bench, features, 5)


def name_jobs(bench, is_large):
    """The jobs of names."""
    small, middle, large = PARTS[bench.is_quick]
    quick = bench.is_quick
    megabytes, extracted = (1, 1) if quick else (70, 4)
    many, few = (500, 50) if quick else (200_000, 20_000)
    for row, names, goal in ((14, small, 3), (15, middle, 4), (16, large, 6)):
        yield f"find {row}", lambda: rows_names.find_names(
            bench, row, names, megabytes, goal, is_large)
    for names in (middle, large):
        yield "open 16", lambda: rows_names.opening(bench, names)
    for names in (middle, large):
        yield "look-up 17", lambda: rows_names.look_up(bench, names, many, 3)
    yield "similar 18", lambda: rows_names.similar(bench, 18, middle, 1, few, 4)
    yield "similar 19", lambda: rows_names.similar(bench, 19, middle, 2, few // 4, 15)
    yield "millions 19", lambda: rows_names.similar_among_millions(bench, large, few, 10)
    for names, goal in ((middle, 2), (large, 1.5)):
        yield "import 12", lambda: rows_names.importing(bench, names, goal)
    yield "resolve 13", lambda: rows_names.resolving(bench, middle, few, 4)
    for names, goal in ((small, 0.3), (middle, 0.6), (large, 3)):
        yield "extract 10 11", lambda: rows_names.extracting(bench, names, extracted, goal)
    if is_large:
        yield "world 29", lambda: rows_names.world(bench, 12_000_000)


def build():
    """Builds the jobs and the program itself, for release; where the jobs are."""
    command = ["swift", "build", "-c", "release", "--package-path", str(HERE), "--quiet"]
    subprocess.run(command, check=True)
    # As it is delivered; its output is not that of the table.
    subprocess.run([HERE.parent / "Support/build.sh"], check=True, stdout=sys.stderr)
    return HERE / ".build/release"


def inputs_folder(is_quick):
    """Where the inputs are kept: another one whenever the generator changes."""
    sources = sorted((HERE / "Sources/Generate").glob("*.swift"))
    code = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:12]
    base = pathlib.Path(os.environ.get("BENCHMARK_FOLDER", HERE / ".build/inputs"))
    folder = base / f"{code}{'-quick' if is_quick else ''}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="all jobs on tiny inputs")
    parser.add_argument("--large", action="store_true", help="what takes minutes too")
    parser.add_argument("--only", default="", help="jobs whose name or row holds this")
    parser.add_argument("--python", default=sys.executable, help="the Python that has the peers")
    options = parser.parse_args()
    bench = Bench(inputs_folder(options.quick), build(), options.python, options.quick)
    bench.versions["Python"] = sys.version.split()[0]
    print(f"load {os.getloadavg()[0]:.1f}", file=sys.stderr)
    found, failed = [], []
    print(results.HEAD, end="")
    for name, job in groups(bench, options.large):
        if options.only not in name:
            continue
        try:
            for row in job():
                if options.quick:
                    row.goal, row.is_met = "", None
                print(row, flush=True)
                found.append(row)
        except measuring.Failure as error:
            print(error, file=sys.stderr)
            failed.append(error)
    worse = [] if options.quick else results.steps_back(found)
    for row in worse:
        print(f"{row.job}: {row.ratio:.2f}× is a step back", file=sys.stderr)
    if failed or worse:
        sys.exit(1)
    if not options.quick:
        versions = {name: version for name, version in bench.versions.items() if version}
        results.PATH.write_text(results.text(found, versions, bench.hashes))


if __name__ == "__main__":
    main()
