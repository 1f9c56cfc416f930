"""The same one-dimensional problems with array libraries, mean and variance reduced at every step.

    x += -x dt + sqrt(dt) xi                  affine: nothing feeds back
    x += -(x - mean of x) dt + sqrt(dt) xi    feedback: the mean of every step acts on the next

Usage: peers.py [N] [STEPS] [FEEDBACK-N ...]. The last row of each table is a kernel written by hand with fast intrinsics, which is what
CuPy offers beside its arrays; the others are what a user of the library writes. A library that is missing or fails says so in its row.

The check before timing: from x = 0 the variance after k steps of size dt is (1 - (1 - dt)^(2k)) / (2 - dt) up to sampling error.
"""

import functools
import math
import sys
import time

N = int(float(sys.argv[1])) if len(sys.argv) > 1 else 100_000_000
STEPS = int(sys.argv[2]) if len(sys.argv) > 2 else 64
FEEDBACK = [int(float(n)) for n in sys.argv[3:]] or [10_000, 100_000, 1_000_000, N]
DT = 1e-2
ROOT_DT = math.sqrt(DT)
SCALE = -DT


def expected_variance(steps):
    return (1 - (1 - DT) ** (2 * steps)) / (2 - DT)


def report(name, make, n, steps):
    """Prints the rate of make(n, steps)(), which returns the (mean, variance) of the last step after synchronising."""
    advance = make(n, steps)
    _, variance = advance()
    tolerance = 6 * expected_variance(steps) * math.sqrt(2 / n)
    if not abs(variance - expected_variance(steps)) < tolerance + 1e-4:
        raise AssertionError(f"variance {variance}, expected {expected_variance(steps)}")
    advance()
    timed = []
    for _ in range(5):
        begun = time.perf_counter()
        advance()
        timed.append(time.perf_counter() - begun)
    median = sorted(timed)[2]
    print(f"| {name} | {n:.0e} | {n * steps / median:.2e} | {median / steps * 1e6:.1f} |", flush=True)


def torch_eager(n, steps):
    import torch

    def advance():
        x = torch.zeros(n, device="cuda")
        for _ in range(steps):
            x = x + SCALE * x + ROOT_DT * torch.randn_like(x)
            variance, mean = torch.var_mean(x)
        return mean.item(), variance.item()

    return advance


def torch_compiled(n, steps):
    import torch

    @torch.compile
    def step(x):
        y = x + SCALE * x + ROOT_DT * torch.randn_like(x)
        return y, y.mean(), (y * y).mean()

    def advance():
        x = torch.zeros(n, device="cuda")
        for _ in range(steps):
            x, mean, square = step(x)
        return mean.item(), (square - mean * mean).item()

    return advance


def torch_graph(n, steps, compiled):
    """Feedback: all steps are one CUDA graph."""
    import torch

    def step(x, mean):
        y = x + SCALE * (x - mean) + ROOT_DT * torch.randn_like(x)
        new = y.mean()
        return y, new, (y * y).mean()

    step = torch.compile(step) if compiled else step
    start = torch.zeros(n, device="cuda")

    def all_steps():
        x, mean = start, start[:1].sum()
        for _ in range(steps):
            x, mean, square = step(x, mean)
        return mean, square

    side = torch.cuda.Stream()
    with torch.cuda.stream(side):
        for _ in range(3):
            all_steps()
    torch.cuda.synchronize()
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        mean, square = all_steps()

    def advance():
        graph.replay()
        return mean.item(), (square - mean * mean).item()

    return advance


def jax_scan(n, steps, feedback):
    import jax
    import jax.numpy as jnp

    @functools.partial(jax.jit, static_argnums=0)
    def run(steps):
        def step(carry, key):
            x, mean = carry
            y = x + SCALE * (x - mean if feedback else x) + ROOT_DT * jax.random.normal(key, x.shape)
            new = y.mean()
            return (y, new), (new, (y * y).mean())

        keys = jax.random.split(jax.random.PRNGKey(0), steps)
        return jax.lax.scan(step, (jnp.zeros(n, jnp.float32), jnp.float32(0)), keys)[1]

    def advance():
        means, squares = run(steps)
        mean, square = float(means[-1]), float(squares[-1])
        return mean, square - mean * mean

    return advance


RAW = r"""
#include <curand_kernel.h>
extern "C" __global__ void __launch_bounds__(256) step(
        float* x, int quads, float* sums, const float* mean, float scale, float root_dt, int feedback, unsigned long long offset) {
    float first = 0, second = 0, centre = feedback ? mean[0] : 0;
    for (int i = blockIdx.x * 256 + threadIdx.x; i < quads; i += gridDim.x * 256) {
        curandStatePhilox4_32_10_t state;
        curand_init(1, i, 4 * offset, &state);
        float4 xi = curand_normal4(&state);
        float4 v = ((float4*)x)[i];
        v.x += scale * (v.x - centre) + root_dt * xi.x;
        v.y += scale * (v.y - centre) + root_dt * xi.y;
        v.z += scale * (v.z - centre) + root_dt * xi.z;
        v.w += scale * (v.w - centre) + root_dt * xi.w;
        ((float4*)x)[i] = v;
        first += v.x + v.y + v.z + v.w;
        second += v.x * v.x + v.y * v.y + v.z * v.z + v.w * v.w;
    }
    for (int half = 16; half > 0; half /= 2) {
        first += __shfl_down_sync(~0u, first, half);
        second += __shfl_down_sync(~0u, second, half);
    }
    if (threadIdx.x % 32 == 0) {
        atomicAdd(sums, first);
        atomicAdd(sums + 1, second);
    }
}
extern "C" __global__ void finish(float* sums, float* moments, float n) {
    float mean = sums[0] / n;
    moments[0] = mean;
    moments[1] = sums[1] / n - mean * mean;
    sums[0] = sums[1] = 0;
}
"""


def cupy_raw(n, steps, feedback):
    """Two kernels a step; sums by atomics, so that bits differ from run to run."""
    import cupy

    module = cupy.RawModule(code=RAW, backend="nvcc", options=("-O3", "-use_fast_math", "-arch=sm_90"))
    step, finish = module.get_function("step"), module.get_function("finish")
    x, sums, moments = (cupy.zeros(size, cupy.float32) for size in (n, 2, 2))
    quads = n // 4
    blocks = min((quads + 255) // 256, 132 * 8)
    numbers = (cupy.float32(SCALE), cupy.float32(ROOT_DT), cupy.int32(feedback))

    def advance():
        x.fill(0)
        moments.fill(0)
        for k in range(steps):
            step((blocks,), (256,), (x, cupy.int32(quads), sums, moments, *numbers, cupy.uint64(k)))
            finish((1,), (1,), (sums, moments, cupy.float32(4 * quads)))
        mean, variance = moments.get()
        return float(mean), float(variance)

    return advance


def row(name, make, n):
    try:
        report(name, make, n, STEPS)
    except ImportError as missing:
        print(f"| {name} | {n:.0e} | not installed ({missing.name}) | |", flush=True)
    except Exception as failure:  # one library that fails must not hide the others
        text = str(failure).splitlines()[0] if str(failure) else ""
        print(f"| {name} | {n:.0e} | failed: {type(failure).__name__}: {text} | |", flush=True)


HEAD = "| {} | agents | agent-steps/s | us per step |\n| --- | --- | --- | --- |"

print(HEAD.format("affine"))
for name, make in {
    "PyTorch eager": torch_eager,
    "PyTorch compile": torch_compiled,
    "JAX jit + scan": functools.partial(jax_scan, feedback=False),
    "CuPy raw kernel": functools.partial(cupy_raw, feedback=False),
}.items():
    row(name, make, N)
print("\n" + HEAD.format("feedback"))
for n in FEEDBACK:
    for name, make in {
        "PyTorch graph": functools.partial(torch_graph, compiled=False),
        "PyTorch compile + graph": functools.partial(torch_graph, compiled=True),
        "JAX jit + scan": functools.partial(jax_scan, feedback=True),
        "CuPy raw kernel": functools.partial(cupy_raw, feedback=True),
    }.items():
        row(name, make, n)
