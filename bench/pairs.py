"""Steps with pair means in numba, for bench/PairEvaluations.java: python3 bench/pairs.py FILE KERNEL REPLICAS THREADS. Prints pairs per second and
pairs per second of processor time, of whole Euler steps x += h p + s normal of as many copies of the population, and the largest departure of the
means p from those in the file."""
import sys
import time

import numba
import numpy as np

STEP = np.float32(1e-7)
AMPLITUDE = np.float32(0.1 * np.sqrt(1e-7))


@numba.njit(fastmath=True, error_model="numpy", cache=True)
def mean(x, y, i, power):
    n = x.size
    xi = x[i]
    yi = y[i]
    sp = np.float32(0)
    sq = np.float32(0)
    for j in range(n):
        dx = x[j] - xi
        dy = y[j] - yi
        s = np.float32(1) + dx * dx + dy * dy
        w = s ** np.float32(-0.4) if power else np.float32(1) / s
        sp += w * dx
        sq += w * dy
    return sp / n, sq / n


@numba.njit(fastmath=True, error_model="numpy", cache=True)
def move(x, p):
    for i in range(x.size):
        x[i] += STEP * p[i] + AMPLITUDE * np.float32(np.random.normal())


@numba.njit(fastmath=True, error_model="numpy", cache=True)
def alone(x, y, p, q, power, count):
    for _ in range(count):
        for i in range(x.size):
            p[i], q[i] = mean(x, y, i, power)
        move(x, p)
        move(y, q)


@numba.njit(fastmath=True, error_model="numpy", parallel=True, cache=True)
def together(x, y, p, q, power, count):
    for _ in range(count):
        for i in numba.prange(x.size):
            p[i], q[i] = mean(x, y, i, power)
        move(x, p)
        move(y, q)


@numba.njit(fastmath=True, error_model="numpy", parallel=True, cache=True)
def replicas(x, y, p, q, power, count):
    for r in numba.prange(x.shape[0]):
        alone(x[r], y[r], p[r], q[r], power, count)


def rates(advance, seconds):
    """Pairs per second, and per second of processor time."""
    advance(1)
    done = 0
    count = 1
    begun = time.perf_counter()
    cpu = time.process_time()
    while (wall := time.perf_counter() - begun) < seconds:
        if wall > 0:
            count = max(1, int(0.2 * seconds * done / wall))
        advance(count)
        done += count
    return pairs * done / wall, pairs * done / (time.process_time() - cpu)


file, kernel, copies, threads = sys.argv[1:]
numba.set_num_threads(int(threads))
x, y, px, py = np.fromfile(file, dtype=np.float32).reshape(4, -1)
power = kernel == "power"
pairs = x.size**2 * int(copies)
p = np.empty_like(x)
q = np.empty_like(x)
alone(x.copy(), y.copy(), p, q, power, 1)
largest = max(np.abs(p - px).max(), np.abs(q - py).max())
if int(copies) > 1:
    many = [np.tile(column, (int(copies), 1)) for column in (x, y, p, q)]
    ways = [lambda count: replicas(*many, power, count)]
else:
    ways = [lambda count: alone(x, y, p, q, power, count), lambda count: together(x, y, p, q, power, count)]
fastest = max(ways, key=lambda way: rates(way, 0.2)[0])
print(*rates(fastest, 1), largest)
