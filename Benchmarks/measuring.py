"""Runs programs one at a time on one core and says what they cost."""

import dataclasses
import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys


class Failure(Exception):
    """A program did not do what it was asked for."""


class WrongAnswer(Failure):
    """The answer of a program is not that of its peer."""


@dataclasses.dataclass
class Cost:
    """What one run cost: CPU and wall seconds, and the peak of resident memory in bytes."""

    cpu: float
    wall: float
    rss: int
    told: dict


def run(command, stdin=None, stdout=None, is_pinned=True):
    """Runs a command, pinned to one core unless told otherwise, and waits for it.

    A file that is named takes the output; else a line of JSON is expected, in which the program says
    what it measured in itself. CPU time is user and system together, from wait4, for itself alone.
    """
    command = (["taskset", "-c", CORE] if CORE and is_pinned else []) + [str(part) for part in command]
    read, write = os.pipe()
    source = os.open(stdin or os.devnull, os.O_RDONLY)
    target = os.open(stdout, os.O_WRONLY | os.O_CREAT | os.O_TRUNC) if stdout else write
    # posix_spawn does not copy this process, so its memory is not counted as that of the program.
    started = os.times().elapsed
    process = os.posix_spawnp(
        command[0],
        command,
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_DUP2, source, 0),
            (os.POSIX_SPAWN_DUP2, target, 1),
            (os.POSIX_SPAWN_CLOSE, read),
        ],
    )
    os.close(source)
    os.close(write)
    if stdout:
        os.close(target)
    with os.fdopen(read, "rb") as pipe:
        told = pipe.read()
    _, status, usage = os.wait4(process, 0)
    wall = os.times().elapsed - started
    status = os.waitstatus_to_exitcode(status)
    # Names that are not found are an answer too.
    if status not in (0, 1) or status == 1 and not stdout:
        raise Failure(f"{' '.join(command)} ended with status {status}")
    told = told.decode(errors="replace").strip()
    told = json.loads(told) if told.startswith("{") else {"answer": told}
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024, told)


def alternating(sides, quick):
    """Runs programs in turn, so that what else the machine does hits all of them alike.

    Three times each, fifteen where one is below 50 ms and all together take no second; the medians.
    """
    costs = [[side()] for side in sides]
    taken = [cost[0].cpu for cost in costs]
    for _ in range(0 if quick else 14 if min(taken) < 0.05 and sum(taken) < 1 else 2):
        for side, cost in zip(sides, costs):
            cost.append(side())
    return [median(cost) for cost in costs]


def median(costs):
    told = dict(costs[0].told)
    if "seconds" in told:
        told["seconds"] = statistics.median(cost.told["seconds"] for cost in costs)
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        int(statistics.median(cost.rss for cost in costs)),
        told,
    )


def apart(check):
    """Makes a comparison in a process of its own, so that what it reads does not count as memory of
    the programs that are started after it."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            check()
            status = 0
        except Failure as error:
            print(error, file=sys.stderr, flush=True)
        finally:
            os._exit(status)
    if os.waitpid(child, 0)[1] != 0:
        raise Failure("the answers differ")


def version(command):
    """The first line that a program says of its version; None where it is not installed."""
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return told.splitlines()[0].strip() if told.strip() else ""


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def same(one, other):
    return digest(one) == digest(other)


# The last core, which the system uses the least for itself.
CORE = str(max(os.sched_getaffinity(0))) if shutil.which("taskset") else None
