#!/usr/bin/env python3
"""bench/cluster/population.py [SCENARIO]: one population over two workers of one core each, beside two threads of one process and what cluster-plan expects.

The data files must be the same, byte by byte, before a ratio is printed. Times are those of starts and steps (wall-seconds of summary.json),
which Spark's own start is no part of. The plan measures rates for some seconds, before and after the workers: a shared machine does not keep its speed.
"""

import filecmp
import json
import pathlib
import subprocess
import sys
import tempfile

from commands import PROGRAM, threads, workers

MIB = 2048
CASES = {
    "means act on every step, 1e7 agents": "mean-field-ou --agents 1e7 --steps 3000",
    "means act on every step, 1e6 agents": "mean-field-ou --agents 1e6 --steps 20000",
    "oscillators, 1e6 agents": "kuramoto --agents 1e6 --steps 6000",
    "agents by themselves, three guidances, 4e6 agents": "demand-response --agents 4e6 --steps 1500",
}


def steps(out):
    """Seconds of starts and steps, and agent-steps per second."""
    run = json.loads((pathlib.Path(out) / "summary.json").read_text())["run"]
    return run["wall-seconds"], run["agent-steps-per-second"]


def expected(words):
    """Seconds of starts and steps on two workers, and seconds of an exchange for each step."""
    command = [PROGRAM, "cluster-plan", *words, "--workers", "2", "--threads", "1", "--backend", "cpu", "--json"]
    plan = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    row = next(row for row in plan["rows"] if row["workers"] == 2)
    return row["run-seconds"], row["exchange-seconds"]


def same(one, other):
    names = sorted(path.name for path in pathlib.Path(one).iterdir() if path.suffix in (".csv", ".npz", ".npy"))
    assert names and filecmp.cmpfiles(one, other, names, shallow=False)[0] == names, "the files differ"


def main():
    print("| population | two threads | two workers | ratio | plan, before and after | mean plan / measured | exchange of a step, planned |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    wanted = sys.argv[1:]
    for name, text in CASES.items():
        words = text.split()
        if wanted and words[0] not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(threads(["run", *words], folder + "/threads"), check=True)
            before, exchange = expected(words)
            subprocess.run(workers(["run", *words], folder + "/workers", MIB), check=True, stderr=subprocess.DEVNULL)
            after, exchange = expected(words)
            plan = (before + after) / 2
            same(folder + "/threads", folder + "/workers")
            one, rate = steps(folder + "/threads")
            two, reached = steps(folder + "/workers")
            print(
                f"| {name} | {one:.2f} s, {rate:.3g}/s | {two:.2f} s, {reached:.3g}/s | {one / two:.2f} "
                f"| {before:.2f} s, {after:.2f} s | {plan / two:.2f} | {1e3 * exchange:.3f} ms |",
                flush=True,
            )


if __name__ == "__main__":
    main()
