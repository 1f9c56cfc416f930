"""Pair means in numba, for bench/PairEvaluations.java: python3 bench/pairs.py FILE KERNEL THREADS. Prints pairs per second, pairs per second
of processor time, and the largest departure from the means in the file."""
import sys
import time

import numba
import numpy as np


@numba.njit(parallel=True, fastmath=True, cache=True)
def means(x, y, p, q, power):
    n = x.size
    for i in numba.prange(n):
        sp = np.float32(0)
        sq = np.float32(0)
        for j in range(n):
            dx = x[j] - x[i]
            dy = y[j] - y[i]
            s = np.float32(1) + dx * dx + dy * dy
            w = s ** np.float32(-0.4) if power else np.float32(1) / s
            sp += w * dx
            sq += w * dy
        p[i] = sp / n
        q[i] = sq / n


file, kernel, threads = sys.argv[1:]
numba.set_num_threads(int(threads))
x, y, px, py = np.fromfile(file, dtype=np.float32).reshape(4, -1)
p = np.empty_like(x)
q = np.empty_like(x)
means(x, y, p, q, kernel == "power")
done = 0
begun = time.perf_counter()
cpu = time.process_time()
while time.perf_counter() - begun < 1:
    means(x, y, p, q, kernel == "power")
    done += 1
pairs = x.size**2 * done
largest = max(np.abs(p - px).max(), np.abs(q - py).max())
print(pairs / (time.perf_counter() - begun), pairs / (time.process_time() - cpu), largest)
