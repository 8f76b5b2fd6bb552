"""What the rows of the table share: inputs, programs, and how two sides are compared."""

import pathlib
import resource
import shutil
import subprocess

import measuring
from measuring import WrongAnswer
from results import Row

HERE = pathlib.Path(__file__).parent
PEERS = HERE / "peers"
MEGABYTE = 1e6


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

    def incidents(self, count):
        return self.input(f"incidents-{count}.csv", "incidents", count)

    def positions(self, count):
        return self.input(f"positions-{count}.bin", "positions", count)

    def centres(self, count):
        return self.input(f"centres-{count}.csv", "centres", count)

    def store(self, count):
        """The store of our program with so many incidents."""
        path = self.folder / f"incidents-{count}.gpkg"
        if not path.exists() or path.stat().st_mtime < self.program.stat().st_mtime:
            path.unlink(missing_ok=True)
            self.ours("import", self.incidents(count), "--store", path, "--quiet")
        return path

    # Peers

    def package(self, name):
        """The version of a package of Python; None where it is not installed."""
        question = f"from importlib.metadata import version; print(version('{name}'))"
        return self._noted(name, [self.python, "-c", question])

    def mapnik(self):
        """The version of mapnik, which Debian has for the system's Python: `mapnik_python`."""
        if "mapnik" not in self.versions:
            question = "import mapnik; print(mapnik.mapnik_version_string())"
            for python in (self.python, "/usr/bin/python3"):
                self.mapnik_python = python
                self.versions["mapnik"] = measuring.version([python, "-c", question])
                if self.versions["mapnik"]:
                    break
        return self.versions["mapnik"]

    def sqlite(self):
        found = self._noted("sqlite3", ["sqlite3", "--version"])
        return found and found.split()[0]

    def spatialite(self):
        question = "select spatialite_version()"
        command = ["sqlite3", "-batch", "-cmd", ".load mod_spatialite", ":memory:", question]
        return self._noted("SpatiaLite", command)

    def gdal(self):
        found = self._noted("GDAL", ["ogrinfo", "--version"])
        return found and found.split()[1].rstrip(",")

    def script(self, name, **words):
        """A script of SQL with its `:WORD:` replaced, to be read by sqlite3."""
        text = (PEERS / name).read_text()
        for word, value in words.items():
            text = text.replace(f":{word.upper()}:", str(value))
        path = self.folder / f"{name}.run"
        path.write_text(text)
        return path

    def compiled(self, name, library):
        """A program in C of the peers, made anew, and the version of the library that it is about.

        No version where the compiler or the library is missing.
        """
        path = self.folder / name.removesuffix(".c")
        command = ["cc", "-O3", "-o", path, PEERS / name, f"-l{library}"]
        if not shutil.which("cc") or subprocess.run(command, capture_output=True).returncode:
            return path, None
        return path, self._noted(library, ["pkg-config", "--modversion", library])

    def _noted(self, name, command):
        if name not in self.versions:
            self.versions[name] = measuring.version(command)
        return self.versions[name]

    def peer(self, script, *arguments, python=None, **options):
        return measuring.run([python or self.python, PEERS / script, *arguments], **options)

    def ours(self, *arguments, **options):
        return measuring.run([self.program, *arguments], **options)

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


def written(path, run):
    """A run that also tells how long the file is that it writes."""
    def measured():
        cost = run()
        cost.told["file"] = path.stat().st_size
        return cost
    return measured


def length(count):
    return f"{count / MEGABYTE:.3g} MB"


def file_of(cost):
    return f", file {length(cost.told['file'])}" if "file" in cost.told else ""


def missing(job, ours, name, goal=""):
    return Row(job, ours, f"{name}: not installed", goal=goal)


def wrong(job, name, ours, peer):
    raise WrongAnswer(f"{job}: {name} answers {peer.told} and we answer {ours.told}")


def in_process(bench, job, unit, ours, peers, goals, limit=None):
    """Compares the rates of parts of programs, each measured by the program itself.

    `unit` is what an amount is divided by, and its name. The peers are (name, version, how to run it,
    what comes with its figure); goals are by peer: how many times its rate. `limit` is how many bytes
    ours may take.
    """
    present = [peer for peer in peers if peer[1] is not None]
    costs = measuring.alternating([ours] + [run for _, _, run in present], bench.is_quick)
    rates = [cost.told["amount"] / max(cost.told["seconds"], 1e-6) for cost in costs]
    divisor, name = unit
    said = [f"{rate / divisor:.3g} {name}, {memory(cost)}" for rate, cost in zip(rates, costs)]
    bound = f", ≤ {limit / MEGABYTE:.0f} MB" if limit else ""
    fits = limit is None or costs[0].rss <= limit
    for (peer, version, _), rate, text in zip(present, rates[1:], said[1:]):
        ratio, goal = rates[0] / rate, goals.get(peer)
        yield Row(
            job, said[0], f"{peer} {version}: {text}", ratio, f"≥ {goal}×{bound}" if goal else "",
            None if goal is None else ratio >= goal and fits), costs
    for peer, version, _ in peers:
        if version is None:
            yield missing(job, said[0], peer), costs


def compared(
    bench, job, ours, peers, goals, unit=(1000, "k/s"), limit=None, same=lambda one, other: one == other
):
    """Compares the rates as `in_process` does, and that the answers are the same."""
    for row, costs in in_process(bench, job, unit, ours, peers, goals, limit):
        for cost in costs[1:]:
            if not same(costs[0].told["answer"], cost.told["answer"]):
                wrong(job, row.peer, costs[0], cost)
        yield row


def whole(bench, job, ours, peers, goals, limit=None, longest=None):
    """Compares whole commands by their CPU time.

    `goals` are by peer: how many times as fast ours is to be. `limit` is how many bytes it may take,
    `longest` how many it may write, where the sides are `written`.
    """
    present = [peer for peer in peers if peer[1] is not None]
    costs = measuring.alternating([ours] + [run for _, _, run in present], bench.is_quick)
    said = [f"{cost.cpu:.3g} s, {memory(cost)}{file_of(cost)}" for cost in costs]
    bound = f", ≤ {limit / MEGABYTE:.0f} MB" if limit else ""
    bound += f", file ≤ {length(longest)}" if longest else ""
    fits = limit is None or costs[0].rss <= limit
    fits = fits and (longest is None or costs[0].told["file"] <= longest)
    for (peer, version, _), cost, text in zip(present, costs[1:], said[1:]):
        ratio, goal = cost.cpu / costs[0].cpu, goals.get(peer)
        yield Row(
            job, said[0], f"{peer} {version}: {text}", ratio, f"≥ {goal}×{bound}" if goal else "",
            None if goal is None else ratio >= goal and fits)
    for peer, version, _ in peers:
        if version is None:
            yield missing(job, said[0], peer)
