"""Many small populations by one command: as replicas, as seeds, and as many agents in one population; whole commands, in turn.

Build first: mvn -q verify -DskipTests. Usage: bench/sweeps.py [ROUNDS [BACKEND]]
"""

import pathlib
import subprocess
import sys
import tempfile
import time

PROGRAM = pathlib.Path(__file__).resolve().parents[1] / "target/murmuration/bin/murmuration"
STEPS = 1000
AGENTS = 2_000_000  # in all
SMALL = [10_000, 1_000, 100]


def seconds(words, backend):
    with tempfile.TemporaryDirectory() as out:
        command = [PROGRAM, "sweep", "kuramoto", *words, f"--steps={STEPS}", f"--backend={backend}", "--quiet", f"--out={out}/out"]
        begun = time.monotonic()
        subprocess.run([str(word) for word in command], check=True)
        return time.monotonic() - begun


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    backend = sys.argv[2] if len(sys.argv) > 2 else "cpu"
    cases = {"one population": ["--vary=interaction.coupling=1", f"--agents={AGENTS}"]}
    for agents in SMALL:
        count = AGENTS // agents
        cases[f"{count} replicas of {agents}"] = [f"--agents={agents}", f"--replicas={count}"]
        cases[f"{count} seeds, {agents} agents"] = [f"--agents={agents}", f"--vary=population.seed=1..{count}"]
    found = {name: [] for name in cases}
    for _ in range(rounds):
        for name, words in cases.items():
            found[name].append(seconds(words, backend))
    whole = min(found["one population"])
    print("| | seconds | agent-steps/s | share of one population's rate |\n| --- | --- | --- | --- |")
    for name, times in found.items():
        best = min(times)
        print(f"| {name} | {best:.1f} | {AGENTS * STEPS / best:.2e} | {whole / best:.2f} |")


if __name__ == "__main__":
    main()
