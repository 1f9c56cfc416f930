package io.github.murmuration.sim;

import io.github.murmuration.backend.Backends;
import io.github.murmuration.backend.Ensemble;
import io.github.murmuration.backend.NoiseSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** All numbers of a run, for comparison bit by bit. */
final class RunBits {

    private RunBits() {}

    static Object[] of(RunResult run) {
        return run.guidances().stream().map(RunBits::of).toArray();
    }

    private static Object[] of(GuidanceResult g) {
        List<Object> all = new ArrayList<>(List.of(
                of(g.moments()),
                g.energy(),
                g.energyByCoordinate(),
                g.energyByComponent(),
                g.terminalMean(),
                g.terminalVariance(),
                g.terminalCovariance(),
                g.meanDeviationFromLine(),
                g.paths(),
                List.copyOf(g.absorbed().values()),
                g.game()));
        g.componentMoments().forEach(moments -> all.add(of(moments)));
        g.histograms().forEach(histogram -> all.add(histogram.counts()));
        all.add(g.density().times());
        Arrays.stream(g.density().histograms())
                .flatMap(Arrays::stream)
                .forEach(histogram -> all.addAll(List.of(histogram.low(), histogram.width(), histogram.counts())));
        g.density().joint().forEach(pair -> all.add(pair.counts()));
        g.observed().forEach((name, values) -> all.addAll(List.of(name, values)));
        return all.toArray();
    }

    private static Object[] of(MomentSeries moments) {
        return new Object[] {moments.times(), moments.mean(), moments.variance(), moments.power(), moments.living()};
    }

    /** What a run gives, or where it diverged. */
    static Object[] orDivergence(Supplier<Object[]> run) {
        try {
            return run.get();
        } catch (FailedRun e) {
            return new Object[] {e.getMessage()};
        }
    }

    /** Of every replica: moments, features and costs of every step; after the last the states, energies and labels of all agents, and the feedback. */
    static Object[] ofReplicas(Problem problem, String backend, int threads, int replicas) {
        long agents = problem.scenario().population().agents();
        Recorder recorder = new Recorder(problem, agents);
        new ReplicaRun(problem, agents, replicas, 1)
                .run(Backends.select(backend), NoiseSource.PHILOX, threads, recorder, work -> {});
        return recorder.all.toArray();
    }

    private static final class Recorder implements ReplicaObserver {

        private final List<Object> all = new ArrayList<>();
        private final Problem problem;
        private final long agents;

        Recorder(Problem problem, long agents) {
            this.problem = problem;
            this.agents = agents;
        }

        @Override
        public void moments(int k, ReplicaMoments moments) {
            for (int r = 0; r < moments.replicas(); r++) {
                int d = problem.initial().dimension();
                for (int j = 0; j < d; j++) {
                    all.addAll(List.of(moments.mean(0, r, j), moments.variance(0, r, j)));
                }
                for (int c = d; c < problem.evaluator().sums(1, d).channels(); c++) {
                    all.add(moments.departure(0, r, c));
                }
            }
        }

        @Override
        public int nextLook(int k) {
            return problem.grid().steps();
        }

        @Override
        public void look(int k, ReplicaMoments moments, Ensemble ensemble) {
            int blocks = moments.tiling().blocks();
            for (int b = 0; b < blocks; b++) {
                all.addAll(List.of(ensemble.states(0, b), ensemble.energies(0, b), ensemble.labels(b)));
            }
            all.add(ensemble.feedback());
        }
    }
}
