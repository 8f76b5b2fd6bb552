"""The table of what was measured: Benchmarks/RESULTS.md."""

import dataclasses
import os
import pathlib
import platform
import re

PATH = pathlib.Path(__file__).parent / "RESULTS.md"
HEAD = "| job | ours | peer | ratio | goal | |\n|---|---|---|---|---|---|\n"
# A ratio a fifth below the one that is committed is a step back.
TOLERANCE = 0.8


@dataclasses.dataclass
class Row:
    """A line of the table; the ratio is the peer's cost by ours, or None."""

    job: str
    ours: str
    peer: str
    ratio: float | None = None
    goal: str = ""
    is_met: bool | None = None

    def __str__(self):
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}×"
        verdict = {None: "", True: "ok", False: "short"}[self.is_met]
        return f"| {self.job} | {self.ours} | {self.peer} | {ratio} | {self.goal} | {verdict} |"


def committed():
    """The ratios of the committed table by job and peer."""
    ratios = {}
    if PATH.exists():
        for line in PATH.read_text().splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if len(cells) == 6 and re.fullmatch(r"[\d.]+×", cells[3]):
                ratios[cells[0], cells[2].split(":")[0]] = float(cells[3][:-1])
    return ratios


def steps_back(rows):
    """The rows whose ratio is a fifth below the one committed."""
    before = committed()
    return [
        row
        for row in rows
        if row.ratio is not None
        and row.ratio < TOLERANCE * before.get((row.job, row.peer.split(":")[0]), 0)
    ]


def merge(rows):
    """The new rows, and those of the committed table that were not measured now."""
    kept = []
    if PATH.exists():
        measured = {row.job for row in rows}
        for line in PATH.read_text().splitlines():
            if line.startswith("| ") and not line.startswith("| job |"):
                if line[2:].split(" | ")[0] not in measured:
                    kept.append(line)
    return sorted({str(row) for row in rows} | set(kept), key=number)


def number(line):
    found = re.match(r"\| (\d+)", line)
    return (int(found[1]) if found else 99, line)


def kept(pattern):
    """What the committed page says of programs or inputs, which this run may not have used."""
    return dict(re.findall(pattern, PATH.read_text())) if PATH.exists() else {}


def text(rows, versions, hashes):
    """The whole page; what was not measured now stays."""
    versions = {**kept(r"(?m)^- ([\w+ ]+): (\S.*)$"), **versions}
    hashes = {**kept(r"(?m)^- `(.+)` ([0-9a-f]{16})$"), **hashes}
    lines = [
        "# Results",
        "",
        "What `make benchmark` measured; `Benchmarks/README.md` says how. CPU is user and system",
        "together on one core, median of the runs; ratios are the peer's CPU by ours.",
        "",
        HEAD + "\n".join(merge(rows)),
        "",
        f"Machine: {processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end.",
        "",
        "Programs:",
        "",
        *(f"- {name}: {version}" for name, version in sorted(versions.items())),
        "",
        "Inputs (SHA-256):",
        "",
    ]
    lines += [f"- `{name}` {value[:16]}" for name, value in sorted(hashes.items())]
    return "\n".join(lines) + "\n"


def processor():
    try:
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.machine()
