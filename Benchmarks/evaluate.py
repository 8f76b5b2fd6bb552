#!/usr/bin/env python3
"""Measures how well the program reads, and writes Benchmarks/EVALUATION.md.

  Benchmarks/evaluate.py .build/release/incidentmap
  Benchmarks/evaluate.py PROGRAM --list lgl wrong      # the single errors of a stage
  Benchmarks/evaluate.py PROGRAM --list reports date   # the same of incidents
  Benchmarks/evaluate.py --check                       # tries the measures themselves

Four sets of texts are read, those that are there: the invented reports of Benchmarks/reports, coded
by hand beside them; the reports of seeds/ against their hand-coded gold ($GOLD, ../shared/gold); and
the published corpora LGL and GeoVirus as JSON lines ($CORPORA, ../shared/corpora). Python 3.9 or
later, standard library only.
"""
import argparse
import collections
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile

import evaluate_gazetteer
import evaluate_incidents
import evaluate_measures
from evaluate_corpus import CORPORA, Corpus
from evaluate_tables import document

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
GOLD = os.environ.get("GOLD", os.path.join(ROOT, "../shared/gold"))
DATA = os.environ.get("INCIDENTMAP_DATA", os.path.join(ROOT, "Data"))
TEXTS = os.environ.get("CORPORA", os.path.join(ROOT, "../shared/corpora"))
REPORTS = os.environ.get("REPORTS", os.path.join(HERE, "reports"))


def run(*command):
    """What a command prints; its own messages go where ours go."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def seeds(program):
    """The scorer's figures for seeds/, or None where its gold is not there."""
    scorer = os.path.join(GOLD, "score.py")
    if not os.path.exists(scorer):
        return None
    reports = sorted(glob.glob(os.path.join(ROOT, "seeds", "*.txt")))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for form in ("jsonl", "geojson"):
            paths.append(os.path.join(folder, "run." + form))
            with open(paths[-1], "wb") as file:
                file.write(run(program, "extract", *reports, "--format", form))
        return json.loads(
            run(sys.executable, scorer, "--extract", paths[0], "--incidents", paths[1]))


def reports(program, gazetteer):
    """The hand-coded reports as the program reads them, each by itself."""
    coded = evaluate_incidents.load(REPORTS)
    lines = run(program, "extract", *(os.path.join(REPORTS, name) for name in sorted(coded)))
    read = [json.loads(line) for line in lines.splitlines()]
    return evaluate_incidents.Reading(coded, read, gazetteer)


def corpus(program, rules, gazetteer):
    """A corpus read by the program, or None where it is not there."""
    path = os.path.join(TEXTS, rules.name + ".jsonl")
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        data = file.read()
    reports = [json.loads(line) for line in data.split(b"\n") if line.strip()]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for report in reports:
            line = {"id": report["id"], "text": report["text"], "url": report.get("url"),
                    "publisher": report.get("domain"), "published": report.get("date")}
            file.write(json.dumps(line) + "\n")
        file.flush()
        read = [json.loads(line) for line in run(program, "extract", file.name).splitlines()]
    found = {line["report"]["id"]: line["mentions"] for line in read}
    return Corpus(rules, reports, found, gazetteer, hashlib.sha256(data).hexdigest()[:12])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", help="the release program")
    parser.add_argument("--check", action="store_true", help="try the measures and end")
    parser.add_argument("--list", nargs=2, metavar=("CORPUS", "STAGE"),
                        help="print the errors of a stage, most frequent first, and end")
    options = parser.parse_args()
    evaluate_measures.check()
    evaluate_gazetteer.check()
    evaluate_incidents.check()
    if options.check:
        print("The measures give what is known beforehand.")
        return
    if not options.program:
        parser.error("which program? make build makes .build/release/incidentmap")
    gazetteer = evaluate_gazetteer.Gazetteer(
        [os.path.join(DATA, name) for name in ("gazetteer.csv", "world.csv")])
    if options.list:
        name, stage = options.list
        read = (reports(options.program, gazetteer) if name == "reports" else
                corpus(options.program, CORPORA[name], gazetteer))
        examples = collections.Counter(read.examples(stage) if read else [])
        for example, count in sorted(examples.items(), key=lambda e: (-e[1], e[0])):
            print("%5d  %s" % (count, example))
        return
    page = document(
        run(options.program, "--version").decode().strip(), gazetteer.hash,
        reports(options.program, gazetteer), seeds(options.program),
        {name: corpus(options.program, rules, gazetteer) for name, rules in CORPORA.items()})
    with open(os.path.join(HERE, "EVALUATION.md"), "w", encoding="utf-8") as file:
        file.write(page)
    print(page, end="")


if __name__ == "__main__":
    main()
