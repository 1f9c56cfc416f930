package io.github.murmuration.backend.cuda;

import io.github.murmuration.backend.Backend;
import io.github.murmuration.backend.Ceilings;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.EnsembleSpec;
import io.github.murmuration.backend.NoiseSource;
import io.github.murmuration.backend.PatternEvaluator;
import io.github.murmuration.backend.UnavailableException;
import java.util.Locale;

/** {@code cuda}: the first GPU of the machine, or that whose number the system property {@link #DEVICE} has before it is looked for. */
public final class CudaBackend implements Backend {

    public static final String DEVICE = "murmuration.cuda.device";

    private static final int ABOVE_CPU = 200;
    private static final int BELOW_ALL = -1;

    private final LaunchShape shape;

    public CudaBackend() {
        this(LaunchShape.WHOLE);
    }

    CudaBackend(LaunchShape shape) {
        this.shape = shape;
    }

    @Override
    public String name() {
        return "cuda";
    }

    @Override
    public Availability availability() {
        return Tried.AVAILABILITY;
    }

    /** A real device is preferred to the CPU; an emulated one is for tests. */
    @Override
    public int preference() {
        return Installation.found().usable() && !forTests() ? ABOVE_CPU : BELOW_ALL;
    }

    @Override
    public boolean forTests() {
        Installation found = Installation.found();
        return found.usable() && found.device().emulated();
    }

    /** A population has the whole device. */
    @Override
    public boolean sideBySide() {
        return false;
    }

    /**
     * Allocates in device memory.
     *
     * @param threads that bring the sums of many replicas from the order of the device to that of the result
     * @throws UnavailableException the noise cannot be had, or the population does not fit in device memory; says how many agents would
     */
    @Override
    public Ensemble open(EnsembleSpec spec, int threads) {
        if (!spec.part().whole() && spec.noise() != NoiseSource.PHILOX) {
            throw new UnavailableException("cuda: parts of a population have noise of their own with --noise "
                    + spec.noise().text() + "; leave it out");
        }
        PairPlan.refuseTooMany(spec);
        Installation found = Installation.found();
        Context context = new Context(found);
        int multiprocessors = found.device().multiprocessors();
        long free = context.free();
        MemoryPlan plan = MemoryPlan.of(spec, spec.tiling(), multiprocessors, shape);
        try {
            if (plan.bytes() > free) {
                throw new DeviceBuffer.OutOfMemory();
            }
            TapeCompiler.Choice choice = new TapeCompiler(found, context, CubinCache.ofUser()).choose(spec);
            return new CudaEnsemble(context, plan, shape, choice, threads);
        } catch (DeviceBuffer.OutOfMemory e) {
            context.close();
            int replicas = spec.tiling().replicas();
            long most = MemoryPlan.mostAgents(spec, free, multiprocessors, shape);
            throw new UnavailableException(String.format(
                    Locale.ROOT,
                    "cuda: %s%,d agents (coordinates: %d, guidances: %d) need %,d MiB, the device has %,d MiB free;"
                            + " at most about %,d agents fit%s",
                    replicas > 1 ? String.format(Locale.ROOT, "%,d replicas of ", replicas) : "",
                    spec.agents(),
                    spec.dimension(),
                    spec.guidances(),
                    plan.bytes() >> 20,
                    free >> 20,
                    most,
                    replicas > 1 ? " in each" : ""));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    @Override
    public Need need(EnsembleSpec spec) {
        int multiprocessors = Installation.found().device().multiprocessors();
        MemoryPlan plan = MemoryPlan.of(spec, spec.tiling(), multiprocessors, shape);
        return new Need(plan.bytes(), plan.batch());
    }

    /** A launch costs as much as hundreds of agent-steps on a core, for any work. */
    @Override
    public boolean quickAtLittle() {
        return false;
    }

    /**
     * Patterns in device memory.
     * @param threads not used: work is cut by the device
     */
    @Override
    public PatternEvaluator patterns(int threads) {
        return new CudaPatterns(new Context(Installation.found()), shape);
    }

    /** @param threads not used: the device does it */
    @Override
    public Ceilings ceilings(int threads) {
        try (Context context = new Context(Installation.found())) {
            return new DeviceCeilings(context, Installation.found().device()).measure();
        }
    }

    /** Making a context takes a driver a good part of a second: tried once. */
    private static final class Tried {

        static final Availability AVAILABILITY = of(Installation.found());

        private static Availability of(Installation found) {
            if (!found.usable()) {
                return new Availability(false, found.problem());
            }
            try (Context context = new Context(found)) {
                return new Availability(true, found.detail(context.free()));
            } catch (UnavailableException e) {
                return new Availability(false, e.getMessage());
            } catch (IllegalStateException e) {
                String refusal = found.device().name() + " cannot be used: " + e.getMessage();
                return new Availability(false, refusal + "; check nvidia-smi, or use --backend cpu");
            }
        }
    }
}
