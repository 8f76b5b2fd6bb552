"""What is measured against what: the rows of the table."""

import pathlib
import resource
import subprocess
import tempfile

import measuring
from results import Row

HERE = pathlib.Path(__file__).parent
PEERS = HERE / "peers"
MEGABYTE = 1e6


class WrongAnswer(Exception):
    """The answer of a program is not that of its peer."""


class Bench:
    """The programs, the inputs, and where they are."""

    def __init__(self, folder, programs, python, is_quick):
        self.folder = folder
        self.jobs = programs / "Jobs"
        self.generate = programs / "Generate"
        self.program = HERE.parent / ".build/release/incidentmap"
        self.python = python
        self.is_quick = is_quick
        self.versions = {}
        self.hashes = {}

    # Inputs

    def input(self, name, *arguments):
        """A file of the generator, made if it is not there."""
        path = self.folder / name
        if not path.exists():
            partial = path.with_suffix(".partial")
            subprocess.run([self.generate, *map(str, arguments), partial], check=True)
            partial.rename(path)
        if name not in self.hashes:
            self.hashes[name] = measuring.digest(path)
        return path

    def dump(self, names):
        return self.input(f"names-{names}.txt", "names", names)

    def index(self, names):
        """The index of a dump: with the table of two edits up to 200,000 names, else that of one."""
        dump = self.dump(names)
        path = dump.with_suffix(".gazetteer")
        if not path.exists() or path.stat().st_mtime < self.jobs.stat().st_mtime:
            measuring.run([self.jobs, "make-index", dump, path, 2 if names <= 200_000 else 1])
        return path

    def reports(self, names, megabytes, form="reports"):
        name = f"{form}-{megabytes}-of-{names}.txt"
        return self.input(name, form, megabytes, self.dump(names))

    # Peers

    def package(self, name):
        """The version of a package of Python; None where it is not installed."""
        question = f"from importlib.metadata import version; print(version('{name}'))"
        return self._noted(name, [self.python, "-c", question])

    def sqlite(self):
        found = self._noted("sqlite3", ["sqlite3", "--version"])
        return found and found.split()[0]

    def _noted(self, name, command):
        if name not in self.versions:
            self.versions[name] = measuring.version(command)
        return self.versions[name]

    def peer(self, script, *arguments, **options):
        return measuring.run([self.python, PEERS / script, *arguments], **options)

    def job(self, *arguments):
        return measuring.run([self.jobs, *arguments])


def memory(cost):
    """The peak of a program; what is below this one's own cannot be told from it."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return f"{'≤ ' if cost.rss <= 1.05 * own else ''}{cost.rss / MEGABYTE:.0f} MB"


def size(names):
    if names < 10_000:
        return str(names)
    return f"{names // 1_000_000}M" if names >= 1_000_000 else f"{names // 1000}k"


def missing(job, ours, name, goal=""):
    return Row(job, ours, f"{name}: not installed", goal=goal)


def wrong(job, name, ours, peer):
    raise WrongAnswer(f"{job}: {name} answers {peer.told} and we answer {ours.told}")


def in_process(bench, job, unit, ours, peers, goals):
    """Compares the rates of parts of programs, each measured by the program itself.

    `unit` is what an amount is divided by, and its name. The peers are (name, version, how to run it,
    what comes with its figure); goals are by peer: how many times its rate.
    """
    present = [peer for peer in peers if peer[1] is not None]
    costs = measuring.alternating([ours] + [run for _, _, run in present], bench.is_quick)
    rates = [cost.told["amount"] / max(cost.told["seconds"], 1e-6) for cost in costs]
    divisor, name = unit
    said = [f"{rate / divisor:.3g} {name}, {memory(cost)}" for rate, cost in zip(rates, costs)]
    for (peer, version, _), rate, text in zip(present, rates[1:], said[1:]):
        ratio = rates[0] / rate
        goal = goals.get(peer)
        yield Row(
            job, said[0], f"{peer} {version}: {text}", ratio, f"≥ {goal}×" if goal else "",
            None if goal is None else ratio >= goal), costs
    for peer, version, _ in peers:
        if version is None:
            yield missing(job, said[0], peer), costs


def find_names(bench, row, names, megabytes, goal, is_large):
    job = f"{row} find {size(names)} names in {megabytes} MB of reports"
    dump, index = bench.dump(names), bench.index(names)
    reports = bench.reports(names, megabytes)
    aho = bench.package("ahocorasick_rs")
    if aho:
        ours, theirs = bench.folder / "longest.ours", bench.folder / "longest.peer"
        bench.job("find", index, reports, ours)
        bench.peer("find_names.py", dump, reports, theirs)
        if not measuring.same(ours, theirs):
            raise WrongAnswer(f"{job}: the names found differ, see {ours} and {theirs}")
    peers = [("ahocorasick_rs", aho, lambda: bench.peer("find_names.py", dump, reports))]
    # It takes half a minute to compile 10,000 names.
    if names <= 10_000 and is_large:
        scan = lambda: bench.peer("find_names_hyperscan.py", dump, reports)
        peers.append(("hyperscan", bench.package("hyperscan"), scan))
    ours = lambda: bench.job("find", index, reports)
    for found, _ in in_process(
        bench, job, (MEGABYTE, "MB/s"), ours, peers, {"ahocorasick_rs": goal}
    ):
        yield found


def opening(bench, names):
    index = bench.index(names)
    [cost] = measuring.alternating([lambda: bench.job("open", index)], bench.is_quick)
    milliseconds = cost.told["seconds"] * 1000
    yield Row(
        f"16 open an index of {size(names)} names", f"{milliseconds:.2f} ms, {memory(cost)}",
        "none", goal="≤ 5 ms", is_met=milliseconds <= 5)


def look_up(bench, names, count, goal):
    job = f"17 look up exactly among {size(names)} names, folding included"
    dump, index = bench.dump(names), bench.index(names)
    queries = bench.input(f"exact-{count}-of-{names}.txt", "exact", count, dump)
    peers = [
        ("dict", bench.package("pip") and "of Python",
         lambda: bench.peer("look_up_dict.py", dump, queries)),
        ("SQLite key index", bench.sqlite(),
         lambda: bench.peer("look_up_sqlite.py", dump, queries)),
    ]
    ours = lambda: bench.job("look-up", index, queries)
    yield from compared(bench, job, ours, peers, {"dict": goal})


def similar(bench, row, names, edits, count, goal):
    job = f"{row} look up with up to {edits} edit{'s' if edits > 1 else ''}, {size(names)} names"
    dump, index = bench.dump(names), bench.index(names)
    queries = bench.input(
        f"misspelt-{edits}-{count}-of-{names}.txt", "misspelt", edits, count, dump)
    peers = [
        ("symspellpy", bench.package("symspellpy"),
         lambda: bench.peer("similar_symspell.py", dump, queries, edits)),
    ]
    ours = lambda: bench.job("similar", index, queries, edits)
    yield from compared(bench, job, ours, peers, {"symspellpy": goal})


def similar_among_millions(bench, names, count, sample):
    """The peer asks a few of the queries only: it goes over all names for each."""
    job = f"19 look up with up to 1 edit, {size(names)} names"
    dump, index = bench.dump(names), bench.index(names)
    make = lambda count: bench.input(
        f"misspelt-1-{count}-of-{names}.txt", "misspelt", 1, count, dump)
    few, many = make(sample), make(count)
    version = bench.package("RapidFuzz")
    [cost] = measuring.alternating([lambda: bench.job("similar", index, many, 1)], bench.is_quick)
    rate = cost.told["amount"] / cost.told["seconds"]
    index_size = index.stat().st_size
    ours = f"{rate / 1000:.3g} k/s, {memory(cost)}, index {index_size / MEGABYTE:.0f} MB"
    if version:
        peer = bench.peer("similar_rapidfuzz.py", dump, few, 1)
        check = bench.job("similar", index, few, 1)
        if peer.told["answer"] != check.told["answer"]:
            wrong(job, "rapidfuzz", check, peer)
        their_rate = peer.told["amount"] / peer.told["seconds"]
        told = f"rapidfuzz {version}: {their_rate:.3g}/s, {memory(peer)}"
        ratio = rate / their_rate
    else:
        told, ratio = "rapidfuzz: not installed", None
    is_met = rate >= 80_000 and cost.rss <= 300 * MEGABYTE
    yield Row(job, ours, told, ratio, "≥ 80 k/s, ≤ 300 MB", is_met)


def compared(bench, job, ours, peers, goals):
    for row, costs in in_process(bench, job, (1000, "k/s"), ours, peers, goals):
        for cost in costs[1:]:
            if cost.told["answer"] != costs[0].told["answer"]:
                wrong(job, row.peer, costs[0], cost)
        yield row


def whole(bench, job, ours, peers, goal, amount=""):
    """Compares whole commands by their CPU time."""
    present = [peer for peer in peers if peer[1] is not None]
    costs = measuring.alternating([ours] + [run for _, _, run in present], bench.is_quick)
    said = [f"{cost.cpu:.3g} s{amount}, {memory(cost)}" for cost in costs]
    for (peer, version, _), cost, text in zip(present, costs[1:], said[1:]):
        ratio = cost.cpu / costs[0].cpu
        yield Row(job, said[0], f"{peer} {version}: {text}", ratio, f"≥ {goal}×", ratio >= goal)
    for peer, version, _ in peers:
        if version is None:
            yield missing(job, said[0], peer)


def importing(bench, names, goal):
    job = f"12 import a dump of {size(names)} names"
    dump = bench.dump(names)
    index, database = bench.folder / "imported.gazetteer", bench.folder / f"{names}.sqlite"

    def ours():
        command = ["gazetteer", "import", dump, "--as", "geonames", "--output", index, "--fuzzy", "1"]
        command.append("--quiet")
        return measuring.run([bench.program, *command])

    def peer():
        database.unlink(missing_ok=True)
        with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
            script.write((PEERS / "import.sql").read_text().replace(":DUMP:", str(dump)))
            script.flush()
            cost = measuring.run(["sqlite3", "-batch", database], stdin=script.name)
        if cost.told["answer"] != str(names):
            raise WrongAnswer(f"{job}: sqlite3 says {cost.told}, not {names} rows")
        return cost

    yield from whole(bench, job, ours, [("sqlite3", bench.sqlite(), peer)], goal)
    summary = measuring.version([bench.program, "gazetteer", "info", index, "--format", "json"])
    if summary is not None and f"{names}" not in summary:
        raise WrongAnswer(f"{job}: the index says {summary}")


def resolving(bench, names, count, goal):
    job = f"13 resolve {count} names among {size(names)}"
    queries = bench.input(f"exact-{count}-of-{names}.txt", "exact", count, bench.dump(names))
    index, database = bench.index(names), bench.folder / f"{names}.sqlite"
    ours_out, peer_out = bench.folder / "resolved.ours", bench.folder / "resolved.peer"
    command = [bench.program, "resolve", "-", "--format", "json", "--gazetteer", index]
    ours = lambda: measuring.run(command, stdin=queries, stdout=ours_out)
    peer = lambda: bench.peer("resolve.py", database, stdin=queries, stdout=peer_out)
    version = bench.package("orjson") and bench.sqlite() if database.exists() else None
    rows = list(whole(bench, job, ours, [("FTS5 + orjson", version, peer)], goal))
    if version:
        found = [b"geonames:" in line for line in ours_out.open("rb")]
        theirs = [b'"id":' in line for line in peer_out.open("rb")]
        # Ours knows endings too, so it may find more.
        if any(peer and not our for our, peer in zip(found, theirs)) or len(found) != len(theirs):
            raise WrongAnswer(f"{job}: a name is not found that the peer finds")
    yield from rows


def extracting(bench, names, megabytes, goal):
    """The whole command, and net of what it costs to read one report."""
    job = f"10 extract, {size(names)} names, net of start"
    index, dump = bench.index(names), bench.dump(names)
    reports = bench.reports(names, megabytes, "lines")
    one = bench.folder / "one-report.jsonl"
    with open(reports, encoding="utf-8") as source:
        one.write_text(source.readline(), encoding="utf-8")
    out = bench.folder / "extracted.jsonl"

    def ours(path):
        command = [bench.program, "extract", "-", "--gazetteer", index, "--jobs", "1", "--quiet"]
        return measuring.run(command, stdin=path, stdout=out)

    def peer(path):
        return bench.peer("extract.py", dump, stdin=path, stdout=out)

    amount = reports.stat().st_size / MEGABYTE
    sides = [lambda: ours(one), lambda: ours(reports)]
    version = bench.package("ahocorasick_rs") and bench.package("orjson")
    if version:
        sides += [lambda: peer(one), lambda: peer(reports)]
    costs = measuring.alternating(sides, bench.is_quick)
    rates = [
        amount / max(costs[index + 1].cpu - costs[index].cpu, 1e-6)
        for index in range(0, len(costs), 2)
    ]
    ours_text = f"{rates[0]:.3g} MB/s, {memory(costs[1])}"
    start = f"11 extract 70 MB, {size(names)} names, with start (from {amount:.0f} MB)"
    # What 70 MB would take: the start, and the rest at the rate measured.
    totals = [costs[2 * index].cpu + 70 / rate for index, rate in enumerate(rates)]
    if not version:
        yield missing(job, ours_text, "ahocorasick_rs + orjson", "≥ 20 MB/s")
        return
    ratio = rates[0] / rates[1]
    yield Row(
        job, ours_text, f"ahocorasick_rs + orjson {version}: {rates[1]:.3g} MB/s, "
        f"{memory(costs[3])}", ratio, "≥ 20 MB/s", rates[0] >= 20)
    ratio = totals[1] / totals[0]
    yield Row(
        start, f"{totals[0]:.3g} s, start {costs[0].cpu:.2g} s",
        f"ahocorasick_rs + orjson {version}: {totals[1]:.3g} s, start {costs[2].cpu:.2g} s",
        ratio, f"≥ {goal}×", ratio >= goal)


def world(bench, rows):
    """A dump of the size of the whole world; on request only."""
    dump = bench.input(f"world-{rows}.txt", "world", rows)
    index = bench.folder / "world.gazetteer"
    command = ["gazetteer", "import", dump, "--as", "geonames", "--output", index]
    cost = measuring.run([bench.program, *command], is_pinned=False)
    bytes_now = index.stat().st_size
    job = f"29 import a dump of {size(rows)} rows, {dump.stat().st_size / 1e9:.2g} GB"
    yield Row(
        job, f"{cost.wall:.0f} s wall, {cost.cpu:.0f} s CPU, {memory(cost)}", "none",
        goal="< 360 s, < 2 GB", is_met=cost.wall < 360 and cost.rss < 2e9)
    yield Row(
        f"30 size of the index of {size(rows)} rows", f"{bytes_now / 1e9:.2f} GB", "none",
        goal="< 2 GB", is_met=bytes_now < 2e9)
