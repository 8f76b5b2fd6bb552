"""The figures of a run as one Markdown page, the same for the same program and texts."""
from evaluate_measures import RADII_KM

HEAD = """# How well it reads

Written by `make evaluate`; do not edit. It reads the invented reports of `Benchmarks/reports`, and what
is there of the hand-coded seeds (`$GOLD`, `../shared/gold`) and of the published corpora LGL and
GeoVirus as JSON lines (`$CORPORA`, `../shared/corpora`), with the gazetteers that are shipped. The
corpora and the seeds' gold are not part of the project.

| | |
|---|---|
| program | %s |
| gazetteers (SHA-256 of both files) | `%s` |
"""

MEASURES = """
**Recognition.** Mentions and gold are paired one to one: the same span, or any shared character.
**Resolution.** A gold mention is *recognised* where a mention overlaps it, and *covered* where the
gazetteer has a place of its name within 161 km of its coordinates; *decided* leaves out those for
which the program names no place. In the other rows no answer is an answer 20,039 km off. The area
under the curve is the mean of ln(*error* + 1) / ln(20,039 + 1); 0 is best.
"""


INCIDENTS = """
Each report is read by itself. An incident is found where place (within the gold's tolerance, or 10
km), date (within its precision) and type agree, one to one. A second incident for one event is a
duplicate and counts for neither. Figures are compared on what was found.
"""


def document(version, gazetteer, reports, seeds, corpora):
    """The whole page."""
    parts = [HEAD % (version, gazetteer), reports_section(reports), seeds_section(seeds),
             MEASURES.lstrip("\n")]
    for name, corpus in corpora.items():
        parts.append(corpus_section(corpus) if corpus else
                     "## %s\n\nNot there, so not measured.\n" % name)
    return "\n".join(parts)


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def figure(value, digits=3):
    return "–" if value is None else "%.*f" % (digits, value)


def reports_section(reading):
    counts = list(reading.languages.items()) + [("all", reading.total)]
    rows = []
    for name, c in counts:
        f = reading.figures(c)
        rows.append((name, c["reports"], c["gold"], c["right"], c["surplus"], c["duplicates"])
                    + tuple(figure(f[k]) for k in ("precision", "recall", "f1")))
    text = "## Incidents in %d invented reports\n%s\n" % (reading.total["reports"], INCIDENTS)
    text += table(("language", "reports", "incidents", "found", "surplus", "duplicates",
                   "precision", "recall", "F1"), rows)
    days = reading.exact_days
    text += "\nStart date exact: %s of %d found incidents known to the day.\n\n" % (
        figure(days[True] / sum(days.values()) if days else None), sum(days.values()))
    outcomes = ("right", "missing", "wrong", "spurious")
    text += table(("people",) + outcomes, [
        (slot,) + tuple(counted[o] for o in outcomes) for slot, counted in reading.slots.items()])
    text += "\n" + table(("stage that lost or added it", "incidents"), reading.budget())
    return text


def seeds_section(seeds):
    if seeds is None:
        return "## Seeds\n\nThe hand-coded reports are not there, so nothing is measured.\n"
    toponyms, rows = seeds["toponyms"], []
    for name in ("recognition_exact", "recognition_overlap", "locative_strict"):
        part = toponyms[name]
        rows.append((name.replace("_", " "), figure(part["precision"]), figure(part["recall"]),
                     figure(part["f1"])))
    found = seeds["incidents"]
    rows.append(("incidents",) + tuple(figure(found[k]) for k in ("precision", "recall", "f1")))
    text = "## Seeds\n\n" + table(("", "precision", "recall", "F1"), rows)
    text += "\nDistinct places resolved: %s. Mentions within the gold's tolerance: %s.\n" % (
        figure(toponyms["distinct_places_resolved"]),
        figure(toponyms["resolution"]["within_gold_tolerance"]))
    return text


def corpus_section(corpus):
    text = "## %s\n\n" % corpus.rules.title
    text += "%d texts, %d bytes, SHA-256 `%s`%s. %s\n\n" % (
        corpus.reports, corpus.bytes, corpus.digest,
        ", of %s to %s" % corpus.dates if corpus.dates else "", corpus.rules.why)
    text += table(
        ("recognition", "right", "given", "gold", "precision", "recall", "F1"),
        [(name, r["right"], r["guessed"], r["wanted"], figure(r["precision"]),
          figure(r["recall"]), figure(r["f1"])) for name, r in corpus.recognition.items()])
    text += "\nCoverage: %s of %d gold mentions with coordinates.\n\n" % (
        figure(corpus.coverage), len(corpus.errors))
    rows = []
    for name, part in corpus.resolution.items():
        if part:
            rows.append((name, part["n"], part["answered"])
                        + tuple(figure(part["within"][r]) for r in RADII_KM)
                        + (figure(part["median"], 1), figure(part["auc"])))
    text += table(("resolution", "mentions", "decided") + tuple("@%d km" % r for r in RADII_KM)
                  + ("median km", "AUC"), rows)
    text += "\n" + table(("stage", "reason", "errors"), corpus.budget)
    return text
