#!/usr/bin/env python3
"""bench/cluster/replicas.py [REPLICAS [AGENTS]]: populations as tasks of two workers, against two threads of one process.

First both commands at once, each on one half of the machine: populations that each completes in the same two minutes, long after both have
started. The speed of a shared machine changes within minutes, and so changes for both alike. Then whole commands one after the other, threads
before and after the workers, whose files must be the same.
"""

import filecmp
import pathlib
import subprocess
import sys
import tempfile
import time

from commands import threads, workers

MIB = 1024
STARTED = 75
WINDOW = 120


def begin(command):
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kept(out):
    return len(list((pathlib.Path(out) / "checkpoint").glob("population-*.json")))


def at_once(words, one, two):
    """Populations that threads and workers complete in the same time."""
    running = [begin(threads(words, one)), begin(workers(words, two, MIB))]
    time.sleep(STARTED)
    before = kept(one), kept(two)
    time.sleep(WINDOW)
    after = kept(one), kept(two)
    assert all(each.poll() is None for each in running), "a command ended before the time was over: give more replicas"
    for each in running:
        each.terminate()
        each.wait()
    return after[0] - before[0], after[1] - before[1]


def whole(command):
    """Seconds of a command."""
    begun = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - begun


def main():
    replicas = sys.argv[1] if len(sys.argv) > 1 else "960"
    agents = sys.argv[2] if len(sys.argv) > 2 else "1e6"
    words = ["sweep", "mean-field-ou", "--agents", agents, "--steps", "200"]
    words += ["--vary", "interaction.coupling=1", "--replicas", replicas]
    print(*words)
    with tempfile.TemporaryDirectory() as folder:
        one, two = at_once(words, folder + "/both-threads", folder + "/both-workers")
        print(f"at once, in {WINDOW} s: threads {one}, workers {two}, ratio {two / one:.2f}", flush=True)
        first = whole(threads(words, folder + "/threads"))
        between = whole(workers(words, folder + "/workers", MIB))
        last = whole(threads(words, folder + "/threads"))
        assert filecmp.cmp(folder + "/threads/populations.csv", folder + "/workers/populations.csv", shallow=False), "the files differ"
        ratio = (first + last) / 2 / between
        print(f"whole commands: threads {first:.1f} s, workers {between:.1f} s, threads {last:.1f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
