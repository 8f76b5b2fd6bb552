"""The rows of names: found in texts, looked up, resolved."""

import measuring
from bench import (
    MEGABYTE, compared, in_process, memory, missing, size, whole, wrong)
from measuring import WrongAnswer
from results import Row


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
        cost = measuring.run(
            ["sqlite3", "-batch", database], stdin=bench.script("import.sql", dump=dump))
        if cost.told["answer"] != str(names):
            raise WrongAnswer(f"{job}: sqlite3 says {cost.told}, not {names} rows")
        return cost

    yield from whole(bench, job, ours, [("sqlite3", bench.sqlite(), peer)], {"sqlite3": goal})
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
    rows = list(whole(bench, job, ours, [("FTS5 + orjson", version, peer)], {"FTS5 + orjson": goal}))
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
