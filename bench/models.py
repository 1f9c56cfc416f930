"""The equations of bench/additive.yaml and bench/multiplicative.yaml in numba, on all cores, drawing its own normals: python3 bench/models.py

Agent-steps per second: medians of seven rounds of 128 steps after three to warm up. The mean and the variance at the end are printed, to
see that it is the same equation."""
import math
import statistics
import time

import numba
import numpy as np


@numba.njit(parallel=True, fastmath=True)
def advance(x, multiplicative, steps, h):
    n = x.size
    root = np.float32(math.sqrt(h) * 0.25)
    dt = np.float32(h)
    for _ in range(steps):
        total = 0.0
        for i in numba.prange(n):
            total += x[i]
        mean = np.float32(total / n)
        for i in numba.prange(n):
            noise = root * np.float32(np.random.standard_normal())
            if multiplicative:
                noise *= x[i]
            x[i] += (np.float32(-0.5) * x[i] + np.float32(0.3) * mean) * dt + noise


print(f"numba {numba.__version__}, {numba.get_num_threads()} threads")
print("| model | agents | agent-steps/s | range | mean | variance |\n| --- | --- | --- | --- | --- | --- |")
for multiplicative in (False, True):
    for n in (4096, 65536):
        rates = []
        for _ in range(10):
            x = np.random.normal(1, 0.5, n).astype(np.float32)
            begun = time.perf_counter()
            advance(x, multiplicative, 128, 1 / 128)
            rates.append(n * 128 / (time.perf_counter() - begun))
        timed = sorted(rates[3:])
        name = "multiplicative" if multiplicative else "additive"
        print(f"| {name} | {n:,} | {statistics.median(timed):.2e} | {timed[0]:.2e} to {timed[-1]:.2e} | {x.mean():.3f} | {x.var():.3f} |")
