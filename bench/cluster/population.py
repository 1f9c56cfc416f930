#!/usr/bin/env python3
"""bench/cluster/population.py [SCENARIO]: one population over two workers of one core each, beside two threads of one process and what cluster-plan expects.

The data files must be the same, byte by byte, before a ratio is printed. Times are those of starts and steps (wall-seconds of summary.json),
which Spark's own start is no part of. Build first, as for bench/cluster/run.
"""

import filecmp
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "target/murmuration/bin/murmuration"
JAR = ROOT / "target/murmuration/lib/murmuration.jar"
OPENED = (
    "java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent "
    "java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar"
)
CASES = {
    "means act on every step, 1e7 agents": "mean-field-ou --agents 1e7 --steps 3000",
    "means act on every step, 1e6 agents": "mean-field-ou --agents 1e6 --steps 20000",
    "oscillators, 1e6 agents": "kuramoto --agents 1e6 --steps 6000",
    "agents by themselves, three guidances, 4e6 agents": "demand-response --agents 4e6 --steps 1500",
}


def here(words, out):
    subprocess.run([PROGRAM, "run", *words, "--backend", "cpu", "--threads", "2", "--quiet", "--out", out], check=True)


def cluster(words, out):
    spark = os.environ.setdefault("SPARK_HOME", str(ROOT / "target/spark"))
    os.environ.update(SPARK_SCALA_VERSION="2.13", SPARK_LOCAL_IP="127.0.0.1")
    java = shutil.which("java")
    subprocess.run(
        [java, "-Xmx2g", *(f"--add-opens=java.base/{each}=ALL-UNNAMED" for each in OPENED.split())]
        + ["--add-modules", "jdk.incubator.vector", "-Djava.awt.headless=true", "-cp", spark + "/jars/*"]
        + ["org.apache.spark.deploy.SparkSubmit", "--master", "local-cluster[2,1,2048]", "--executor-memory", "2g"]
        + ["--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1"]
        + ["--conf", "spark.driver.bindAddress=127.0.0.1", "--class", "io.github.murmuration.cluster.Main", str(JAR)]
        + ["run", *words, "--backend", "cpu", "--quiet", "--out", out],
        check=True,
        stderr=subprocess.DEVNULL,
    )


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
    print("| population | two threads | two workers | ratio | plan | plan / measured | exchange of a step, planned |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    wanted = sys.argv[1:]
    for name, text in CASES.items():
        words = text.split()
        if wanted and words[0] not in wanted:
            continue
        with tempfile.TemporaryDirectory() as folder:
            plan, exchange = expected(words)
            here(words, folder + "/threads")
            cluster(words, folder + "/workers")
            same(folder + "/threads", folder + "/workers")
            one, rate = steps(folder + "/threads")
            two, reached = steps(folder + "/workers")
            print(
                f"| {name} | {one:.2f} s, {rate:.3g}/s | {two:.2f} s, {reached:.3g}/s | {one / two:.2f} "
                f"| {plan:.2f} s | {plan / two:.2f} | {1e3 * exchange:.3f} ms |",
                flush=True,
            )


if __name__ == "__main__":
    main()
