"""The same one-dimensional problem with array libraries: x += u(x) dt + sqrt(dt) xi, u affine, mean and variance reduced every step.

Usage: peers.py [N] [STEPS]. Each library that is installed prints one line; the others say so. The check before timing: from x = 0, with
u = -x, the variance after k steps of size dt is (1 - (1 - dt)^(2k)) / (2 - dt) up to sampling error.
"""

import math
import sys
import time

N = int(float(sys.argv[1])) if len(sys.argv) > 1 else 100_000_000
STEPS = int(sys.argv[2]) if len(sys.argv) > 2 else 64
DT = 1e-2
ROOT_DT = math.sqrt(DT)
SCALE = -DT


def expected_variance(steps):
    return (1 - (1 - DT) ** (2 * steps)) / (2 - DT)


def report(name, advance, n=N, steps=STEPS):
    """advance(n, steps) returns (mean, variance) of the last step after synchronising."""
    _, variance = advance(n, steps)
    tolerance = 6 * expected_variance(steps) * math.sqrt(2 / n)
    if not abs(variance - expected_variance(steps)) < tolerance + 1e-4:
        raise AssertionError(f"{name}: variance {variance}, expected {expected_variance(steps)}")
    timed = []
    for _ in range(5):
        begun = time.perf_counter()
        advance(n, steps)
        timed.append(time.perf_counter() - begun)
    print(f"| {name} | {n:.0e} | {n * steps / sorted(timed)[2]:.2e} |", flush=True)


def torch_eager():
    import torch

    def advance(n, steps):
        x = torch.zeros(n, device="cuda")
        for _ in range(steps):
            x = x + SCALE * x + ROOT_DT * torch.randn_like(x)
            mean, variance = x.mean(), x.var()
        return mean.item(), variance.item()

    return advance


def torch_compiled():
    import torch

    @torch.compile
    def step(x):
        y = x + SCALE * x + ROOT_DT * torch.randn_like(x)
        return y, y.mean(), (y * y).mean()

    def advance(n, steps):
        x = torch.zeros(n, device="cuda")
        for _ in range(steps):
            x, mean, square = step(x)
        return mean.item(), (square - mean * mean).item()

    return advance


def jax_scan():
    import functools

    import jax
    import jax.numpy as jnp

    @functools.partial(jax.jit, static_argnums=(0, 1))
    def run(n, steps):
        def step(x, key):
            y = x + SCALE * x + ROOT_DT * jax.random.normal(key, x.shape)
            return y, (y.mean(), y.var())

        return jax.lax.scan(step, jnp.zeros(n, jnp.float32), jax.random.split(jax.random.PRNGKey(0), steps))[1]

    def advance(n, steps):
        means, variances = run(n, steps)
        return float(means[-1]), float(variances[-1])

    return advance


def cupy_fused():
    import cupy

    @cupy.fuse()
    def step(x, xi):
        return x + SCALE * x + ROOT_DT * xi

    def advance(n, steps):
        x = cupy.zeros(n, cupy.float32)
        for _ in range(steps):
            x = step(x, cupy.random.standard_normal(n, dtype=cupy.float32))
            mean, variance = x.mean(), x.var()
        return float(mean), float(variance)

    return advance


def numba_cuda():
    import numpy
    from numba import cuda
    from numba.cuda.random import create_xoroshiro128p_states, xoroshiro128p_normal_float32

    threads, blocks = 256, 2048
    state = create_xoroshiro128p_states(threads * blocks, seed=1)

    @cuda.jit(fastmath=True)
    def step(x, state, sums):
        i = cuda.grid(1)
        first = 0.0
        second = 0.0
        for k in range(i, x.size, cuda.gridsize(1)):
            y = x[k] + SCALE * x[k] + ROOT_DT * xoroshiro128p_normal_float32(state, i)
            x[k] = y
            first += y
            second += y * y
        cuda.atomic.add(sums, 0, first)
        cuda.atomic.add(sums, 1, second)

    def advance(n, steps):
        x = cuda.to_device(numpy.zeros(n, numpy.float32))
        for _ in range(steps):
            sums = cuda.to_device(numpy.zeros(2))
            step[blocks, threads](x, state, sums)
        first, second = sums.copy_to_host() / n
        return first, second - first * first

    return advance


print("| library | agents | agent-steps/s |\n| --- | --- | --- |")
for name, make in {
    "PyTorch eager": torch_eager,
    "PyTorch compile": torch_compiled,
    "JAX jit + scan": jax_scan,
    "CuPy fused": cupy_fused,
    "numba-cuda": numba_cuda,
}.items():
    try:
        report(name, make())
    except ImportError as missing:
        print(f"| {name} | | not installed ({missing.name}) |", flush=True)
    except Exception as failure:  # one library that fails must not hide the others
        print(f"| {name} | | failed: {type(failure).__name__}: {str(failure).splitlines()[0] if str(failure) else ''} |", flush=True)
